/** This gives more than you may give alone. */
import { commitmentsIn, limitPassed } from "../commitments.ts";
import { rule } from "../rule.ts";

const FIFTY = {
  limits: [
    { kind: "refund", amount: 50, currency: "EUR" },
    { kind: "discount", amount: 10, currency: "%" },
    { kind: "free-period", amount: 0 },
  ],
} as const;

export default rule({
  id: "beyond-limit",
  catalogue: "P8",
  step: "provide",
  principle: "solve.limits",
  level: "gate",
  needs: ["limits"],
  evenShort: true,
  see: "This gives more than you may give alone.",
  why: "A promise that has to be taken back hurts twice.",
  do: "Ask for approval first, and tell the customer whom you ask and until when.",
  cites: ["authority"],
  examples: {
    flags: [
      { customer: "The 80 EUR are gone.", reply: "[[I'll refund the 80 EUR today, to the same card.]]", ...FIFTY },
      {
        customer: "I paid 80 EUR for the taxi.",
        reply: "[[We'll cover the 80.]] Please send me the slip, so that I can pay it.",
        ...FIFTY,
      },
      { customer: "It is expensive.", reply: "[[I can give you 20% off the next order.]]", ...FIFTY },
      { customer: "The course was bad.", reply: "[[I've added two free months to your plan.]]", ...FIFTY },
    ],
    passes: [
      {
        customer: "The 80 EUR are gone.",
        reply: "I'm asking Dana to approve 80 EUR; you'll have her answer by 15:00.",
        ...FIFTY,
      },
      { customer: "The 40 EUR are gone.", reply: "I'll refund the 40 EUR today, to the same card.", ...FIFTY },
      {
        customer: "The 80 EUR are gone.",
        reply: "I'll refund the 80 EUR today.",
        ...FIFTY,
        approved: [{ kind: "refund", amount: 80, currency: "EUR" }],
      },
      { customer: "The 80 EUR are gone.", reply: "You paid 80 EUR on Monday, and I can see it here.", ...FIFTY },
      {
        customer: "The 80 EUR are gone.",
        reply: "We can't refund the 80 EUR, because the course took place.",
        ...FIFTY,
      },
      { customer: "Is there a discount?", reply: "I can give you 10% off the next order.", ...FIFTY },
    ],
    misses: [
      { customer: "The 80 EUR are gone.", reply: "Consider the whole sum as good as in your pocket.", ...FIFTY },
    ],
  },
  *check(draft) {
    const { limits = [], approved = [] } = draft.input;
    const seen = new Set<number>();
    for (const commitment of commitmentsIn(draft)) {
      const limit = limitPassed(commitment, limits, approved);
      if (limit === undefined || seen.has(commitment.start)) continue;
      seen.add(commitment.start);
      const most =
        limit.amount === 0
          ? `A ${limit.kind} needs an approval`
          : `Your limit for a ${limit.kind} is ${limit.amount}${limit.currency === undefined ? "" : ` ${limit.currency}`}`;
      yield { start: commitment.start, end: commitment.end, see: `${most}, and nobody has approved this one.` };
    }
  },
});
