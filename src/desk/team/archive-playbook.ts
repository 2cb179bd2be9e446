/** Puts a playbook into the archive, or takes it out again. Nothing is thrown away: conversations may have followed it. */
import type { PlaybookId, Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { archivePlaybook as keepArchived, lockPlaybook } from "../../records/playbook/index.ts";
import { PLAYBOOK_NOT_FOUND } from "../shared/written-playbook.ts";

/** Refusals: playbook-not-found. */
export async function archivePlaybook(
  desk: Desk,
  by: SignedIn,
  id: PlaybookId,
  to: "archive" | "use",
): Promise<Refusal | undefined> {
  const at = desk.now();
  return desk.database.inOneGo(async (tx) => {
    const row = await lockPlaybook(tx, id);
    if (!row) return PLAYBOOK_NOT_FOUND;
    if ((row.archived_at !== null) === (to === "archive")) return undefined;
    await keepArchived(tx, id, to === "archive" ? at : null);
    const kind = to === "archive" ? "playbook.archived" : "playbook.restored";
    await note(tx, { at, kind, personId: by.id, data: { playbookId: id, name: row.title } });
    return undefined;
  });
}
