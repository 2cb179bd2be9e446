/** Ends one of a person's own sessions: a lost telephone, a browser somewhere else. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { closeSession, type SignedIn } from "../../records/account/index.ts";

/** Refusals: session-not-found, also for somebody else's session. */
export async function endSession(desk: Desk, by: SignedIn, sessionId: number): Promise<undefined | Refusal> {
  return desk.database.inOneGo(async (tx) => {
    if (!(await closeSession(tx, by.id, sessionId)))
      return refuse(
        "session-not-found",
        "You have no such session.",
        "It may have ended already; look at the list again.",
      );
    await note(tx, { at: desk.now(), kind: "session.ended", personId: by.id, data: { session: sessionId } });
    return undefined;
  });
}
