/** Puts a conversation away until a time, or brings it back now. A customer's bare "thanks" does not end a snooze. */
import { type ConversationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changeConversation } from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function snoozeConversation(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  until: Date | null,
): Promise<Refusal | undefined> {
  return inConversation(desk, by, id, async (tx, conversation) => {
    if (until && until <= desk.now())
      return refuse("in-the-past", "That time has passed already.", "Choose a later one.");
    if (conversation.status !== "open" && conversation.status !== "waiting")
      return refuse("not-open", "Only an open conversation can be snoozed.", "Open it first.");
    await changeConversation(tx, id, { snoozed_until: until });
    await note(tx, {
      at: desk.now(),
      kind: until ? "conversation.snoozed" : "conversation.woken",
      conversationId: id,
      personId: by.id,
      data: { until },
    });
    return undefined;
  });
}
