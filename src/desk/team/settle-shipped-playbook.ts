/** Decides about a newer shipped version of a playbook that the team had rewritten: take it, or keep the team's own. */
import { isRefusal, type PlaybookId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changePlaybook, lockPlaybook, settleShipped } from "../../records/playbook/index.ts";
import { PLAYBOOK_NOT_FOUND, writtenPlaybook } from "../shared/written-playbook.ts";

/** Taking the shipped one is allowed at any time, and the playbook follows later releases again. Refusals: playbook-not-found, playbook-not-shipped. */
export async function settleShippedPlaybook(
  desk: Desk,
  by: SignedIn,
  id: PlaybookId,
  choice: "shipped" | "ours",
): Promise<Refusal | undefined> {
  const at = desk.now();
  return desk.database.inOneGo(async (tx) => {
    const row = await lockPlaybook(tx, id);
    if (!row) return PLAYBOOK_NOT_FOUND;
    if (row.shipped_source === null)
      return refuse("playbook-not-shipped", "This playbook is your own: none like it comes with Heard.");
    if (choice === "shipped" && row.source !== row.shipped_source) {
      const written = writtenPlaybook(row.shipped_source);
      if (isRefusal(written)) return written;
      await changePlaybook(tx, row, written, { from: "shipped", by: by.id, at });
    }
    await settleShipped(tx, id);
    const kind = choice === "shipped" ? "playbook.shipped-taken" : "playbook.shipped-declined";
    await note(tx, { at, kind, personId: by.id, data: { playbookId: id, name: row.title } });
    return undefined;
  });
}
