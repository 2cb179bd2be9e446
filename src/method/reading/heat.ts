/**
 * How heated a message is, 0..1, from its feelings, its signals, what it tells of and how loud it is written. The stages of CRAFT's mood model
 * fit it: calm below .22, tense below .40, angry below .58, furious above. A measure of the words, never of a person.
 */
import type { Signal } from "./cues/signal-cues.ts";
import type { FeelingRead } from "./feelings.ts";

/** What a feeling at full strength adds. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ["angry", 0.93],
  ["frustrated", 0.68],
  ["disappointed", 0.45],
  ["desperate", 0.38],
  ["worried", 0.22],
  ["pressed-for-time", 0.18],
  ["sad", 0.1],
  ["confused", 0.1],
]);
const RAISED_BY: ReadonlyMap<Signal, number> = new Map([
  ["abuse", 0.5],
  ["threat", 0.6],
  ["legal", 0.12],
  ["complaint-body", 0.15],
  ["public-review", 0.15],
  ["wants-manager", 0.15],
  ["churn", 0.08],
  ["repeat-contact", 0.12],
  ["sarcasm", 0.15],
]);
/** A curt message after a heated one has not cooled: so much of the heat before stays. */
const CARRIED = 0.5;
const CURT_WORDS = 12;

/**
 * @param loudness mean emphasis of the sentences, 0..1.
 * @param grievances the heat of each kind of grievance that is told, 0..1.
 */
export function heatOf(
  feelings: readonly FeelingRead[],
  signals: readonly Signal[],
  loudness: number,
  grievances: readonly number[],
): number {
  let calm = 1 - Math.min(0.35, loudness * 0.7);
  let warmth = 0;
  for (const { feeling, intensity } of feelings) {
    calm *= 1 - (WEIGHTS.get(feeling) ?? 0) * intensity;
    if (feeling === "grateful" || feeling === "pleased") warmth = Math.max(warmth, intensity);
  }
  for (const grievance of grievances) calm *= 1 - grievance;
  for (const signal of new Set(signals)) calm *= 1 - (RAISED_BY.get(signal) ?? 0);
  return round(Math.max(0, Math.min(1, (1 - calm) * (1 - 0.35 * warmth))));
}

/** The heat of a message with what is left of the one before it. */
export function carryHeat(own: number, before: number | undefined, words: number, isThankful: boolean): number {
  if (before === undefined || words > CURT_WORDS || isThankful) return own;
  return round(Math.max(own, before * CARRIED));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
