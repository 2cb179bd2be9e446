/** A score as a likelihood, 0..1. */
export const likely = (score: number): number => 1 / (1 + Math.exp(-score));
