/**
 * What a customer feels, by the words of the cues and by what was learned together: the 28 emotions of the widest set, our own
 * labelled messages, and what the cues found. It may add a feeling that no cue names, and take away one that a cue only seems
 * to name. Abstains where it is not sure enough.
 */
import { FEELINGS, type FeltFeeling, type FeltHere } from "../reading/index.ts";
import { likely } from "./likely.ts";
import type { Weighed } from "./weigh-message.ts";

export const FELT = FEELINGS.filter((feeling): feeling is FeltFeeling => feeling !== "neutral");

export interface FeelingsHead {
  /** (emotions + best and worst sound + cued feelings) × feelings, row by row. */
  readonly besides: readonly number[];
  /** Per feeling: from this score on it is felt; below the other a cue is believed less, unless it is one of displeasure. */
  readonly felt: readonly number[];
  readonly doubted: readonly number[];
  /** How a score above the first becomes a strength. */
  readonly least: number;
  readonly slope: number;
}

/** A cue that the rest of the message speaks against keeps at least this part of its strength. */
const LEAST_BELIEF = 0.3;
/** Whoever names one of these means it: "furious" stays furious, and what is heard besides stays below what is named. */
const DISPLEASED: ReadonlySet<FeltFeeling> = new Set(["angry", "frustrated", "disappointed"]);
const BESIDE_NAMED = 0.9;
const MOST_UNNAMED = 0.95;
/** What nobody names and is fainter is not told: it is too often in the ear of the listener. */
const LEAST_UNNAMED = 0.25;
const inThousandths = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * What stands beside the words: how likely each emotion is in its likeliest sentence, how good and how bad the message sounds
 * at its best and its worst, and how strongly cues name a feeling.
 */
export function besidesOf(
  { emotions, best, worst }: Pick<Weighed, "emotions" | "best" | "worst">,
  worded: readonly FeltHere[],
): Float32Array {
  const besides = new Float32Array(emotions.length + 2 + FELT.length);
  besides.set(emotions);
  besides[emotions.length] = Math.max(0, best) / 2;
  besides[emotions.length + 1] = Math.max(0, -worst) / 2;
  for (const { feeling, intensity } of worded) {
    const at = emotions.length + 2 + FELT.indexOf(feeling);
    besides[at] = Math.max(besides[at] as number, intensity);
  }
  return besides;
}

/** A score per feeling for a whole message. */
export function feelingScores(head: FeelingsHead, weighed: Weighed, worded: readonly FeltHere[]): Float64Array {
  const scores = Float64Array.from(weighed.felt);
  const besides = besidesOf(weighed, worded);
  for (let row = 0; row < besides.length; row += 1) {
    const value = besides[row] as number;
    if (value === 0) continue;
    for (let feeling = 0; feeling < scores.length; feeling += 1)
      scores[feeling] = (scores[feeling] as number) + value * (head.besides[row * scores.length + feeling] as number);
  }
  return scores;
}

/** @param worded what the cues say, clause by clause. @returns what is felt after all, with the places it rests on. */
export function judgeFeelings(head: FeelingsHead, weighed: Weighed, worded: readonly FeltHere[]): FeltHere[] {
  const scores = feelingScores(head, weighed, worded);
  let named = 0;
  const felt = worded.map((one) => {
    if (DISPLEASED.has(one.feeling)) {
      named = Math.max(named, one.intensity);
      return one;
    }
    const at = FELT.indexOf(one.feeling);
    const belief = likely((scores[at] as number) - (head.doubted[at] as number));
    return {
      ...one,
      intensity: inThousandths(one.intensity * Math.min(1, LEAST_BELIEF + (1 - LEAST_BELIEF) * 2 * belief)),
    };
  });
  for (let at = 0; at < FELT.length; at += 1) {
    const above = (scores[at] as number) - (head.felt[at] as number);
    const feeling = FELT[at] as FeltFeeling;
    if (above < 0 || felt.some((one) => one.feeling === feeling)) continue;
    const where = weighed.strongest[at];
    if (where === undefined) continue;
    const heard = head.least + head.slope * (likely(above) - 0.5);
    if (heard < LEAST_UNNAMED) continue;
    const most = named > 0 && DISPLEASED.has(feeling) ? named * BESIDE_NAMED : MOST_UNNAMED;
    const intensity = inThousandths(Math.min(most, heard));
    felt.push({ feeling, intensity, start: where.start, end: where.end });
  }
  return felt.sort((a, b) => a.start - b.start || a.end - b.end);
}
