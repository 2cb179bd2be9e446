/**
 * What a reply gives away: a refund, credit, replacement, discount, free time or an exception, with the sum where one is said,
 * however it is worded ("we'll cover the 80"). Asking for approval, refusing and explaining are no commitments. METHOD solve.limits.
 */
import type { Span } from "../../kit/index.ts";
import {
  GIVES_ANYTHING,
  GIVING,
  NOT_CHARGED,
  NOT_GIVING,
  PUT_TO_SOMEBODY,
  REFUSES,
  TAIL,
  WISHES,
} from "./commitment-cues.ts";
import type { Draft } from "./draft.ts";
import type { Amount } from "./figures.ts";
import type { Approval, CommitmentKind, Limit } from "./review-input.ts";
import type { Sentence } from "./sentence.ts";

export interface Commitment extends Span {
  readonly kind: CommitmentKind;
  /** Decimal with a point; of a free period the months. Null when none is said. */
  readonly amount: string | null;
  /** ISO 4217, "%" for a share, null when the text does not say. */
  readonly currency: string | null;
}

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
    if (!GIVES_ANYTHING.test(sentence.plain)) continue;
    if (sentence.isQuestion && !TAIL.test(sentence.plain) && !/shall i|would you like|do you want/.test(sentence.plain))
      continue;
    for (const clause of clausesOf(sentence)) {
      if (NOT_GIVING.test(clause.plain)) continue;
      if (REFUSES.test(clause.plain) && !NOT_CHARGED.test(clause.plain)) continue;
      if (WISHES.test(clause.plain) && isPutToSomebody(draft, sentence)) continue;
      const hits = GIVING.flatMap(([kind, cue]) => {
        const hit = cue.exec(clause.plain);
        return hit === null ? [] : [{ kind, end: clause.span.start + hit.index + hit[0].length }];
      });
      for (const { kind, end } of settle(hits, clause.plain))
        found.push({ kind, ...sumOf(draft, sentence, clause, kind, end), ...clause.span });
    }
  }
  return found;
}

const isPutToSomebody = (draft: Draft, sentence: Sentence): boolean =>
  draft.sentences.slice(sentence.index, sentence.index + 2).some(({ plain }) => PUT_TO_SOMEBODY.test(plain));

/** "I'm asking Dana about the fee, and I've refunded the rest" gives in its second half only. */
function clausesOf(sentence: Sentence): { plain: string; span: Span }[] {
  const clauses: { plain: string; span: Span }[] = [];
  let from = 0;
  const cut = (to: number) => {
    const lead = sentence.plain.slice(from, to).search(/(?!(?:and|but|so|or) )\b[\w€$£]|[€$£]/);
    if (lead >= 0)
      clauses.push({
        // "and have sent it" has its subject further up.
        plain: sentence.plain.slice(from + lead, to).replace(/^(?=(?:have|will|am) )/, "i "),
        span: { start: sentence.start + from + lead, end: sentence.start + to },
      });
    from = to;
  };
  for (const match of sentence.plain.matchAll(
    /(?:[;,:]| -|) (?:and|but|so|or) (?=(?:i|we|you|the|your|a|it|i'[a-z]+|we'[a-z]+) )| and (?=(?:have|'ve|will|'ll|am|are) (?:\w+ )?(?:sent|send|refund|paid|pay|transfer|credit|return|replac|order|book|add|taken|take|issu|giv|put|sending|waiv))|[;:] |, (?=(?:i|we|but|and|so) ?)/g,
  )) {
    if (match.index <= from) continue;
    cut(match.index);
  }
  cut(sentence.plain.length);
  return clauses;
}

interface Hit {
  readonly kind: CommitmentKind;
  /** Where the words that give end. */
  readonly end: number;
}

/** A waived fee is an exception and a refund in one wording; the more telling kind stays. */
function settle(hits: readonly Hit[], plain: string): Hit[] {
  const has = (kind: CommitmentKind) => hits.some((hit) => hit.kind === kind);
  const sums = plain.match(/\d[\d.,]*/g)?.length ?? 0;
  const isBack = /refund|back|reimburs/.test(plain);
  const quiet = new Set<CommitmentKind>();
  if (has("credit") && /credit(?:ed|ing)? .{0,40}(?:to (?:your|the) (?:card|bank)|back)/.test(plain))
    quiet.add("credit");
  else if ((has("credit") || has("discount") || has("free-period")) && !(isBack && sums > 1)) quiet.add("refund");
  if (has("free-period")) quiet.add("exception");
  if (has("replacement") && !isBack) quiet.add("refund");
  if (has("credit") && has("discount") && sums < 2) quiet.add("discount");
  return hits.filter(({ kind }) => !quiet.has(kind));
}

const MONTHS_IN: Readonly<Record<string, number>> = { day: 1 / 30, week: 7 / 30, month: 1, quarter: 3, year: 12 };
const COUNTS = "an? one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Months, as a decimal. */
function monthsIn(plain: string): string | null {
  const found =
    /\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:free |extra |more |additional |further )?(?:\w+ )?(day|week|month|quarter|year)s?\b/.exec(
      plain,
    );
  const next = /\bnext (?:\w+ )?(month|quarter|year)\b/.exec(plain);
  if (found === null && next === null) return null;
  const [, count = "1", unit = next?.[1] ?? "month"] = found ?? [];
  const many = /^an?$/.test(count) ? 1 : COUNTS.indexOf(count) > 0 ? COUNTS.indexOf(count) : Number(count);
  return String(Math.round(many * (MONTHS_IN[unit] ?? 1) * 100) / 100);
}

function sumOf(
  draft: Draft,
  sentence: Sentence,
  clause: { plain: string; span: Span },
  kind: CommitmentKind,
  at: number,
): Pick<Commitment, "amount" | "currency"> {
  if (kind === "free-period") return { amount: monthsIn(clause.plain), currency: null };
  if (kind === "discount" && /\bhalf(?: the)? price\b/.test(clause.plain)) return { amount: "50", currency: "%" };
  const isWanted = ({ currency }: Amount) => kind === "discount" || currency !== "%";
  const inside = draft
    .figuresOf(sentence)
    .filter(
      (figure): figure is Amount =>
        figure.kind === "amount" &&
        isWanted(figure) &&
        figure.start >= clause.span.start &&
        figure.end <= clause.span.end,
    );
  const parts = inside.filter(({ start }) => !WHOLE_OF_IT.test(draft.plain.slice(Math.max(0, start - 12), start)));
  // Of two sums each belongs to the words nearest to it: "you get the £190 plus a £100 voucher".
  const nearest = (parts.length > 0 ? parts : inside).reduce<Amount | undefined>(
    (best, figure) => (best === undefined || distance(figure, at) < distance(best, at) ? figure : best),
    undefined,
  );
  if (nearest !== undefined) return { amount: nearest.value, currency: nearest.currency };
  if (kind === "replacement" || kind === "exception") return { amount: null, currency: null };
  // "We'll cover the 80": a bare number is money here, in the currency that the thread speaks of.
  const bare = (PART_OF.exec(clause.plain) ?? BARE_SUM.exec(clause.plain))?.[1];
  if (bare === undefined) return { amount: null, currency: null };
  const known = draft.customer?.figures.find(
    (figure): figure is Amount => figure.kind === "amount" && figure.currency !== "%",
  );
  const value = Number(bare.replace(/,(?=\d{3})/g, "").replace(",", "."));
  return { amount: Number.isInteger(value) ? String(value) : value.toFixed(2), currency: known?.currency ?? null };
}

/** "40 EUR of the 120 EUR": the second is what the first is a part of. */
const WHOLE_OF_IT = /\bof (?:the|your|those|these) $/;
/** "200 of the 620". */
const PART_OF = /(?<![\w.,])(\d{1,6}(?:[.,]\d{2})?) (?:out )?of (?:the|your|those) \d/;
const BARE_SUM =
  /(?:the|your|of|refunded|refund|back|cover|with|give you|pay you|credit|off|sent|paid|you|put|taken|only|another) (?:full |whole |second |remaining |entire )?(\d{1,3}(?:,\d{3})+|\d{1,6}(?:[.,]\d{2})?)(?![\w%-]|:\d| (?:working |business )?(?:days?|weeks?|months?|hours?|minutes?|items?|units?|times|pieces|lamps|years?|seats?|tickets?|people|of)\b| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?![.,]\d)/;
const distance = (figure: Span, at: number): number => (figure.end <= at ? at - figure.end : figure.start - at);

/**
 * The limit that this goes beyond, unless somebody who may has approved it. A sum that is not said cannot be held against a sum,
 * nor a share against money, unless the price is known.
 * @param price what the thing cost, where the thread names one sum only.
 */
export function limitPassed(
  commitment: Commitment,
  limits: readonly Limit[],
  approved: readonly Approval[],
  price?: number,
): Limit | undefined {
  const amount = commitment.amount === null ? undefined : Number(commitment.amount);
  const inSameMoney = (currency: string | undefined): number | undefined => {
    if (amount === undefined || currency === undefined || commitment.currency === null) return amount;
    if (currency === commitment.currency) return amount;
    if (price === undefined || (currency === "%") === (commitment.currency === "%")) return undefined;
    return currency === "%" ? (amount / price) * 100 : (amount * price) / 100;
  };
  const allows = approved.some((approval) => {
    const size = inSameMoney(approval.currency);
    return (
      approval.kind === commitment.kind &&
      (approval.amount === undefined || (size !== undefined && size <= approval.amount))
    );
  });
  if (allows) return undefined;
  return limits.find((limit) => {
    const size = inSameMoney(limit.currency);
    return limit.kind === commitment.kind && (limit.amount === 0 || (size !== undefined && size > limit.amount));
  });
}
