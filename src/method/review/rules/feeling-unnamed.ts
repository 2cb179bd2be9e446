/** The customer is upset, and the first sentences say nothing of it. */
import { brokenPromisesIn } from "../broken-promises.ts";
import { careTaken } from "../care-taken.ts";
import { isCareless } from "../careless.ts";
import type { Draft } from "../draft.ts";
import { atBeginning } from "../look.ts";
import { isHeartfelt, type Reception, receives } from "../met.ts";
import { isDone } from "../onward.ts";
import { rule } from "../rule.ts";

/** How far a reply may go before it has met the person: two sentences, or more when they are very short. */
const OPENING = 2;
const OPENING_WORDS = 16;
/** A letter with some care has most often met them somehow; one that is careless besides has not. */
const LITTLE_CARE = 1;

export default rule({
  id: "feeling-unnamed",
  catalogue: "A1",
  step: "acknowledge",
  principle: "ack.feeling",
  level: "nudge",
  needs: ["customer"],
  mostCare: 2,
  see: "The customer is upset, and the first sentences say nothing of it.",
  why: "In writing, a heated person calms more readily when the trouble is named first.",
  do: "Begin with what happened to them and what it cost; one sentence is enough.",
  cites: ["herhausen-2023", "six-steps", "packard-li-berger"],
  examples: {
    flags: [
      {
        customer: "Fourth week without the lift, nobody answers, and I carry the pram up six floors!",
        reply:
          "[[]]The lift at the house with the six floors is known to us. Lifts do break down every now and then. You should have taken a flat on the ground floor.",
      },
      {
        customer: "I am furious. We planned the whole day around this delivery and NOBODY came!!",
        reply: "[[]]Thank you for your e-mail. The next free slot is on Thursday at 9:00.",
      },
      {
        customer: "Absolutely unacceptable. Third time I write about the boiler!",
        reply: "Hello Tom,\n\n[[]]The engineer has a slot on Thursday. He will ring before he comes. Bring the key.",
      },
      {
        customer: "This is a disgrace, my card was charged again.",
        reply: "[[]]I've looked at the card statement. The charge will be gone by Friday.",
      },
      {
        customer: "I'm sick of this app, it lost my photos and you ignored me!!",
        reply: "[[]]The photos are in the backup. I have restored them from Monday.",
      },
      {
        customer:
          "My mother fell in your hall and broke her hip. I rang twice, nobody called back, and today a bill came.",
        reply: "Dear Ms Lind,\n\n[[]]Thank you for your message. Bills are sent out on the first of each month.",
      },
      {
        customer: "The lift is out for the third week, and I carry the pram up six floors.",
        reply: "[[]]We are sorry if the lift has been out of order. The maintenance is done by an outside company.",
      },
      {
        customer: "You said Tuesday. It is Friday, no bed came and we sleep on the floor with the children.",
        reply: "[[]]No problem, your order is scheduled for next week. The driver will ring before he comes.",
      },
    ],
    passes: [
      {
        customer: "Fourth week without the lift, nobody answers, and I carry the pram up six floors!",
        reply: "I get why you have had enough of those stairs. The fitter is in the house on Friday at nine.",
      },
      {
        customer:
          "Two letters are wrong on the cake, my own mistake on the form, sorry for the hassle! Can it be changed?",
        reply: "It can, until noon. Which two letters are they?",
      },
      {
        customer: "It is my own fault, I know, I forgot to cancel. But two more months taken, that is hard!!",
        reply: "The two months go back to your card today, and nothing more is taken from now on.",
      },
      {
        customer: "I am furious. We planned the whole day around this delivery and NOBODY came!!",
        reply: "You planned the day around this delivery and nobody came. The next slot is on Thursday.",
      },
      {
        customer: "I am furious!! The boiler is cold again.",
        reply: "I understand how frustrating this is. The engineer comes on Thursday at 9:00.",
      },
      { customer: "When does the shop open?", reply: "Thank you for your e-mail. The shop opens at nine every day." },
      {
        customer: "This is a disgrace!! No more apologies, just send the money back.",
        reply: "I've sent 42.80 back today. It will be on the card by Friday.",
      },
      {
        customer: "Absolutely unacceptable, charged twice!!",
        reply: "That was our mistake: we charged the card twice. One payment goes back today.",
      },
      {
        customer: "I'm sick of this app!! It lost my photos.",
        reply: "Thank you for writing. Losing photos must be awful. I have found them in the backup of Monday.",
      },
      {
        customer: "The bed was due on Monday and again nobody came. We sleep on the floor!!",
        reply: "Two nights on the floor, and a day of waiting for nothing. The bed is on the van that leaves at noon.",
      },
      {
        customer: "I smell gas in the kitchen since you were here, and nobody picks up!!",
        reply: "Please leave the flat now and call 0800 111 999 from outside. I am sending our own fitter as well.",
      },
      {
        customer: "You promised the photos for Friday and again nothing came. Write short, I'm on a ladder.",
        reply: "All 40 photos are in your folder since ten. The link is below.",
      },
      { customer: "Worst company ever!!", reply: "Anyone would be angry after that. Here is what I can do today." },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    if (customer === undefined || body.length === 0 || !isLetDown(draft) || customer.signals.has("wants-brevity"))
      return;
    if (careTaken(draft) > LITTLE_CARE && !isCareless(draft)) return;
    const heard = new Set<Reception>();
    let words = 0;
    let isMet = false;
    for (const [at, sentence] of body.entries()) {
      if (at >= OPENING && words >= OPENING_WORDS) break;
      const how = receives(draft, sentence);
      // What is done already receives them too, unless it comes with a cold word.
      heard.add(how === "plain" && isDone(sentence) ? "engaged" : how);
      isMet ||= isHeartfelt(draft, sentence);
      words += sentence.words;
    }
    // In a careless letter their words come back for other reasons than to meet them.
    if (isMet || (heard.has("warm") && !isCareless(draft))) return;
    const isCold = isCareless(draft) || heard.has("harsh") || heard.has("cold") || !heard.has("engaged");
    if (isCold || customer.isHot) yield atBeginning(draft);
  },
});

/** Upset in their words, or by what we promised and did not do. */
const isLetDown = (draft: Draft): boolean =>
  draft.customer?.isUpset === true || (draft.customer?.isSettled === false && brokenPromisesIn(draft).length > 0);
