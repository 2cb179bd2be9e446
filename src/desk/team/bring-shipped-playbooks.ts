/**
 * Brings in the playbooks that come with this release. New ones are added, those that nobody has touched follow the release; where the
 * team has written its own, that stays, and the newer text is put beside it for a person to decide.
 */
import { isRefusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { addPlaybook, changePlaybook, lockPlaybooks, offerShipped } from "../../records/playbook/index.ts";
import { writtenPlaybook } from "../shared/written-playbook.ts";

/** How many were added, followed the release, or wait for somebody to look. */
export interface BroughtPlaybooks {
  readonly added: number;
  readonly followed: number;
  readonly offered: number;
}

/** @param sources Markdown files of the release. @throws when one of them is no playbook: a release is tested. */
export async function bringShippedPlaybooks(desk: Desk, sources: readonly string[]): Promise<BroughtPlaybooks> {
  const at = desk.now();
  const shipped = { from: "shipped", by: null, at } as const;
  return desk.database.inOneGo(async (tx) => {
    const rows = await lockPlaybooks(tx);
    const known = new Set(rows.map(({ shipped_source }) => shipped_source));
    const brought = { added: 0, followed: 0, offered: 0 };
    for (const source of sources) {
      // Nearly every start brings nothing new; then nothing has to be read.
      if (known.has(source)) continue;
      const written = writtenPlaybook(source);
      if (isRefusal(written)) throw new Error(`A shipped playbook cannot be read. ${written.sentence}`);
      const row = rows.find(({ slug }) => slug === written.playbook.id);
      if (row === undefined) {
        await addPlaybook(tx, written, shipped);
        brought.added += 1;
      } else if (row.source === row.shipped_source) {
        await changePlaybook(tx, row, written, shipped);
        brought.followed += 1;
      } else {
        await offerShipped(tx, row.id, source);
        brought.offered += 1;
      }
    }
    if (brought.added + brought.followed + brought.offered > 0)
      await note(tx, { at, kind: "playbook.shipped", data: { ...brought } });
    return brought;
  });
}
