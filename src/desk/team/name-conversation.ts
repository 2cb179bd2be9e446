/** Renames a conversation for the team; the customer's own subject stays in the messages. */
import type { ConversationId, Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changeConversation } from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function nameConversation(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  subject: string,
): Promise<Refusal | undefined> {
  return inConversation(desk, by, id, async (tx) => {
    await changeConversation(tx, id, { subject });
    await note(tx, { at: desk.now(), kind: "conversation.renamed", conversationId: id, personId: by.id });
    return undefined;
  });
}
