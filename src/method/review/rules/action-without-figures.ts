/** This is done, and the customer cannot see how much or when. */
import { around, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const MONEY_DONE = everyPattern(
  "(?:i|we)(?:'ve| have)?(?: just| now| already| also| today)* (?:refunded|reimbursed|credited) (?:you|it|that|your (?:card|account))",
  "(?:your |the |a )?(?:refund|credit|reimbursement) (?:has been |is |was |have been )?(?:now |just |already )?(?:processed|issued|done|completed|approved|made|sent|arranged)",
  "(?:i|we)(?:'ve| have)?(?: just| now| already| also)* (?:issued|processed|made|arranged|sent) (?:you )?(?:a|the|your) (?:refund|credit|reimbursement)",
);
const MOVED = everyPattern(
  "(?:i|we)(?:'ve| have)?(?: just| now| already| also)* (?:rescheduled|rebooked|re-booked|postponed) (?:your|the|it|this) ?(?:appointment|booking|delivery|visit|flight|slot|reservation|engineer)?",
  "your (?:appointment|booking|delivery|visit|flight|slot|reservation) (?:has been|is|was) (?:now )?(?:rescheduled|rebooked|moved|changed|postponed)",
);
const SUM_SAID = pattern(
  "(?:in )?full|whole|entire(?:ly)?|all of it|complete(?:ly)?|half|(?:last|first|second|third) (?:payment|charge|month|invoice)|(?:shipping|delivery) (?:fee|cost)s?|everything",
);

export default rule({
  id: "action-without-figures",
  catalogue: "C2",
  step: "confirm",
  principle: "confirm.readback",
  level: "nudge",
  see: "This is done, and the customer cannot see how much or when.",
  why: "What is read back can be checked; a wrong sum or day is then found in time.",
  do: "Add the sum and where it goes, or the new day and hour.",
  cites: ["i-pass", "cardosi-1994", "packard-berger-2021"],
  examples: {
    flags: [
      "Hello Ana, thank you for your patience. [[Refund processed]].",
      "[[I've refunded you]], and you will see it on the card by Friday.",
      "[[Your refund has been issued]] to the card that you paid with.",
      "[[I've rescheduled your appointment]], as you asked me to.",
      "[[Your delivery has been moved]], and the driver knows about the dog.",
    ],
    passes: [
      "I've refunded 42.80 to the card ending 11, and you'll see it by Friday.",
      "I've refunded you in full, and you'll see it on your card by Friday.",
      "I've rescheduled your appointment to Thursday at 9:00, with the same engineer.",
      "Your refund of 42.80 EUR has been issued to your card today.",
      "Once your refund has been issued, the old order is closed for good.",
      "If the refund is approved, I will write to you the same day.",
      "I've refunded you. It was 42.80 and it goes to the card ending 11.",
    ],
    misses: ["It's all sorted with the money now, and with the new day too."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      if (/\b(?:once|if|when|until|after|as soon as|not|before)\b/.test(sentence.plain)) continue;
      const near = around(draft, sentence, 2);
      const has = (kind: string) => near.some((other) => draft.figuresOf(other).some((figure) => figure.kind === kind));
      const bareSum = near.some((other) => /\d+[.,]\d{2}\b/.test(other.plain));
      if (!has("amount") && !bareSum && !near.some((other) => SUM_SAID.test(other.plain)))
        yield* wordsIn(sentence, MONEY_DONE).slice(0, 1);
      if (!has("day") && !has("time")) yield* wordsIn(sentence, MOVED).slice(0, 1);
    }
  },
});
