/**
 * Changes where a conversation stands. A person may close it, with a reason, and it is shown as closed by a person: only
 * the customer's own answer makes it confirmed (METHOD close.check). Moving in or out of spam teaches the filter.
 */
import { type ConversationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { block, learnSpam, listMessages, type Status, setStatus } from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";
import { lessonOf, wasAnswered } from "../shared/spam-lesson.ts";

export interface StatusChange {
  readonly status: Status;
  /** Why a person closes it; needed for "resolved". */
  readonly reason: string;
  readonly blockSender: boolean;
}

const LONGEST_THREAD = 200;

export async function changeStatus(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  change: StatusChange,
): Promise<Refusal | undefined> {
  return inConversation(desk, by, id, async (tx, conversation) => {
    const { status, reason, blockSender } = change;
    if (status === "resolved" && reason.trim() === "")
      return refuse(
        "needs-reason",
        "Closing a conversation yourself needs a reason.",
        "Say in a few words why it is done, or ask the customer whether it is solved.",
      );
    const spamBefore = conversation.status === "spam";
    const spamNow = status === "spam";
    if (spamBefore !== spamNow) {
      const { messages } = await listMessages(tx, id, { limit: LONGEST_THREAD });
      const first = messages.find((message) => message.kind === "inbound");
      // An earlier answer taught that it was good: that is taken back. Samples teach nothing and block nobody.
      const answered = wasAnswered(messages) ? -1 : 0;
      if (first && !conversation.is_sample) {
        await learnSpam(tx, lessonOf(first), spamNow ? { spam: 1, ham: answered } : { spam: -1, ham: 1 });
        if (spamNow && blockSender) await block(tx, first.from_address, by.id, desk.now());
      }
    }
    await setStatus(tx, id, status, { how: "closed", reason: reason.trim() });
    await note(tx, {
      at: desk.now(),
      kind: "conversation.status",
      conversationId: id,
      personId: by.id,
      data: { from: conversation.status, to: status },
    });
    return undefined;
  });
}
