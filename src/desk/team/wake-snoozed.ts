/** Brings conversations back whose snooze is over. A sweep: it looks at the tables and does what is due. */
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { wakeSnoozed as wake } from "../../records/conversation/index.ts";

export async function wakeSnoozed(desk: Desk): Promise<"done" | "more"> {
  return desk.database.inOneGo(async (tx) => {
    const woken = await wake(tx, desk.now());
    for (const conversationId of woken) await note(tx, { at: desk.now(), kind: "conversation.woken", conversationId });
    return woken.length > 0 ? "more" : "done";
  });
}
