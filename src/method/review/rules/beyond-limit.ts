/** This gives more than you may give alone. */
import { commitmentsIn, limitPassed, takesNothing, withAmount } from "../commitments.ts";
import type { Draft } from "../draft.ts";
import type { Amount } from "../figures.ts";
import { piecesIn } from "../not-given.ts";
import { numbersIn } from "../numbers-said.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";
import { isBoundless, isLittle } from "../waived.ts";

const FIFTY = {
  limits: [
    { kind: "refund", amount: 50, currency: "EUR" },
    { kind: "discount", amount: 10, currency: "%" },
    { kind: "free-period", amount: 0 },
  ],
} as const;

/** All of it, without saying how much that is. */
const WHOLE = pattern(
  "full|fully|whole|entire|complete(?:ly)?|all of it|everything|the (?:order|purchase|price|payment|charge|fare|stay|course)|it",
);
const OUTRIGHT_WHOLE = pattern("full|fully|whole|entire|complete(?:ly)?|all of it|everything");
const PART = pattern(
  "part(?:ly|ial)?|some|half|difference|rest|fee|postage|shipping|delivery|deposit|share|percent|portion|unused|remaining|second|double|extra|express|tax|toll|ticket|taxi|breakfast|return",
);
/** Without one of these "send you back" and "cover it" may be about anything. */
const OF_MONEY = pattern(
  "refund\\w*|reimburs\\w*|repa(?:y|id|ying)|money|amounts?|fees?|prices?|costs?|charg\\w+|payments?|pa(?:y|id|ying)|bills?|invoices?|fares?|deposits?|rent|stay|course|ticket\\w*|everything|all|full|whole|entire|half|loss\\w*|damages?|taxi|hotel|card|account|bank|cent|penny|term|fine|credit\\w*|cash|back your|order|purchase|(?:on|at) (?:us|me|our)|free|treat|guests?|nothing|difference|owe|compensat\\w*|make you whole|square",
);
const GIVEN_IN_MONEY = new Set(["refund", "credit", "discount"]);

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
      {
        customer: "I paid 120 EUR for the course.",
        reply: "[[The fee goes back to your card in full.]] You see it by Friday.",
        ...FIFTY,
      },
      {
        customer: "It cost 200 EUR.",
        reply: "[[You're getting 90 EUR off the price]], and I'm glad about it.",
        ...FIFTY,
      },
      { customer: "The course was bad.", reply: "[[I've added two free months to your plan.]]", ...FIFTY },
      {
        customer: "The 80 EUR are gone.",
        reply: "[[I have done the needful and 80 EUR will reflect in your account tomorrow.]]",
        ...FIFTY,
      },
      {
        customer: "The 80 EUR are gone.",
        reply: "[[80 EUR back on your Visa card tonight]], so don't worry.",
        ...FIFTY,
      },
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
      {
        customer: "I paid 120 EUR for the course.",
        reply: "I'd like to give you all of it back; that is more than I may decide, so I've put it to Dana.",
        ...FIFTY,
      },
      { customer: "I paid 120 EUR.", reply: "40 EUR of the 120 EUR go back to your card today.", ...FIFTY },
      { customer: "Is there a discount?", reply: "I can give you 10% off the next order.", ...FIFTY },
      {
        customer: "The 80 EUR are gone.",
        reply: "I've put the 80 EUR to my colleague in accounts, who answers by Friday.",
        ...FIFTY,
      },
      { customer: "The 80 EUR are gone.", reply: "Sorry, that's on us.", ...FIFTY },
      { customer: "The 80 EUR are gone.", reply: "The complaint office is free of charge for you.", ...FIFTY },
      { customer: "The 80 EUR are gone.", reply: "I'll settle the amount with you once the report is in.", ...FIFTY },
      { customer: "The 80 EUR are gone.", reply: "In March we refunded you 80 EUR for the first one.", ...FIFTY },
      { customer: "The 80 EUR are gone.", reply: "I see that 80 EUR went to our account on Monday.", ...FIFTY },
      { customer: "The 80 EUR are gone.", reply: "I'll send you back to Moira, who knows the file.", ...FIFTY },
    ],
    misses: [
      { customer: "The 80 EUR are gone.", reply: "Consider the whole sum as good as in your pocket.", ...FIFTY },
    ],
  },
  *check(draft) {
    const { limits = [], approved = [] } = draft.input;
    const seen = new Set<number>();
    const sums = sumsIn(draft);
    const least = sums[0];
    for (const said of commitmentsIn(draft)) {
      // What goes beyond a limit with the smallest sum that the customer speaks of surely does.
      const isWhole =
        said.amount === null && (GIVEN_IN_MONEY.has(said.kind) || (said.kind === "replacement" && sums.length === 1));
      const words = draft.plain.slice(said.start, said.end);
      const isAll =
        (said.kind !== "refund" || OF_MONEY.test(words)) &&
        ((said.kind === "credit" || said.kind === "discount" ? OUTRIGHT_WHOLE : WHOLE).test(words) ||
          (said.kind === "refund" && !PART.test(words) && !isLittle(words)) ||
          said.kind === "replacement" ||
          (takesNothing(said) && !isLittle(words)));
      const sum = isBoundless(words)
        ? Number.MAX_SAFE_INTEGER
        : isAll
          ? (sumBeside(draft, said) ?? sumMeant(words, sums))
          : undefined;
      const isGuessed = isWhole && sum !== undefined;
      // A sum that stands elsewhere is one guess; that somebody has approved another kind of it, a second.
      if (isGuessed && takesNothing(said) && !isBoundless(words) && approved.length > 0) continue;
      const commitment = isGuessed ? withAmount(said, String(sum)) : said;
      const limit = limitPassed(commitment, limits, approved, sums.length === 1 ? least : undefined, piecesIn(words));
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

/** Of a bill the largest sum is meant, else the smallest: what is too much with that surely is. */
const sumMeant = (words: string, sums: readonly number[]): number | undefined =>
  /(?<![\w'])(?:whole|entire|full) (?:bill|invoice|order|booking|stay|price|fare)(?!\w)/.test(words)
    ? sums.at(-1)
    : sums[0];

/** "A new pair is 18, and I pay it back": the sum that the sentence itself names is meant, the smallest of them. */
function sumBeside(draft: Draft, said: { readonly start: number; readonly end: number }): number | undefined {
  const sentence = draft.sentences.find(({ start, end }) => start <= said.start && said.end <= end);
  const sums =
    sentence === undefined
      ? []
      : draft
          .figuresOf(sentence)
          .flatMap((figure) => (figure.kind === "amount" && figure.currency !== "%" ? [Number(figure.value)] : []));
  return sums.length === 0 ? undefined : Math.min(...sums);
}

/** The sums of money that the customer speaks of, smallest first, each once. */
function sumsIn({ customer }: Draft): number[] {
  const sums = (customer?.figures ?? [])
    .filter((figure): figure is Amount => figure.kind === "amount" && figure.currency !== "%")
    .map(({ value }) => Number(value));
  // "I pay 180" and "118 a night" are sums, too, and name no currency.
  const bare = numbersIn((customer?.everything ?? "").slice(0, 8_000)).flatMap(({ value, role, end, digits }) =>
    value !== undefined &&
    digits.length >= 2 &&
    (PAID.test(role) || A_NIGHT.test((customer?.everything ?? "").slice(end, end + 12)))
      ? [value]
      : [],
  );
  return [...new Set([...sums, ...bare])].filter((value) => value > 0).sort((a, b) => a - b);
}

const PAID = /^(?:pay|paid|cost|price|pric|charg|took|tak|deposit|bill|invoic|fee|rent|quot|total)/;
const A_NIGHT = /^ (?:a|per|each|apiece)\b/;
