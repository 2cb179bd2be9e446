/** One of the customer's questions has no answer here. */
import { answersOf } from "../answered.ts";
import { careTaken } from "../care-taken.ts";
import { isForAnybody } from "../for-anybody.ts";
import { atEnd } from "../look.ts";
import { rule } from "../rule.ts";

const FEWEST = 8;
const LONG = 60;
const LIKELY = 0.3;
const LITTLE_CARE = 1;

/** Which ask is answered is judged by words and by kind of answer (answered.ts); in doubt it counts as answered. */
export default rule({
  id: "unanswered-question",
  catalogue: "L1",
  step: "listen",
  principle: "listen.details",
  level: "nudge",
  needs: ["customer"],
  mostCare: 2,
  see: "One of the customer's questions has no answer here.",
  why: "What is left out is what people remember, and it brings the next mail.",
  do: "Answer it, or say when you will.",
  cites: ["davidow-2003", "effort"],
  examples: {
    flags: [
      {
        customer: "The kiln stays cold. I would like to know whose signature stands on the delivery note.",
        reply: "Our fitter looks at the kiln on Monday at ten, and he brings a new coil for it.[[]]",
      },
      {
        customer: "Where is my parcel? And can you send me a copy of the June invoice?",
        reply: "Your parcel left Leeds this morning and the driver will ring before noon on Friday.[[]]",
      },
      {
        customer: "Does the tent fit four people? What does the carry bag weigh? Can I pay by bank transfer?",
        reply: "Yes, the tent fits four people with their rucksacks, and the carry bag weighs 900 grams.[[]]",
      },
      {
        customer: "I'd like to cancel the gym membership. How do I return the locker key?",
        reply: "I've cancelled the gym membership today, so nothing more leaves your bank account from May.[[]]",
      },
      {
        customer: "Please refund the second ticket. Also, please change the surname on the first one to Larsson.",
        reply: "I have refunded the second ticket today, and the money reaches your card by Thursday.[[]]",
      },
    ],
    passes: [
      {
        customer: "What would you pick for a beginner of seventy? I can't lift much.",
        reply: "I'd take the small accordion with 48 basses, it weighs five kilos and sits well.",
      },
      {
        customer: "Are you a bot? The code is refused, please help.",
        reply: "I'm Kim, and human. The code has a dash in it: SPRING-15. Please try that one.",
      },
      {
        customer: "Where is my parcel? And can you send me a copy of the June invoice?",
        reply: "Your parcel left Leeds this morning. The June invoice is attached to this mail for you.",
      },
      {
        customer: "Are you serious? Where is my parcel?",
        reply: "Your parcel left Leeds this morning and the driver will ring before noon on Friday.",
      },
      {
        customer: "Where is my parcel? And can you send me a copy of the June invoice?",
        reply: "Your parcel left Leeds this morning. I'll find out about your other question and write by Friday.",
      },
      {
        customer: "When does the shop open on Sunday?",
        reply: "We open at 10:00 on Sunday, and the car park from 9:30.",
      },
      {
        customer: "How much is the large frame?",
        reply: "That one costs 42.00 euros, with glass and hooks, from today on.",
      },
      {
        customer: "Can you help me? The lamp flickers.",
        reply: "I can. Please screw the bulb of the lamp in once more, gently.",
      },
      {
        customer: "Why was I charged twice? Please cancel the second one.",
        reply: "A typo in our price file sent the charge out twice. I've cancelled the second one today.",
      },
    ],
    misses: [
      {
        customer: "Where is my parcel? Can I pay the next one by card?",
        reply:
          "Your parcel left Leeds this morning and the driver, who is paid already, will ring before noon on Friday.",
      },
    ],
  },
  *check(draft) {
    const asks = answersOf(draft);
    if (draft.words < FEWEST || draft.customer?.isSettled) return;
    // A long letter about this very case says much in other words than were asked: that it forgot something cannot be told.
    if (draft.words > LONG && isForAnybody(draft) < LIKELY && careTaken(draft) > LITTLE_CARE) return;
    for (const { ask, isAnswered } of asks.filter((one) => !one.isAnswered).slice(0, 1)) {
      const said = draft.customer?.text.slice(ask.start, ask.end).replace(/\s+/g, " ") ?? "";
      if (!isAnswered)
        yield {
          ...atEnd(draft),
          see: `Nothing here answers this: “${said.length > 90 ? `${said.slice(0, 90)}…` : said}”`,
        };
    }
  },
});
