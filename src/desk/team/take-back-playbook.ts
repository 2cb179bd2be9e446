/** Takes an older version of a playbook back. It becomes the newest one: no version is lost by it. */
import { isRefusal, type PlaybookId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changePlaybook, lockPlaybook, type PlaybookRow, versionOf } from "../../records/playbook/index.ts";
import { PLAYBOOK_NOT_FOUND, writtenPlaybook } from "../shared/written-playbook.ts";

/** Refusals: playbook-not-found, playbook-version-not-found, playbook-not-understood (written for an older format). */
export async function takeBackPlaybook(
  desk: Desk,
  by: SignedIn,
  id: PlaybookId,
  version: number,
): Promise<PlaybookRow | Refusal> {
  const at = desk.now();
  return desk.database.inOneGo(async (tx) => {
    const row = await lockPlaybook(tx, id);
    if (!row) return PLAYBOOK_NOT_FOUND;
    const source = await versionOf(tx, id, version);
    if (source === undefined) return refuse("playbook-version-not-found", `There is no version ${version} of it.`);
    if (source === row.source) return row;
    const written = writtenPlaybook(source);
    if (isRefusal(written)) return written;
    const changed = await changePlaybook(tx, row, written, { from: "team", by: by.id, at });
    await note(tx, {
      at,
      kind: "playbook.taken-back",
      personId: by.id,
      data: { playbookId: id, name: changed.title, version },
    });
    return changed;
  });
}
