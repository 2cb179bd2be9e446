/** Takes a reply back while it still waits in the outbox: it becomes a draft again, attachments and all. */
import { type MessageId, type Refusal, refuse } from "../../kit/index.ts";
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

export async function undoReply(desk: Desk, by: SignedIn, id: MessageId): Promise<{ draft: Draft } | Refusal> {
  const now = desk.now();
  return desk.database.inOneGo(async (tx) => {
    const message = await findMessage(tx, id);
    const who = { person: by.id, mailboxes: await visibleMailboxIds(tx, by.id) };
    if (message?.kind !== "outbound" || !(await maySee(tx, who, message.conversation_id)))
      return refuse("message-not-found", "This message is not here.", "It may have been taken back already.");
    const conversation = await lockConversation(tx, message.conversation_id);
    if (!(await takeBack(tx, id))) return GONE;
    const empty = await draftFor(tx, message.conversation_id, by.id, "reply", now);
    await removeUnsent(tx, id, empty.id);
    const { to, cc, bcc } = message.recipients;
    const kept = await keepDraft(
      tx,
      {
        conversationId: message.conversation_id,
        personId: by.id,
        kind: "reply",
        html: message.reply_html ?? "",
        fields: {
          to: to ?? [],
          cc: cc ?? [],
          bcc: bcc ?? [],
          subject: message.subject,
          quotesHistory: message.folded_text !== "",
        },
        seenMessageId: null,
        madeFrom: empty.version,
      },
      now,
    );
    await recount(tx, message.conversation_id);
    await changeConversation(tx, message.conversation_id, {
      status: "open",
      waiting_since: conversation?.last_inbound_at ?? null,
      next_update_due_at: null,
    });
    await note(tx, { at: now, kind: "reply.taken-back", conversationId: message.conversation_id, personId: by.id });
    return "kept" in kept ? { draft: kept.kept } : { draft: kept.newer };
  });
}
