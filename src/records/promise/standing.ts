/**
 * How a promise stands: reckoned from its day, from what was said of it, and from now; kept nowhere (METHOD close.through). What a
 * letter says of a promise counts from when that letter has left. A thank-you of the customer changes nothing: nobody reads it here.
 */
import type { Outcome } from "./tables.ts";

export type PromiseState = "open" | "broken" | Outcome;

export interface Course {
  /** Null when no day was said. */
  readonly due: Date | null;
  /** What became of it, where anything did. */
  readonly outcome: Outcome | null;
  readonly settledAt: Date | null;
}

/** Broken: its time passed before anything was said of it, whatever was said since. Without a day it is open until then. */
export function stateOf({ due, outcome, settledAt }: Course, now: Date): PromiseState {
  if (due !== null && (settledAt ?? now) > due) return "broken";
  return outcome ?? "open";
}
