/** Keeps a playbook as somebody has written it: a new one, or the next version of one that is there. */
import { isRefusal, type PlaybookId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { addPlaybook, changePlaybook, lockPlaybook, type PlaybookRow } from "../../records/playbook/index.ts";
import { PLAYBOOK_NOT_FOUND, writtenPlaybook } from "../shared/written-playbook.ts";

/** The playbook to change, and the version that the writer had before their eyes; undefined for a new one. */
export interface PlaybookSeen {
  readonly id: PlaybookId;
  readonly version: number;
}

/** Refusals: playbook-not-understood, playbook-there-already, playbook-not-found, playbook-changed-meanwhile, playbook-renamed. */
export async function savePlaybook(
  desk: Desk,
  by: SignedIn,
  source: string,
  seen?: PlaybookSeen,
): Promise<PlaybookRow | Refusal> {
  const written = writtenPlaybook(source);
  if (isRefusal(written)) return written;
  const at = desk.now();
  const writing = { from: "team", by: by.id, at } as const;
  return desk.database.inOneGo(async (tx) => {
    if (seen === undefined) {
      const added = await addPlaybook(tx, written, writing);
      if (!added)
        return refuse(
          "playbook-there-already",
          `There is a playbook called ${written.playbook.id} already.`,
          "Give yours another id, or change that one. It may be in the archive.",
        );
      await note(tx, {
        at,
        kind: "playbook.added",
        personId: by.id,
        data: { playbookId: added.id, name: added.title },
      });
      return added;
    }
    const row = await lockPlaybook(tx, seen.id);
    if (!row) return PLAYBOOK_NOT_FOUND;
    if (row.version !== seen.version)
      return refuse(
        "playbook-changed-meanwhile",
        "Somebody has changed this playbook while you were writing.",
        "Your words are still here. Copy them, open the playbook again and put them in.",
      );
    if (row.slug !== written.playbook.id)
      return refuse(
        "playbook-renamed",
        `The id of a playbook stays: this one is ${row.slug}.`,
        "Change its title, or add it as a new playbook.",
      );
    if (row.source === source) return row;
    const changed = await changePlaybook(tx, row, written, writing);
    await note(tx, {
      at,
      kind: "playbook.changed",
      personId: by.id,
      data: { playbookId: row.id, name: changed.title, version: changed.version },
    });
    return changed;
  });
}
