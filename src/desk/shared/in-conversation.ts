/** What every change of a conversation begins with: is it there, may this person see it, and nobody else changes it meanwhile. */
import { type ConversationId, type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { type Conversation, lockConversation, wentInto } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";

export const CONVERSATION_NOT_FOUND = refuse(
  "conversation-not-found",
  "This conversation is not here.",
  "It may have been moved, or you may not see its mailbox.",
);

/**
 * Does the work in one transaction with the conversation locked; a refusal undoes nothing because nothing was done.
 * @param work is told which mailboxes the person sees.
 */
export function inConversation<T>(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  work: (tx: Kysely<Tables>, conversation: Conversation, visible: readonly MailboxId[]) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return desk.database.inOneGo(async (tx) => {
    const conversation = await lockConversation(tx, id);
    const visible = await visibleMailboxIds(tx, by.id);
    if (!conversation?.mailbox_ids.some((mailbox) => visible.includes(mailbox))) return CONVERSATION_NOT_FOUND;
    if (conversation.merged_into_id !== null) return wentInto(conversation.merged_into_id);
    return work(tx, conversation, visible);
  });
}
