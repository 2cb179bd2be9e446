/** Ends the session that is being used. */
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { closeSession, type SignedIn } from "../../records/account/index.ts";

export async function signOut(desk: Desk, by: SignedIn): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    await closeSession(tx, by.id, by.sessionId);
    await note(tx, { at: desk.now(), kind: "person.signed-out", personId: by.id });
  });
}
