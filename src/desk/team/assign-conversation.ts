/** Gives a conversation to a colleague, or to nobody. */
import { type ConversationId, type PersonId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { findPerson, type SignedIn } from "../../records/account/index.ts";
import { changeConversation } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function assignConversation(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  to: PersonId | null,
): Promise<Refusal | undefined> {
  return inConversation(desk, by, id, async (tx, conversation) => {
    if (to !== null) {
      const person = await findPerson(tx, to);
      if (!person || person.disabled)
        return refuse("person-not-found", "This colleague is not here any more.", "Choose someone else.");
      const visible = await visibleMailboxIds(tx, to);
      if (!conversation.mailbox_ids.some((mailbox) => visible.includes(mailbox)))
        return refuse(
          "cannot-see",
          `${person.name} does not see the mailbox of this conversation.`,
          "Choose someone else, or ask an admin to add them to it.",
        );
    }
    if (conversation.assignee_id === to) return undefined;
    await changeConversation(tx, id, { assignee_id: to });
    await note(tx, {
      at: desk.now(),
      kind: "conversation.assigned",
      conversationId: id,
      personId: by.id,
      data: { to },
    });
    return undefined;
  });
}
