/** Takes playbooks in from files: new ones are added, others get their next version. Either all of them or none. */
import { isRefusal, type Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  addPlaybook,
  changePlaybook,
  lockPlaybooks,
  type PlaybookRow,
  type WrittenPlaybook,
} from "../../records/playbook/index.ts";
import { writtenPlaybook } from "../shared/written-playbook.ts";

export interface ImportedPlaybook {
  readonly slug: string;
  readonly title: string;
  readonly what: "added" | "changed" | "same";
}

/**
 * @param sources each with another id.
 * @param how "look" says what would happen and changes nothing.
 * Refusals: playbook-not-understood.
 */
export async function importPlaybooks(
  desk: Desk,
  sources: readonly string[],
  how: "look" | "write",
): Promise<readonly ImportedPlaybook[] | Refusal> {
  const at = desk.now();
  const writing = { from: "team", by: null, at } as const;
  return desk.database.inOneGo(async (tx) => {
    const rows = await lockPlaybooks(tx);
    const read: { written: WrittenPlaybook; row: PlaybookRow | undefined; what: ImportedPlaybook["what"] }[] = [];
    for (const source of sources) {
      const written = writtenPlaybook(source);
      if (isRefusal(written)) return written;
      const row = rows.find(({ slug }) => slug === written.playbook.id);
      read.push({ written, row, what: row === undefined ? "added" : row.source === source ? "same" : "changed" });
    }
    // Everything is read before anything is written: a refusal undoes nothing.
    for (const { written, row, what } of how === "write" ? read : []) {
      if (what === "same") continue;
      const kept = row ? await changePlaybook(tx, row, written, writing) : await addPlaybook(tx, written, writing);
      const data = { playbookId: kept?.id, name: kept?.title, version: kept?.version };
      await note(tx, { at, kind: `playbook.${what}`, data });
    }
    return read.map(({ written: { playbook }, what }) => ({ slug: playbook.id, title: playbook.title, what }));
  });
}
