/** Puts another conversation's messages into this one. The other stays as a signpost, and the merge can be undone. */
import { type ConversationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { lockConversation, maySee, moveMessages, recount, showIn, signpost } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { CONVERSATION_NOT_FOUND, inConversation } from "../shared/in-conversation.ts";

export async function mergeConversations(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  otherId: ConversationId,
): Promise<Refusal | undefined> {
  if (id === otherId) return refuse("same", "A conversation cannot be merged with itself.", "Choose another one.");
  return inConversation(desk, by, id, async (tx, conversation) => {
    const other = await lockConversation(tx, otherId);
    const who = { person: by.id, mailboxes: await visibleMailboxIds(tx, by.id) };
    if (!other || !(await maySee(tx, who, otherId))) return CONVERSATION_NOT_FOUND;
    if (other.merged_into_id !== null || conversation.merged_into_id !== null)
      return refuse("merged", "One of the two has been merged already.", "Open the conversation it went to.");
    if (other.is_sample !== conversation.is_sample)
      return refuse("sample-mix", "A sample conversation and a real one cannot be merged.", "Choose another one.");
    await moveMessages(tx, otherId, id);
    await signpost(tx, otherId, id);
    await showIn(tx, id, other.mailbox_ids);
    await recount(tx, id);
    await note(tx, {
      at: desk.now(),
      kind: "conversation.merged",
      conversationId: id,
      personId: by.id,
      data: { from: otherId },
    });
    await note(tx, {
      at: desk.now(),
      kind: "conversation.merged",
      conversationId: otherId,
      personId: by.id,
      data: { into: id },
    });
    return undefined;
  });
}
