/**
 * Scores that a model gives to examples it was not trained on, fold by fold: what thresholds may honestly be set by. And the
 * threshold with the best balance of found and false.
 */
import { type Example, type Manner, scoresOf, trainLinear } from "./train-linear.ts";

export const FOLDS = 5;

/** @param foldOf the fold of an example; undefined: always trained on, never scored. @returns NaN rows for those. */
export function crossFit(
  examples: readonly Example[],
  foldOf: (index: number) => number | undefined,
  rows: number,
  outputs: number,
  manner: Manner,
): Float32Array[] {
  const scores: Float32Array[] = examples.map(() => new Float32Array(outputs).fill(Number.NaN));
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = trainLinear(
      examples.filter((_, index) => foldOf(index) !== fold),
      rows,
      outputs,
      manner,
    );
    for (const [index, example] of examples.entries())
      if (foldOf(index) === fold) scores[index] = scoresOf(weights, example);
  }
  return scores;
}

/**
 * Each is a score and whether it is one. @param weight of what is missed against what is false: 1 is F1, less is choosier.
 * @returns where F is best; Infinity where there is none.
 */
export function bestThreshold(scored: ReadonlyArray<readonly [score: number, isOne: boolean]>, weight = 1): number {
  const sorted = [...scored].sort(([a], [b]) => b - a);
  const all = sorted.filter(([, isOne]) => isOne).length;
  let found = 0;
  let best = 0;
  let threshold = Infinity;
  for (const [index, [score, isOne]] of sorted.entries()) {
    if (isOne) found += 1;
    const next = sorted[index + 1]?.[0];
    if (next === score) continue;
    const balance = ((1 + weight ** 2) * found) / (index + 1 + weight ** 2 * all);
    if (balance <= best) continue;
    best = balance;
    threshold = next === undefined ? score - 0.01 : (score + next) / 2;
  }
  return threshold;
}

/** @returns from where on at least this part of what is found is right, as far as so few show it; never below `least`. */
export function surerThan(
  precision: number,
  scored: ReadonlyArray<readonly [score: number, isOne: boolean]>,
  least: number,
): number {
  const sorted = [...scored].sort(([a], [b]) => b - a);
  let right = 0;
  let sure = sorted[0]?.[0] ?? Infinity;
  for (const [index, [score, isOne]] of sorted.entries()) {
    if (isOne) right += 1;
    if ((right + 0.5) / (index + 2) >= precision) sure = score;
  }
  return Math.max(sure, least);
}
