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
  /** (emotions + cued feelings) × feelings, row by row. */
  readonly besides: readonly number[];
  /** Per feeling: from this score on it is felt; below the other even a cue is not believed. */
  readonly felt: readonly number[];
  readonly doubted: readonly number[];
  /** How a score above the first becomes a strength. */
  readonly least: number;
  readonly slope: number;
}

/** What stands beside the words: how likely each emotion is in its likeliest sentence, and how strongly cues name a feeling. */
export function besidesOf(emotions: Float64Array, worded: readonly FeltHere[]): Float32Array {
  const besides = new Float32Array(emotions.length + FELT.length);
  besides.set(emotions);
  for (const { feeling, intensity } of worded) {
    const at = emotions.length + FELT.indexOf(feeling);
    besides[at] = Math.max(besides[at] as number, intensity);
  }
  return besides;
}

/** A score per feeling for a whole message. */
export function feelingScores(head: FeelingsHead, weighed: Weighed, worded: readonly FeltHere[]): Float64Array {
  const scores = Float64Array.from(weighed.felt);
  for (const [row, value] of besidesOf(weighed.emotions, worded).entries()) {
    if (value === 0) continue;
    for (let feeling = 0; feeling < scores.length; feeling += 1)
      scores[feeling] = (scores[feeling] as number) + value * (head.besides[row * scores.length + feeling] as number);
  }
  return scores;
}

/** @param worded what the cues say, clause by clause. @returns what is felt after all, with the places it rests on. */
export function judgeFeelings(head: FeelingsHead, weighed: Weighed, worded: readonly FeltHere[]): FeltHere[] {
  const scores = feelingScores(head, weighed, worded);
  const felt = worded.filter(({ feeling }) => {
    const at = FELT.indexOf(feeling);
    return (scores[at] as number) >= (head.doubted[at] as number);
  });
  for (const [at, feeling] of FELT.entries()) {
    const above = (scores[at] as number) - (head.felt[at] as number);
    if (above < 0 || felt.some((one) => one.feeling === feeling)) continue;
    const where = strongestSentence(weighed, at);
    if (where === undefined) continue;
    const intensity = Math.round(Math.min(0.95, head.least + head.slope * (likely(above) - 0.5)) * 1000) / 1000;
    felt.push({ feeling, intensity, start: where.start, end: where.end });
  }
  return felt.sort((a, b) => a.start - b.start || a.end - b.end);
}

function strongestSentence({ sentences, feltIn }: Weighed, feeling: number) {
  let best = -1;
  for (let at = 0; at < sentences.length; at += 1)
    if (best < 0 || (feltIn[at]?.[feeling] as number) > (feltIn[best]?.[feeling] as number)) best = at;
  return sentences[best];
}
