/** This denies what the law gives this customer. */
import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rightFor } from "../rights.ts";
import { rule } from "../rule.ts";

const DENIES = pattern(
  "(?:refund|return|cancel|exchange|money back|withdraw|send (?:it|them) back|take (?:it|them) back)\\w*",
);
const DENIES_ALONE = pattern(
  "(?:only|just) (?:offer |give |issue )?(?:you )?(?:a )?store credit|store credit only|(?:sale|discounted) (?:items|goods) are (?:never|not) (?:refunded|refundable|returnable)|(?:non-?refundable|final sale|all sales (?:are|were) final)|no refunds",
);
const OTHER_MATTER = pattern(
  "shipping (?:fee|cost|upgrade)|delivery (?:fee|cost)|postage|express|gift wrap|return (?:label|address)|opened food",
);
const NOT_COVERED = pattern(
  "custom(?:-?made|ised|ized)?|made to (?:measure|order)|personali[sz]ed|engraved|perishable|fresh|food|flowers|sealed|hygien\\w+|underwear|download(?:ed)?|digital|e-?book|newspaper|magazine|concert|ticket|hotel|flight|event|streaming",
);

const INSIDE = { rights: { jurisdiction: "DE", orderDate: "2026-03-01" }, at: "2026-03-09T10:00:00+01:00" };

export default rule({
  id: "right-denied",
  catalogue: "P7",
  step: "provide",
  principle: "expect.boundary",
  level: "gate",
  needs: ["rights", "at"],
  evenShort: true,
  see: "This denies what the law gives this customer.",
  why: "A right is not ours to refuse, and a letter that denies one misleads.",
  do: "Grant it, or have somebody who knows the law look at it first.",
  cites: ["consumer-law"],
  examples: {
    flags: [
      {
        customer: "I want to return the lamp, I don't like it.",
        reply: "[[I'm sorry, we cannot refund lamps.]] Thank you for your understanding.",
        ...INSIDE,
      },
      {
        customer: "Please cancel my order of the coat.",
        reply: "Hello Ana,\n\n[[your return cannot be accepted.]]",
        ...INSIDE,
      },
      {
        customer: "The boots don't fit, I'd like my money back.",
        reply: "[[Sale items are never refunded.]] Have a look at our new boots.",
        ...INSIDE,
      },
      {
        customer: "The boots don't fit.",
        reply: "[[We can only offer you store credit.]] It lasts for a year.",
        ...INSIDE,
        rights: { jurisdiction: "GB", orderDate: "2026-03-01" },
      },
    ],
    passes: [
      {
        customer: "I want to return the lamp.",
        reply: "You're inside fourteen days, so the full amount goes back to your card.",
        ...INSIDE,
      },
      {
        customer: "I want to return the lamp.",
        reply: "I'm sorry, we cannot refund lamps.",
        ...INSIDE,
        rights: { jurisdiction: "DE", orderDate: "2025-11-01" },
      },
      {
        customer: "I want to return the lamp.",
        reply: "I'm sorry, we cannot refund lamps.",
        ...INSIDE,
        rights: { jurisdiction: "US", orderDate: "2026-03-01" },
      },
      {
        customer: "I want to return the engraved ring.",
        reply: "We cannot refund a ring that was engraved for you.",
        ...INSIDE,
      },
      {
        customer: "Please cancel my order.",
        reply: "I cannot refund the express shipping fee, as the parcel is already with you.",
        ...INSIDE,
      },
      {
        customer: "I want to return the lamp.",
        reply: "We cannot send the lamp in red, but I have cancelled the order.",
        ...INSIDE,
      },
    ],
    misses: [
      {
        customer: "I want to return the lamp.",
        reply: "Lamps stay with those who bought them, I am afraid.",
        ...INSIDE,
      },
    ],
  },
  *check(draft) {
    const { rights, at } = draft.input;
    if (rights === undefined || at === undefined || rightFor(rights, at) === undefined) return;
    if (
      NOT_COVERED.test(draft.customer?.plain ?? "") ||
      draft.sentences.some((sentence) => NOT_COVERED.test(sentence.plain))
    )
      return;
    for (const sentence of draft.body) {
      if (OTHER_MATTER.test(sentence.plain)) continue;
      const denied =
        DENIES_ALONE.test(sentence.plain) || (draft.does(sentence, "refuse") && DENIES.test(sentence.plain));
      if (
        denied &&
        !/\bor (?:a|your) (?:full )?refund|refund or\b|not only/.test(sentence.plain) &&
        !draft.does(sentence, "act")
      )
        yield whole(sentence);
    }
  },
});
