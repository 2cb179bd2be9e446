/**
 * Review: looks at a reply while it is being written, or afterwards, against the six steps. Text in, meaning out; no clock, no
 * chance, no network, and the same code in the browser, on the server and on the command line.
 *
 * `review(input)` gives moves, findings, steps, promises and commitments. `suggest(input, seed)` gives openings for what is
 * missing. A rule is one file in rules/, a move one file in moves/; each carries its examples, which are its tests and its page.
 */

export { type Grade, SOURCES, type Source, type SourceKey } from "../sources/index.ts";
export { type Commitment, limitPassed } from "./commitments.ts";
export { holdsLetter } from "./holds-letter.ts";
export { MOVE_NAMES, type MoveName, type MoveScorer, type ReplySentence } from "./moves/find-moves.ts";
export { coachPages } from "./pages.ts";
export type { FoundPromise } from "./promises.ts";
export { shown } from "./rank.ts";
export {
  type Finding,
  type Learned,
  type MoveSaid,
  type NotJudged,
  type Review,
  review,
  reviewAndSuggest,
  suggest,
} from "./review.ts";
export {
  type Approval,
  COMMITMENT_KINDS,
  type CommitmentKind,
  type EarlierPromise,
  type Limit,
  type ReviewInput,
  type ThreadMessage,
} from "./review-input.ts";
export { LEVELS, type Level, NEEDS, type Need, type Rule } from "./rule.ts";
export { RULES } from "./rules/index.ts";
export { carries, type StepCover } from "./steps-covered.ts";
export type { Suggestion } from "./suggest.ts";
