/**
 * Given words: what a message of ours promises and gives away, and why it left where a rule had asked to stop (METHOD
 * close.through, solve.limits). Of a review nothing else is kept: no finding, no score, no move. And the ledger: what became of
 * the promises.
 */
import "./tables.ts";

export { type Given, givenIn, keepGiven, type NewGiven } from "./given.ts";
export {
  type Bucket,
  conversationOfPromise,
  type KeptRate,
  keptRate,
  type OpenPromise,
  openPromises,
  type PromiseStanding,
  promisesOf,
} from "./ledger.ts";
export { type Settlement, settle, takeBackOutcome } from "./outcomes.ts";
export type { PromiseState } from "./standing.ts";
