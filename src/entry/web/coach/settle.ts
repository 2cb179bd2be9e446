/**
 * When a hint may appear: in a pause, never in the middle of a sentence that is still being written. One that is on screen stays
 * while it is true, and goes the moment it is not. Pure.
 */
export interface Keyed {
  readonly key: string;
}

/** Long enough that a sentence is finished, or its writer looks up; in milliseconds. */
export const PAUSE_MS = 600;

/** @param before the keys of what is on screen. */
export const settled = <T extends Keyed>(before: ReadonlySet<string>, now: readonly T[], isPause: boolean): T[] =>
  now.filter(({ key }) => isPause || before.has(key));
