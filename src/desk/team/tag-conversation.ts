/** Sets the tags of a conversation. */
import type { ConversationId, Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { setTags } from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function tagConversation(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  tags: readonly string[],
): Promise<Refusal | undefined> {
  return inConversation(desk, by, id, async (tx) => {
    await setTags(tx, id, tags);
    await note(tx, {
      at: desk.now(),
      kind: "conversation.tagged",
      conversationId: id,
      personId: by.id,
      data: { tags },
    });
    return undefined;
  });
}
