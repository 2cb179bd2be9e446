/** The reply ends, and the customer does not know what happens next. */
import { isCareless } from "../careless.ts";
import { atEnd } from "../look.ts";
import { isDone, onwardOf } from "../onward.ts";
import { refusalsIn } from "../refusals.ts";
import { rule } from "../rule.ts";

const LAST = 3;
const FEWEST = 10;

export default rule({
  id: "no-next-step",
  catalogue: "K1",
  step: "check",
  principle: "close.care",
  level: "nudge",
  needs: ["customer"],
  mostCare: 2,
  see: "The reply ends, and the customer does not know what happens next.",
  why: "Endings are remembered, and not knowing is the longest part of a wait.",
  do: "Close with who does what by when, even if it is only your next mail.",
  cites: ["i-pass", "guo-2016", "empathy-lesson"],
  examples: {
    flags: [
      {
        customer: "The hot water in our cabin is off again, third night, nobody came!!",
        reply:
          "Sorry about the water in your cabin, old pipes have their moods. Why not try our new candle dinner meanwhile?[[]]",
      },
      {
        customer: "My boiler is broken since Monday.",
        reply: "I understand how cold that must be. A broken boiler in winter is no joke. We take this seriously.[[]]",
      },
      {
        customer: "You lost my parcel with the passport.",
        reply: "I'm very sorry about the passport. Losing it before a trip is awful. I'm here if you need me.[[]]",
      },
      {
        customer: "The app crashed and my notes are gone.",
        reply:
          "Hello Ana,\n\nthat sounds dreadful. Notes of a year are not easily replaced. Thank you for telling us.[[]]\n\nKind regards\nTom",
      },
      {
        customer: "Since the update the program closes whenever I press Send.",
        reply: "Hello Ana, the crash on Send is known and a fix is being worked on. It will be released shortly.[[]]",
      },
      {
        customer: "The water on our plot is still off.",
        reply: "We are aware of the water being off on your plot. Our technicians are doing all they can.[[]]",
      },
      {
        customer: "Could I change to the course on Thursday?",
        reply:
          "Your wish to change to Thursday has been passed on. Someone from the office will be in touch with you.[[]]",
      },
      {
        customer: "And? What about the doubled booking?",
        reply:
          "Thanks for asking again about the booking. It's with our developers, and we'll keep you posted on it.[[]]",
      },
      {
        customer: "Nobody came to fix the roof.",
        reply:
          "You waited all day for the roofer. The van broke down on the way. Let me know if you need anything.[[]]",
      },
    ],
    passes: [
      {
        customer: "The hot water in our cabin is off again.",
        reply:
          "Sorry about the cold cabin. The boiler belongs to the house next door; you must call them on 0800 555 010, they have somebody all night.",
      },
      {
        customer: "My boiler is broken since Monday.",
        reply: "A broken boiler in winter is no joke. Next: I ring the depot at nine, you get a text by ten.",
      },
      {
        customer: "My boiler is broken since Monday.",
        reply: "A broken boiler in winter is no joke. Which light is on, the red or the green one?",
      },
      { customer: "Do you sell boilers?", reply: "Yes, we sell boilers, and we put them in as well." },
      {
        customer: "Thanks, it works now! The crash is gone.",
        reply: "I am so glad to hear that it works for you now.",
      },
      {
        customer: "The app crashed and my notes are gone.",
        reply: "I've restored the notes from Sunday. Are they all there? That was a bad night.",
      },
      {
        customer: "My parcel is lost.",
        reply: "I've sent a new one today; it arrives on Friday. I'm sorry about the first.",
      },
      {
        customer: "Since the update the program closes whenever I press Send.",
        reply: "The crash on Send is known and a fix is being worked on. It comes out on Thursday, with version 26.3.",
      },
      {
        customer: "Please take me off the list.",
        reply: "Your name has been removed from the list, and we are looking into how it got there.",
      },
      {
        customer: "The refund is not there.",
        reply: "It is being looked at by Mara in accounts. I ring you before five, with her answer or without.",
      },
      {
        customer: "Nobody came to fix the roof.",
        reply: "I'm sorry that nobody came. Please tell me which day suits you.",
      },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    if (customer === undefined || customer.isSettled || draft.words < FEWEST) return;
    // What has been done or refused ends the matter, for better or worse; other rules look at how.
    if (body.some(isDone) || refusalsIn(draft).length > 0) return;
    const last = body.slice(-LAST).map((sentence) => onwardOf(draft, sentence));
    if (last.includes("firm")) return;
    const isAdrift = last.includes("adrift");
    // A question that is answered, and a loss of their own making, need no next step.
    const isTrouble =
      isCareless(draft) ||
      customer.isUpset ||
      (customer.hasLoss && !customer.asks.some(({ isQuestion }) => isQuestion));
    const isSilent = isTrouble && !body.some((sentence) => onwardOf(draft, sentence) === "firm");
    if (isAdrift) yield { ...atEnd(draft), see: "It goes on, and the customer cannot tell who does what by when." };
    else if (isSilent) yield atEnd(draft);
  },
});
