/**
 * Playbooks: what a prepared protocol for one kind of trouble holds, which of them fit what was heard, and what the coach has to
 * know of the one that is followed. Pure; how they are written in files, and kept, is the matter of records/playbook.
 */
export { type Matchable, matchPlaybooks, type PlaybookMatch } from "./match-playbooks.ts";
export {
  type ExampleTurn,
  PLAYBOOK_VARIABLES,
  type Playbook,
  type PlaybookCommitment,
  type PlaybookLimit,
  type PlaybookOption,
  type PlaybookQuestion,
  TIME_UNITS,
  type TimeSpan,
  type TimeUnit,
} from "./playbook.ts";
export { limitsOf, reviewedBy } from "./use-in-review.ts";
