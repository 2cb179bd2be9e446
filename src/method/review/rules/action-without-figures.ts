/** This is done, and the customer cannot see how much or when. */
import type { Draft } from "../draft.ts";
import { around, whole, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { type Pointed, rule } from "../rule.ts";

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
    const found: Pointed[] = [];
    for (const sentence of draft.body) {
      if (NOT_YET.test(sentence.plain)) continue;
      const near = around(draft, sentence, 2);
      const has = (kind: string) => near.some((other) => draft.figuresOf(other).some((figure) => figure.kind === kind));
      const bareSum = near.some((other) => /\d+[.,]\d{2}\b/.test(other.plain));
      if (!has("amount") && !bareSum && !near.some((other) => SUM_SAID.test(other.plain)))
        found.push(...wordsIn(sentence, MONEY_DONE).slice(0, 1));
      if (!has("day") && !has("time")) found.push(...wordsIn(sentence, MOVED).slice(0, 1));
    }
    if (found.length === 0) found.push(...valueless(draft));
    yield* found;
  },
});

const NOT_YET = pattern("once|if|when|until|after|as soon as|not|before");

/** They named the sum or the day, we do something about it, and not one number stands in the whole reply. */
function* valueless(draft: Draft): Generator<Pointed> {
  const { customer, body } = draft;
  if (customer === undefined || body.some(({ plain }) => /\d/.test(plain))) return;
  if (body.some(({ plain }) => SUM_SAID.test(plain))) return;
  const named = (kind: string) => customer.figures.some((figure) => figure.kind === kind);
  const hasSum = named("amount") || /\b\d{2,}(?:[.,]\d\d)?\b/.test(customer.plain);
  for (const sentence of body) {
    if (sentence.isQuestion || /\b(?:if|not|can't|cannot|unable|won't|until)\b/.test(sentence.plain)) continue;
    const isMoney = hasSum && ABOUT_MONEY.test(sentence.plain);
    const isValue = (named("day") || hasSum) && ABOUT_A_VALUE.test(sentence.plain);
    if (!isMoney && !isValue) continue;
    yield whole(sentence);
    return;
  }
}

const ABOUT_MONEY = pattern(
  "(?:i|we)(?:'ve|'ll|'re|'m| have| will| are| am|)(?: \\w+ly| now| just| also| already| gladly)*(?: had a look and)? (?:refund(?:ed|ing)?|reimburse[d]?|credit(?:ed)?|cover(?:ed|ing)?|transfer(?:red)?|return(?:ed)?|pay|paid|take over|waive[d]?|clear(?:ed)?) (?:you |it |the |your |that |all |some )",
  "and (?:have )?(?:refunded|reimbursed|credited|returned|waived|cleared) (?:you|it|the|your|that)",
  "(?:deposit|difference|money|charge|fee|payment|amount|refund|credit|sum|fine) (?:comes?|goes|will be|is being|has been|is on|gets?) (?:\\w+ )?(?:back|returned|refunded|paid|its way|credited|transferred|cancelled|waived)",
);
const ABOUT_A_VALUE = pattern(
  "(?:i|we)(?:'ve| have)?(?: now| just| also| already)* (?:corrected|changed|updated|amended|adjusted|moved|rescheduled) (?:the|your) (?:\\w+ )?(?:date|invoice|bill|amount|address|birth\\w*|number|price|total|appointment|booking|reservation|entry|period|quantity)",
);
