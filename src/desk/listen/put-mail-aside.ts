/** Puts a mail that cannot be read or filed into quarantine, where people see it. Its bytes stay as they came. */
import type { InboundMailId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { quarantine } from "../../records/conversation/index.ts";

/** @param problem why, in sentences for people. */
export async function putMailAside(desk: Desk, id: InboundMailId, problem: string): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    await quarantine(tx, id, problem);
    await note(tx, { at: desk.now(), kind: "mail.quarantined", data: { inboundMailId: id } });
  });
}
