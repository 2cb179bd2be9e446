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
import { type Clause, sumOf } from "./commitment-sums.ts";
import type { Draft } from "./draft.ts";
import { hangsOn, isNotGiven } from "./not-given.ts";
import { flowsOut } from "./outflow.ts";
import type { Approval, CommitmentKind, Limit } from "./review-input.ts";
import type { Sentence } from "./sentence.ts";
import { type Waived, waivedIn } from "./waived.ts";

export interface Commitment extends Span {
  readonly kind: CommitmentKind;
  /** Decimal with a point; of a free period the months. Null when none is said. */
  readonly amount: string | null;
  /** ISO 4217, "%" for a share, null when the text does not say. */
  readonly currency: string | null;
}

/** Commitments that are made by not taking money: a bill that is not sent is a refund, a credit or a discount alike. */
const takenNothing = new WeakSet<Commitment>();
const ALIKE: readonly CommitmentKind[] = ["refund", "credit", "discount", "exception"];

/** Money they never paid us: a loss made good is no refund in the narrow sense. */
const MAKES_UP_FOR =
  /(?<![\w'])(?:cover(?:ed|ing)?|compensat\w+|mak(?:e|ing) (?:good|up)|pay(?:ing)? for|tak(?:e|ing) on|bear|shoulder|carry|loss|losses|damages?)(?!\w)/;

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
    if (
      !GIVES_ANYTHING.test(sentence.plain) &&
      waivedIn(sentence.plain, "") === undefined &&
      !/\d/.test(sentence.plain)
    )
      continue;
    if (sentence.isQuestion && !TAIL.test(sentence.plain) && !/shall i|would you like|do you want/.test(sentence.plain))
      continue;
    for (const clause of clausesOf(sentence)) {
      const lead = sentence.plain.slice(0, Math.max(0, clause.span.start - sentence.start));
      if (isNotGiven(clause.plain, sentence.plain) || hangsOn(`${lead}${clause.plain}`)) continue;
      const hits = givenIn(draft, sentence, clause);
      for (const { kind, end } of hits) {
        const given = { kind, ...sumOf(draft, sentence, clause, kind, end), ...clause.span };
        const isOffTheBill = kind === "discount" && given.currency !== "%" && given.currency !== null;
        if ((kind === "refund" && MAKES_UP_FOR.test(clause.plain)) || isOffTheBill) takenNothing.add(given);
        found.push(given);
      }
      const waived = hits.length > 0 || asksFirst(draft, sentence) ? undefined : takenOrSent(sentence, clause);
      if (waived === undefined) continue;
      const sum = sumOf(draft, sentence, clause, waived.kind, clause.span.start + waived.end);
      const commitment = { kind: waived.kind, ...sum, ...clause.span };
      takenNothing.add(commitment);
      found.push(commitment);
    }
  }
  return found;
}

function takenOrSent(sentence: Sentence, { plain, span }: Clause): Waived | undefined {
  const lead = sentence.plain.slice(0, Math.max(0, span.start - sentence.start));
  return waivedIn(plain, lead) ?? flowsOut(plain, lead);
}

function givenIn(draft: Draft, sentence: Sentence, clause: Clause): Hit[] {
  if (NOT_GIVING.test(clause.plain)) return [];
  if (REFUSES.test(clause.plain) && !NOT_CHARGED.test(clause.plain)) return [];
  if (asksFirst(draft, sentence, clause)) return [];
  const hits = GIVING.flatMap(([kind, cue]) => {
    const hit = cue.exec(clause.plain);
    return hit === null ? [] : [{ kind, end: clause.span.start + hit.index + hit[0].length }];
  });
  return settle(hits, clause.plain);
}

const asksFirst = (draft: Draft, sentence: Sentence, { plain }: Pick<Clause, "plain"> = sentence): boolean =>
  WISHES.test(plain) && isPutToSomebody(draft, sentence);

/** Whether this gives by not taking money. */
export const takesNothing = (commitment: Commitment): boolean => takenNothing.has(commitment);

/** The same with a sum that the thread tells. */
export function withAmount(commitment: Commitment, amount: string): Commitment {
  const summed = { ...commitment, amount };
  if (takenNothing.has(commitment)) takenNothing.add(summed);
  return summed;
}

const isPutToSomebody = (draft: Draft, sentence: Sentence): boolean =>
  draft.sentences.slice(sentence.index, sentence.index + 2).some(({ plain }) => PUT_TO_SOMEBODY.test(plain));

/** "I'm asking Dana about the fee, and I've refunded the rest" gives in its second half only. */
function clausesOf(sentence: Sentence): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const cut = (to: number) => {
    const lead = sentence.plain.slice(from, to).search(/(?!(?:and|but|so|or) )\b[\w€$£]|[€$£]/);
    if (lead >= 0)
      clauses.push({
        // "and have sent it" has its subject further up.
        plain: sentence.plain
          .slice(from + lead, to)
          .replace(/^(?=(?:have|will|am) )/, "i ")
          .replace(/^(?=(?:send|post|ship|bring|deliver|fit|order|refund|pay|add|put|give) )/, "i'll "),
        span: { start: sentence.start + from + lead, end: sentence.start + to },
      });
    from = to;
  };
  for (const match of sentence.plain.matchAll(
    /(?<=\b(?:i|we)(?:'ll| will) [^.;:]{1,60}) and (?=(?:send|post|ship|bring|deliver|fit|order|refund|pay|add|put|give) (?:you )?(?:an?|another|the|your|two|three|\d|[€£$]))|(?:[;,:]| -|) (?:and|but|so|or) (?=(?:i|we|you|the|your|a|it|i'[a-z]+|we'[a-z]+) )| and (?=(?:have|'ve|will|'ll|am|are) (?:\w+ )?(?:sent|send|refund|paid|pay|transfer|credit|return|replac|order|book|add|taken|take|issu|giv|put|sending|waiv))|[;:] |, (?=(?:i|we|but|and|so) ?)/g,
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

/**
 * The limit that this goes beyond, unless somebody who may has approved it. A sum that is not said cannot be held against a sum,
 * nor a share against money, unless the price is known.
 * @param price what the thing cost, where the thread names one sum only.
 * @param pieces how many things are given anew.
 */
export function limitPassed(
  commitment: Commitment,
  limits: readonly Limit[],
  approved: readonly Approval[],
  price?: number,
  pieces = 1,
): Limit | undefined {
  const amount = commitment.amount === null ? undefined : Number(commitment.amount);
  const inSameMoney = (currency: string | undefined): number | undefined => {
    if (amount === undefined || currency === undefined || commitment.currency === null) return amount;
    if (currency === commitment.currency || (commitment.currency === "USD" && DOLLARS.has(currency))) return amount;
    if (price === undefined || (currency === "%") === (commitment.currency === "%")) return undefined;
    return currency === "%" ? (amount / price) * 100 : (amount * price) / 100;
  };
  const isAlike = (kind: CommitmentKind) =>
    kind === commitment.kind ||
    (takenNothing.has(commitment) && ALIKE.includes(kind) && commitment.kind !== "replacement");
  const allows = approved.some((approval) => {
    const size = inSameMoney(approval.currency);
    // Who approved that sum meant it, whatever the writer calls it.
    const isThatSum =
      size !== undefined &&
      size === approval.amount &&
      ALIKE.includes(approval.kind) &&
      ALIKE.includes(commitment.kind);
    if (isThatSum) return true;
    return isAlike(approval.kind) && (approval.amount === undefined || (size !== undefined && size <= approval.amount));
  });
  if (allows) return undefined;
  const named = limits.filter(({ kind }) => kind === commitment.kind);
  const isNamed = named.length > 0;
  const isLoose =
    takenNothing.has(commitment) && ALIKE.includes(commitment.kind) && named.every(({ amount }) => amount > 0);
  // "20 on your account" may be a refund, a credit or a discount: whichever may be as much covers it.
  const isCovered =
    (!isNamed || isLoose) &&
    limits.some((limit) => {
      const size = inSameMoney(limit.currency);
      return isAlike(limit.kind) && limit.amount > 0 && size !== undefined && size <= limit.amount;
    });
  if (isCovered) return undefined;
  return limits.find((limit) => {
    if (limit.kind === "exception" && limit.amount > 0 && commitment.kind !== "exception") return false;
    // "Two replacements" and "one exception" are counted, not paid.
    if (limit.amount > 0 && isCounted(limit))
      return limit.kind === commitment.kind && limit.kind === "replacement" && pieces > limit.amount;
    const size =
      limit.kind !== commitment.kind && commitment.kind === "free-period" ? price : inSameMoney(limit.currency);
    return (
      (isNamed ? limit.kind === commitment.kind : isAlike(limit.kind)) &&
      (limit.amount === 0 || (size !== undefined && size > limit.amount))
    );
  });
}

/** A bare "$" is read as USD, and means theirs in each of these. */
const DOLLARS: ReadonlySet<string> = new Set(["AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD"]);

const isCounted = ({ kind, currency }: Limit): boolean =>
  (kind === "replacement" || kind === "exception") && (currency === undefined || !/^[A-Z]{3}$|^%$/.test(currency));
