/** Puts another conversation's messages into this one. The other stays as a signpost, and the merge can be undone. */
import { type ConversationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { lockConversation, maySee } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { CONVERSATION_NOT_FOUND, inConversation } from "../shared/in-conversation.ts";
import { joinConversations } from "../shared/join-conversations.ts";
import { sharingAudience } from "../shared/sharing-audience.ts";

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
    if (other.merged_into_id !== null)
      return refuse("merged", `#${otherId} was merged into #${other.merged_into_id} already.`, "Merge with that one.");
    if (other.is_sample !== conversation.is_sample)
      return refuse("sample-mix", "A sample conversation and a real one cannot be merged.", "Choose another one.");
    if ((await sharingAudience(tx, other.mailbox_ids, conversation.mailbox_ids)).length < other.mailbox_ids.length)
      return refuse(
        "other-people",
        "The two belong to mailboxes that different people see.",
        "Move one of them to the other's mailbox first, if its people may read it.",
      );
    await joinConversations(tx, { into: conversation, from: other });
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
