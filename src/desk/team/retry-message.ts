/** Tries a failed message again, now: the same frozen words under the same Message-ID. */
import { type MessageId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changeConversation, findMessage, setDelivery } from "../../records/conversation/index.ts";
import { sendAgain } from "../../records/mailbox/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function retryMessage(desk: Desk, by: SignedIn, id: MessageId): Promise<Refusal | undefined> {
  const message = await findMessage(desk.database.db, id);
  if (!message) return refuse("message-not-found", "This message is not here.", "");
  const refused = await inConversation(desk, by, message.conversation_id, async (tx) => {
    if (!(await sendAgain(tx, id, desk.now())))
      return refuse("not-failed", "This message is not one that failed.", "Look at it again; it may be on its way.");
    await setDelivery(tx, id, "waiting", null);
    await changeConversation(tx, message.conversation_id, { trouble: null });
    await note(tx, {
      at: desk.now(),
      kind: "message.retried",
      conversationId: message.conversation_id,
      personId: by.id,
      data: { messageId: id },
    });
    return undefined;
  });
  if (refused === undefined) desk.poke("send-outbox");
  return refused;
}
