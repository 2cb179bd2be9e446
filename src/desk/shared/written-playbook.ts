/** What a verb needs before it keeps a playbook: the source as it was read, or the refusal that says what is wrong with it. */
import { type Refusal, refuse } from "../../kit/index.ts";
import { readPlaybook, type WrittenPlaybook } from "../../records/playbook/index.ts";

export const PLAYBOOK_NOT_FOUND = refuse("playbook-not-found", "This playbook is not here any more.", "");

/** Refusals: playbook-not-understood. */
export function writtenPlaybook(source: string): WrittenPlaybook | Refusal {
  const { playbook, problems } = readPlaybook(source);
  if (playbook !== undefined) return { source, playbook };
  const [{ line, sentence } = { line: null, sentence: "This is no playbook." }, ...others] = problems;
  return refuse(
    "playbook-not-understood",
    line === null ? sentence : `Line ${line}: ${sentence}`,
    others.length > 0 ? `There are ${others.length} more. Nothing was saved.` : "Nothing was saved.",
  );
}
