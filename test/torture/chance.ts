/** Chance that can be repeated: the same seed makes the same run, as far as the machine's own timing allows. */

export interface Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
}

/** Mulberry32: small, quick, and even enough for choosing when to kill. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { next, between, oneOf: <T>(values: readonly T[]) => values[between(0, values.length - 1)] as T };
}
