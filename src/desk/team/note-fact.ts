/** Notes a detail that matters, by hand (METHOD listen.details). */
import { type ConversationId, type MessageId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { addFact, type Fact, findMessage } from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function noteFact(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  fact: { readonly label: string; readonly value: string; readonly messageId: MessageId | null },
): Promise<Fact | Refusal> {
  return inConversation(desk, by, id, async (tx) => {
    const message = fact.messageId === null ? undefined : await findMessage(tx, fact.messageId);
    if (fact.messageId !== null && message?.conversation_id !== id)
      return refuse("message-not-found", "This message is not in the conversation.", "Look at it again.");
    const added = await addFact(tx, { conversationId: id, ...fact, notedBy: by.id }, desk.now());
    await note(tx, {
      at: desk.now(),
      kind: "fact.noted",
      conversationId: id,
      personId: by.id,
      data: { factId: added.id },
    });
    return added;
  });
}
