/**
 * What kind of trouble this is, ranked (the list of DESIGN). Weighted cues, each counted once; "other" holds its ground where
 * little speaks for anything. A trained scorer's opinion is added to the same sum.
 */
import type { Situation } from "./cues/situation-cues.ts";
import type { HeardSentence } from "./hear-sentences.ts";

export interface SituationRead {
  readonly situation: Situation;
  /** 0..1; the shares of all situations sum to 1, of which only those worth a look are listed. */
  readonly confidence: number;
}

/** What "other" starts with: one weak cue does not beat it, one strong one does. */
const OTHER_STARTS = 1.7;
/** A situation's cues count less and less beyond this. */
const ENOUGH = 6;
const SHARPNESS = 0.75;
const LEAST_SHOWN = 0.06;
const MOST_SHOWN = 5;
/** A second cue of the same kind in one message is worth this part of the first. */
const NEXT_PART = 0.55;

/** @param learned what a trained model adds to each situation, in the same unit as a cue's weight. */
export function rankSituations(
  sentences: readonly HeardSentence[],
  learned: ReadonlyMap<Situation, number> | undefined,
): SituationRead[] {
  const weights = new Map<Situation, Map<number, number>>();
  for (const { hits } of sentences)
    for (const { cue } of hits) {
      if (cue.is !== "situation") continue;
      let cues = weights.get(cue.situation);
      if (cues === undefined) {
        cues = new Map();
        weights.set(cue.situation, cues);
      }
      cues.set(cue.id, cue.weight);
    }
  const scores = new Map<Situation, number>([["other", OTHER_STARTS]]);
  for (const [situation, cues] of weights)
    scores.set(situation, (scores.get(situation) ?? 0) + sumOf([...cues.values()]));
  for (const [situation, weight] of learned ?? []) scores.set(situation, (scores.get(situation) ?? 0) + weight);
  let total = 0;
  const shares: { situation: Situation; confidence: number }[] = [];
  for (const [situation, score] of scores) {
    const share = Math.exp(SHARPNESS * Math.min(score, ENOUGH + Math.log1p(Math.max(0, score - ENOUGH))));
    total += share;
    shares.push({ situation, confidence: share });
  }
  const shown: SituationRead[] = [];
  for (const one of shares) {
    one.confidence = Math.round((one.confidence / total) * 1000) / 1000;
    if (one.confidence >= LEAST_SHOWN) shown.push(one);
  }
  return shown.sort((a, b) => b.confidence - a.confidence || (a.situation < b.situation ? -1 : 1)).slice(0, MOST_SHOWN);
}

function sumOf(weights: number[]): number {
  let part = 1;
  let sum = 0;
  for (const weight of weights.sort((a, b) => b - a)) {
    sum += weight * part;
    part *= NEXT_PART;
  }
  return sum;
}
