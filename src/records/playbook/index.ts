/**
 * Playbooks as the team keeps them: how one is written down (a Markdown file with front matter), every version of it, and what came with
 * Heard. What a playbook is, and which of them fits, is thinking and stands in method/playbook.
 */
import "./tables.ts";

export { playbookSchema } from "./format.ts";
export { type PlaybookProblem, type ReadPlaybook, readPlaybook } from "./read-playbook.ts";
export {
  addPlaybook,
  archivePlaybook,
  changePlaybook,
  findPlaybook,
  listPlaybooks,
  lockPlaybook,
  lockPlaybooks,
  offerShipped,
  type PlaybookLine,
  type PlaybookRow,
  playbooksInUse,
  settleShipped,
  versionOf,
  versionsOf,
  type WrittenPlaybook,
} from "./store.ts";
export { writePlaybook } from "./write-playbook.ts";
