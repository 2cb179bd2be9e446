/** One round of a matter: what was said since it began, or began anew by a "no". Promises, facts and questions outlive it. */
import type { Matter, PromiseGiven } from "./matter.ts";

export interface Round extends Matter {
  readonly since: number;
}

/** spare: nothing here asks for it so far. begun: our part is done, and something is still awaited. */
export type StepState = "open" | "begun" | "done" | "spare";

/** Broken, and nobody has said so yet. */
export const isBreach = ({ state, isOwnedUp }: PromiseGiven): boolean => state === "broken" && !isOwnedUp;
