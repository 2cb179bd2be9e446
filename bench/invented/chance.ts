/** Chance that repeats: the same seed gives the same desk on every machine. */

export interface Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** 0 ≤ whole number < below. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** True with this probability. */
  readonly happens: (probability: number) => boolean;
  /** Lognormal: half of the values are below `median`. */
  readonly lognormal: (median: number, sigma: number) => number;
}

/** Mulberry32 (T. Ettinger): 32 bits of state, even enough for invented mail. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    happens: (probability) => next() < probability,
    lognormal: (median, sigma) =>
      median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}
