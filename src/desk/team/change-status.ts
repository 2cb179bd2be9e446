/**
 * Changes where a conversation stands. A person may close it, with a reason, and it is shown as closed by a person: only
 * the customer's own answer makes it confirmed (METHOD close.check). Moving in or out of spam teaches the filter.
 */
import { type ConversationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { listLog, note } from "../../platform/events/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
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
      // Samples teach nothing and block nobody.
      if (first && !conversation.is_sample) {
        const earlier = await earlierLessons(tx, id);
        const good = earlier.good || wasAnswered(messages);
        await learnSpam(
          tx,
          lessonOf(first),
          spamNow ? { spam: 1, ham: good ? -1 : 0 } : { spam: earlier.spam ? -1 : 0, ham: 1 },
        );
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

/** What a person has taught with this conversation before: that is taken back. What the filter decided by itself taught nothing. */
async function earlierLessons(tx: Kysely<Tables>, id: ConversationId): Promise<{ spam: boolean; good: boolean }> {
  const changes = (await listLog(tx, id))
    .filter(({ kind }) => kind === "conversation.status")
    .map(({ data }) => data as { from?: string; to?: string });
  return { spam: changes.some(({ to }) => to === "spam"), good: changes.some(({ from }) => from === "spam") };
}
