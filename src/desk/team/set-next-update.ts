/** Notes by when the customer was told to expect word (METHOD expect.timeline); null takes it away. */
import type { ConversationId, Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changeConversation } from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function setNextUpdate(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  at: Date | null,
): Promise<Refusal | undefined> {
  return inConversation(desk, by, id, async (tx) => {
    await changeConversation(tx, id, { next_update_due_at: at });
    await note(tx, {
      at: desk.now(),
      kind: "conversation.next-update",
      conversationId: id,
      personId: by.id,
      data: { at },
    });
    return undefined;
  });
}
