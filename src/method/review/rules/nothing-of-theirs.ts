/** This would fit any customer: nothing that they told us comes back. */
import { isForAnybody, particularsOf } from "../for-anybody.ts";
import { atBeginning } from "../look.ts";
import { rule } from "../rule.ts";

/** About forty; a shorter letter has no room for two. */
const FEWEST = 38;
const LIKELY = 0.13;

export default rule({
  id: "nothing-of-theirs",
  catalogue: "L3",
  step: "listen",
  principle: "listen.paraphrase",
  level: "nudge",
  needs: ["customer"],
  see: "This would fit any customer: nothing that they told us comes back.",
  why: "People take the concrete word as the sign that somebody listened.",
  do: "Name two of their own details: the thing, the day, the sum, the place.",
  cites: ["packard-berger-2021"],
  examples: {
    flags: [
      {
        customer:
          "The blue kettle I bought for my mother arrived on 3 March with a cracked lid, and it leaks over the kitchen floor.",
        reply:
          "[[]]Thank you for contacting us about this. I am sorry to hear that you are having trouble with what you bought. I will look into it with my colleagues and write to you again by Friday with an answer, so that we can put it right.",
      },
      {
        customer:
          "Since the update on Monday the export button freezes whenever I choose the quarterly report in Spanish.",
        reply:
          "[[]]Thanks for getting in touch with us today. I understand how frustrating this is, and I would like to help. Our specialists are looking at it now, and I will send you an answer before noon tomorrow, whatever they have found by then.",
      },
      {
        customer: "Your driver left my cello on the pavement in the rain in Bristol, and the bridge snapped.",
        reply:
          "[[]]Thank you for bringing this to our attention. We take such reports seriously and we are sorry for what happened here. I have passed it to the manager responsible, who will write to you by Thursday with what we are going to do.",
      },
      {
        customer: "You charged my daughter's swimming course twice in April, 64 euros each, on the Visa card.",
        reply:
          "[[]]Thank you for letting us know about this. I can imagine that it is annoying, and I want to get it sorted for you. I have asked my colleagues to check what has gone wrong here, and you will hear from me by Friday.",
      },
    ],
    passes: [
      {
        customer:
          "The blue kettle I bought for my mother arrived on 3 March with a cracked lid, and it leaks over the kitchen floor.",
        reply:
          "Thank you for writing. A kettle with a cracked lid is no present for a mother. I have sent a new one today by courier, free of charge, and it will be with you on Friday. You may keep the old one, or throw it away.",
      },
      {
        customer: "The blue kettle with the cracked lid leaks over the kitchen floor.",
        reply: "Thank you. I will look into it and write to you by Friday.",
      },
      {
        customer: "Thanks, it works now!",
        reply:
          "I am glad to hear it. Should anything come up again, simply answer this mail and it will come to me directly, with everything we wrote so far, so that you do not have to tell it twice to anybody here.",
      },
      {
        customer: "Hello?",
        reply:
          "Hello again. I am here, and I have read what you wrote on Monday. I am waiting for the answer of the workshop, which will come by noon tomorrow; you will have a mail from me at one, with what they found.",
      },
      {
        customer: "You charged my swimming course twice in April.",
        reply:
          "You are right: the swimming course was charged twice. I have sent one of the two payments back today, and it will be on the card by Thursday. Should it not be there on Friday morning, answer this mail and I will call the bank myself.",
      },
      {
        customer: "Invoice 20441 has the wrong VAT number, 64.20 euros.",
        reply:
          "Here is what I have done: invoice 20441 is cancelled, and a new one over 64.20 euros with the number you gave is attached. Nothing else has changed on it. If your accountant wants a credit note as well, I can write one before the weekend.",
      },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined || draft.words < FEWEST || customer.latestStems.size < 4 || customer.isSettled) return;
    // Where somebody may come to harm, help comes before details.
    if (["self-harm", "threat", "safety"].some((one) => customer.signals.has(one as "safety"))) return;
    const { shared, sharedFigures } = particularsOf(draft);
    const theirs = shared + sharedFigures;
    // One word in common may be about them in other words, unless the rest could go to anybody.
    if (theirs === 0 || (theirs === 1 && isForAnybody(draft) >= LIKELY)) yield atBeginning(draft);
  },
});
