/** Moves a conversation to another mailbox: it is answered from there and shown to its people. Who cannot see it there loses it. */
import { type ConversationId, type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changeConversation } from "../../records/conversation/index.ts";
import { holdMailbox, visibleMailboxIds } from "../../records/mailbox/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function moveConversation(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  to: MailboxId,
): Promise<Refusal | undefined> {
  return inConversation(desk, by, id, async (tx, conversation) => {
    const mailbox = await holdMailbox(tx, to);
    if (!mailbox || !(await visibleMailboxIds(tx, by.id)).includes(to))
      return refuse("mailbox-not-found", "You cannot see this mailbox.", "Ask an admin to add you to it.");
    if (mailbox.is_sample !== conversation.is_sample)
      return refuse("sample-mix", "Sample conversations stay with the sample mailboxes.", "Choose another mailbox.");
    const { assignee_id } = conversation;
    const keepsAssignee = assignee_id !== null && (await visibleMailboxIds(tx, assignee_id)).includes(to);
    await changeConversation(tx, id, { mailbox_ids: [to], assignee_id: keepsAssignee ? assignee_id : null });
    await note(tx, {
      at: desk.now(),
      kind: "conversation.moved",
      conversationId: id,
      personId: by.id,
      data: { mailboxId: to },
    });
    return undefined;
  });
}
