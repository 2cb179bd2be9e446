/**
 * Given words: what a message of ours promises and gives away, and why it left where a rule had asked to stop (METHOD
 * close.through, solve.limits). Of a review nothing else is kept: no finding, no score, no move.
 */
import "./tables.ts";

export { type Given, givenIn, keepGiven, type NewGiven } from "./given.ts";
