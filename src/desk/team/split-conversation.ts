/** Starts a new conversation from one message on: the customer has begun another matter. */
import { type ConversationId, type MessageId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  findMessage,
  messagesBefore,
  recount,
  splitMessages,
  startConversation,
} from "../../records/conversation/index.ts";
import { followMessagesInto } from "../../records/search/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function splitConversation(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  { messageId, subject }: { readonly messageId: MessageId; readonly subject: string },
): Promise<{ conversationId: ConversationId } | Refusal> {
  return inConversation(desk, by, id, async (tx, conversation) => {
    const message = await findMessage(tx, messageId);
    if (message?.conversation_id !== id)
      return refuse("message-not-found", "This message is not in the conversation.", "Look at it again.");
    const stays = await messagesBefore(tx, id, message);
    if (stays === 0)
      return refuse(
        "first-message",
        "Splitting at the first message would leave nothing behind.",
        "Rename the conversation instead.",
      );
    const started = await startConversation(tx, {
      subject,
      customerId: message.customer_id ?? conversation.customer_id,
      mailboxIds: conversation.mailbox_ids,
      status: "open",
      isSample: conversation.is_sample,
      at: message.at,
    });
    await splitMessages(tx, id, message, started);
    await followMessagesInto(tx, started);
    await recount(tx, id);
    await recount(tx, started);
    await note(tx, {
      at: desk.now(),
      kind: "conversation.split",
      conversationId: id,
      personId: by.id,
      data: { into: started },
    });
    await note(tx, {
      at: desk.now(),
      kind: "conversation.split",
      conversationId: started,
      personId: by.id,
      data: { from: id },
    });
    return { conversationId: started };
  });
}
