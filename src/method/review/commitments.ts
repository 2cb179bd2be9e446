/**
 * What a reply gives away: a refund, credit, replacement, discount, free time or an exception, with the sum where one is said,
 * however it is worded ("we'll cover the 80"). Asking for approval, refusing and explaining are no commitments. METHOD solve.limits.
 */
import type { Span } from "../../kit/index.ts";
import type { Draft } from "./draft.ts";
import type { Amount } from "./figures.ts";
import { pattern } from "./pattern.ts";
import type { Approval, CommitmentKind, Limit } from "./review-input.ts";
import type { Sentence } from "./sentence.ts";

export interface Commitment extends Span {
  readonly kind: CommitmentKind;
  /** Decimal with a point; null when no sum is said. */
  readonly amount: string | null;
  /** ISO 4217, "%" for a share, null when the text does not say. */
  readonly currency: string | null;
}

/** First person giving, now or from now on: "I've", "I'll", "we can", "I'm going to", "let me". */
const GIVER =
  "(?:(?:i|we)(?:'ve|'ll|'m|'re|'d| have| will| can| could| am| are| would| shall|)(?: going to| like to| happy to| glad to| able to| pleased to)?(?: just| now| already| also| gladly| certainly| of course| today| gone ahead and| immediately| personally| therefore| be)*|let me|allow me to|what (?:i|we) can do is)";

const KINDS: ReadonlyArray<readonly [kind: CommitmentKind, cues: RegExp]> = [
  [
    "refund",
    pattern(
      `${GIVER} (?:issue[d]?|issuing|process(?:ed|ing)?|arrang(?:e|ed|ing)|giv(?:e|en|ing)|offer(?:ed|ing)?|sen[dt]|mak(?:e|ing)|made|started|approved?) (?:you )?(?:with )?(?:a|an|the|your) (?:\\w+ ){0,3}(?:refund|reimbursement)`,
      `${GIVER} (?:refund(?:ed|ing)?|reimburs(?:e|ed|ing)|pa(?:y|id|ying) (?:you|it|that|the) (?:back|difference)|pa(?:y|id|ying) back|return(?:ed|ing)? (?:your|the) (?:money|payment)|cover(?:ed|ing)?|revers(?:e|ed|ing) (?:the|that|your|this)|pick(?:ed)? up the (?:cost|bill|tab)|foot(?:ed)? the bill|mak(?:e|ing) (?:up|good) (?:the|for the)|compensat(?:e|ed|ing))`,
      "you(?:'ll| will| can) (?:get|receive|have) (?:a |the |your |it )?(?:\\w+ ){0,2}(?:refund|money back|all of it back|back)",
      `${GIVER} (?:[\\w']+ ){1,4}(?:and|or) refund(?:ed)? (?:you|it|the|all|everything|your)`,
      `${GIVER} (?:sent|send|transfer(?:red)?|paid|pay|wired?|return(?:ed)?) (?:you )?(?:the |your )?[€$£]? ?\\d[\\d.,]*(?: (?:eur|usd|gbp|euros?|pounds?|dollars?))? (?:back|as a (?:bank )?transfer|to (?:your|the|you))`,
      "you(?:'ll| will| should) see (?:the|your|a) (?:\\w+ )?refund",
      "(?:your|the|a) (?:full |partial |complete )?refund (?:of .{1,20} )?(?:has been|is|was|will be|will) (?:\\w+ ){0,2}(?:issued|processed|sent|on its way|made|approved|started|arranged|with you|reach|be|arrive)",
      "(?:the (?:amount|charge|money|payment|fee)|it|all of it|[€$£]? ?[\\d.,]+) (?:will|is going to|goes|is going|has gone) (?:go )?(?:back|be refunded|be returned)",
      "(?:that|this|it|the [\\w.,€$£]+)(?:'s| is) on (?:us|me|the house)",
    ),
  ],
  [
    "credit",
    pattern(
      `${GIVER} (?:\\w+ ){0,3}(?:credit(?:ed|ing)?|voucher|gift card|store credit|goodwill)`,
      "(?:a|an|your) (?:[\\w.€$£]+ ){0,3}(?:credit|voucher|gift card) (?:has been|is|was|will be) (?:\\w+ )?(?:added|applied|issued|sent|on its way|attached|waiting)",
      `${GIVER} (?:add|added|put|apply|applied|give|given|send|sent|offer|issue|issued) (?:you )?(?:[\\w.€$£]+ ){0,4}(?:credit|voucher|gift card|goodwill)`,
    ),
  ],
  [
    "replacement",
    pattern(
      `${GIVER} (?:replac(?:e|ed|ing)|re-?sen(?:d|t|ding)|re-?ship(?:ped|ping)?|swap(?:ped|ping)?|exchang(?:e|ed|ing))`,
      `${GIVER} (?:sen[dt]|sending|ship(?:ped|ping)?|order(?:ed|ing)?|book(?:ed)?|arrang(?:e|ed|ing)|giv(?:e|en|ing)|offer(?:ed)?|get|put|post(?:ed)?|courier(?:ed)?|dispatch(?:ed)?) (?:you |out |for you )*(?:a|an|the|your|another|one) (?:\\w+ ){0,2}(?:replacement|new one|new \\w+|another|second one|fresh one)`,
      `${GIVER} (?:sen[dt]|ship(?:ped)?) (?:you |out )*(?:another|a new|a second|a fresh)`,
      "(?:a|your|the) (?:\\w+ )?replacement (?:\\w+ )?(?:has been|is|was|will be|will|left|leaves|arrives|goes)",
      "a new (?:one|\\w+) (?:is on its way|will be with you|leaves|left|goes out|will reach you)",
    ),
  ],
  [
    "discount",
    pattern(
      `${GIVER} (?:\\w+ ){0,4}(?:discount|rebate)`,
      `${GIVER} (?:tak(?:e|en|ing)|tak|took|knock(?:ed)?|giv(?:e|en)|gave|offer(?:ed)?|dropp?(?:ed)?|reduc(?:e|ed)) (?:you )?(?:[\\w.,%€$£]+ ){0,4}(?:off|lower|less)`,
      "(?:you(?:'ll| will)? (?:get|have|receive)|here(?:'s| is)|enjoy) (?:a |an )?(?:\\d+ ?%|[\\w.,%€$£]+ ){1,3}(?:off|discount)",
      `${GIVER} .{0,60}\\d+ ?% off`,
      "(?:at )?half price",
    ),
  ],
  [
    "free-period",
    pattern(
      `${GIVER} (?:add(?:ed|ing)?|giv(?:e|en|ing)|extend(?:ed|ing)?|offer(?:ed|ing)?|put|includ(?:e|ed)) (?:[\\w']+ ){0,5}(?:(?:free|extra|more|additional) (?:\\w+ )?(?:days?|weeks?|months?|years?|period)|(?:days?|weeks?|months?|years?) (?:free|for free|extra|more|on top|of free|at no (?:extra )?(?:cost|charge)|on us))`,
      "(?:the )?next (?:\\w+ )?(?:month|year|quarter|bill|invoice|payment|renewal)(?:'s \\w+)?(?: is|'s| will be) (?:free|on us|on me|on the house)",
      `${GIVER} extend(?:ed|ing)? (?:your|the) (?:subscription|plan|membership|licen[cs]e|trial|contract|warranty|access)`,
      "(?:one|two|three|six|\\d+) (?:free )?(?:days?|weeks?|months?) (?:free|on us|for free)",
    ),
  ],
  [
    "exception",
    pattern(
      `${GIVER} (?:mak(?:e|ing)|made) (?:you )?(?:an|a one-?off|this one|one|a one-?time|a special) (?:\\w+ )?exception`,
      `${GIVER} waiv(?:e|ed|ing)|${GIVER} (?:let|allow(?:ed)?) (?:you|this|it) (?:[\\w']+ ){0,5}(?:anyway|this once|this time|just this once|all the same|even though|outside|beyond|after the)`,
      "as (?:a|an) (?:one-?off|exception|gesture of goodwill|goodwill gesture|courtesy)",
    ),
  ],
];

/** Nothing is given here: asked for, refused, already theirs, a condition, or somebody else's doing. */
const NOT_GIVING = pattern(
  "(?:ask|asked|asking|check|checking|need|waiting|request(?:ed|ing)?|seek(?:ing)?|get|getting) (?:[\\w']+ ){0,6}(?:approv\\w*|permission|authori[sz]\\w*|sign-?off|whether|if (?:i|we))|(?:to|for) approv\\w+|see (?:if|whether) (?:i|we|he|she|they)|(?:can't|cannot|can not|won't|unable to|not able to|couldn't|don't|do not|never|not (?:be )?(?:possible|able|eligible))|you (?:asked|wanted|requested|would like|mentioned)|cover(?:ed)? (?:by|under|with|that (?:topic|point|in)|(?:in|all) (?:the|this|your|of))|refund (?:policy|request|form)|replacement (?:policy|parts? (?:list|are))|why (?:i|we)|whether (?:i|we)",
);

/** Several ask the same draft. */
const known = new WeakMap<Draft, readonly Commitment[]>();

export function commitmentsIn(draft: Draft): readonly Commitment[] {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const commitments = lookForCommitments(draft);
  known.set(draft, commitments);
  return commitments;
}

function lookForCommitments(draft: Draft): Commitment[] {
  const found: Commitment[] = [];
  for (const sentence of draft.sentences) {
    if (sentence.isQuestion && !/shall i|would you like|do you want/.test(sentence.plain)) continue;
    for (const clause of clausesOf(sentence)) {
      if (NOT_GIVING.test(clause.plain)) continue;
      const kinds = KINDS.filter(([, cue]) => cue.test(clause.plain)).map(([kind]) => kind);
      for (const kind of settle(kinds)) found.push({ kind, ...sumOf(draft, sentence, clause), ...clause.span });
    }
  }
  return found;
}

/** "I'm asking Dana about the fee, and I've refunded the rest" gives in its second half only. */
function clausesOf(sentence: Sentence): { plain: string; span: Span }[] {
  const clauses: { plain: string; span: Span }[] = [];
  let from = 0;
  const cut = (to: number) => {
    const lead = sentence.plain.slice(from, to).search(/\S/);
    if (lead >= 0)
      clauses.push({
        plain: sentence.plain.slice(from + lead, to),
        span: { start: sentence.start + from + lead, end: sentence.start + to },
      });
    from = to;
  };
  for (const match of sentence.plain.matchAll(
    /(?:[;,:]| -|) (?:and|but|so|or) (?=(?:i|we|you|the|your|a|it|i'[a-z]+|we'[a-z]+) )|[;:] |, (?=(?:i|we|but|and|so) ?)/g,
  )) {
    if (match.index <= from) continue;
    cut(match.index);
  }
  cut(sentence.plain.length);
  return clauses;
}

/** A waived fee is an exception and a refund in one wording; the more telling kind stays. */
function settle(kinds: readonly CommitmentKind[]): CommitmentKind[] {
  const all = new Set(kinds);
  if (all.has("credit") || all.has("discount") || all.has("free-period")) all.delete("refund");
  if (all.has("free-period")) all.delete("exception");
  if (all.has("replacement") && all.size > 1) all.delete("refund");
  return [...all];
}

function sumOf(
  draft: Draft,
  sentence: Sentence,
  clause: { plain: string; span: Span },
): Pick<Commitment, "amount" | "currency"> {
  const inside = draft
    .figuresOf(sentence)
    .find(
      (figure): figure is Amount =>
        figure.kind === "amount" && figure.start >= clause.span.start && figure.end <= clause.span.end,
    );
  if (inside !== undefined) return { amount: inside.value, currency: inside.currency };
  // "We'll cover the 80": a bare number is money here, in the currency that the thread speaks of.
  const bare =
    /(?:the|your|of|refunded|refund|back|cover|with|give you|pay you|credit) (?:full |whole )?(\d{1,6}(?:[.,]\d{2})?)(?![\w%-]| (?:days?|weeks?|months?|hours?|minutes?|items?|units?|times|pieces|lamps))(?![.,]\d)/.exec(
      clause.plain,
    );
  if (bare === null) return { amount: null, currency: null };
  const known = draft.customer?.figures.find(
    (figure): figure is Amount => figure.kind === "amount" && figure.currency !== "%",
  );
  const value = Number((bare[1] as string).replace(",", "."));
  return { amount: Number.isInteger(value) ? String(value) : value.toFixed(2), currency: known?.currency ?? null };
}

/** The limit that this goes beyond, unless somebody who may has approved it. A sum that is not said cannot be held against a sum. */
export function limitPassed(
  commitment: Commitment,
  limits: readonly Limit[],
  approved: readonly Approval[],
): Limit | undefined {
  const amount = commitment.amount === null ? undefined : Number(commitment.amount);
  const sameMoney = (currency: string | undefined) =>
    currency === undefined || commitment.currency === null || currency === commitment.currency;
  const allows = approved.some(
    (approval) =>
      approval.kind === commitment.kind &&
      sameMoney(approval.currency) &&
      (approval.amount === undefined || (amount !== undefined && amount <= approval.amount)),
  );
  if (allows) return undefined;
  return limits.find(
    (limit) =>
      limit.kind === commitment.kind &&
      sameMoney(limit.currency) &&
      (amount === undefined ? limit.amount === 0 : amount > limit.amount),
  );
}
