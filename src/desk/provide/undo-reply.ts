/**
 * Takes a message back while it still waits in the outbox, was held back there, or was refused for everybody: it becomes a
 * draft again, attachments and all. What was begun meanwhile stays below it.
 */
import { type ConversationId, type MessageId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  changeConversation,
  type Draft,
  draftFor,
  findMessage,
  keepDraft,
  lockConversation,
  maySee,
  recount,
  removeUnsent,
} from "../../records/conversation/index.ts";
import { takeBack, visibleMailboxIds } from "../../records/mailbox/index.ts";

const GONE = refuse("already-left", "This message has already left.", "Write another one to put things right.");

export async function undoReply(
  desk: Desk,
  by: SignedIn,
  id: MessageId,
): Promise<{ draft: Draft; conversationId: ConversationId } | Refusal> {
  const now = desk.now();
  return desk.database.inOneGo(async (tx) => {
    const message = await findMessage(tx, id);
    const who = { person: by.id, mailboxes: await visibleMailboxIds(tx, by.id) };
    if (message?.kind !== "outbound" || !(await maySee(tx, who, message.conversation_id)))
      return refuse("message-not-found", "This message is not here.", "It may have been taken back already.");
    const conversation = await lockConversation(tx, message.conversation_id);
    const { to = [], cc = [], bcc = [] } = message.recipients;
    const addressed = new Set([...to, ...cc, ...bcc].map(({ address }) => address));
    if (message.is_automatic || !(await takeBack(tx, id, addressed.size))) return GONE;

    const forwarded = message.notes.forwarded === true;
    const kind = forwarded ? "forward" : "reply";
    const begun = await draftFor(tx, { conversationId: message.conversation_id, kind }, by.id, now);
    await removeUnsent(tx, id, begun.id);
    const kept = await keepDraft(
      tx,
      {
        conversationId: message.conversation_id,
        personId: by.id,
        kind,
        html: `${message.reply_html ?? ""}${begun.html}`,
        fields: { to, cc, bcc, subject: message.subject, quotesHistory: message.folded_text !== "" },
        seenMessageId: null,
        madeFrom: begun.version,
      },
      now,
    );
    if (!forwarded) {
      const active = conversation?.status === "open" || conversation?.status === "waiting";
      await changeConversation(tx, message.conversation_id, {
        ...(active ? { status: "open" as const } : {}),
        trouble: null,
        next_update_due_at: null,
      });
    }
    await recount(tx, message.conversation_id);
    await note(tx, { at: now, kind: "reply.taken-back", conversationId: message.conversation_id, personId: by.id });
    return { draft: "kept" in kept ? kept.kept : kept.newer, conversationId: message.conversation_id };
  });
}
