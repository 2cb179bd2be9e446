/** A note that only colleagues see. Those it mentions find it in their own view. */
import {
  type ConversationId,
  isRefusal,
  type MessageId,
  type PersonId,
  type Refusal,
  refuse,
} from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { htmlToPlainText, sanitiseHtml } from "../../platform/mail/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  addMessage,
  changeConversation,
  dropDraft,
  findDraft,
  giveDraftAttachments,
  markSeen,
} from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";
import { markOf, sentBefore } from "../shared/sent-before.ts";

export async function addNote(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  written: { readonly html: string; readonly mentions: readonly PersonId[]; readonly key?: string },
): Promise<{ messageId: MessageId } | Refusal> {
  const { html } = sanitiseHtml(written.html);
  const text = htmlToPlainText(html).trim();
  if (text === "") return refuse("empty", "There is nothing in the note yet.", "Write a few words first.");
  const now = desk.now();
  const done = await inConversation(desk, by, id, async (tx) => {
    const before = await sentBefore(tx, by, written);
    if (before) return isRefusal(before) ? before : { messageId: before.id };
    const messageId = (await addMessage(tx, {
      conversation_id: id,
      kind: "note",
      at: now,
      sent_at: null,
      mailbox_id: null,
      person_id: by.id,
      customer_id: null,
      from_name: by.name,
      from_address: "",
      mail_id: null,
      fingerprint: markOf(by.id, written.key),
      reply_text: text,
      reply_html: html,
      folded_html: null,
      mentions: [...new Set(written.mentions)],
      came_from_id: null,
      acknowledgement: null,
      blob_hash: null,
      delivery: null,
      delivery_note: null,
      delivered_at: null,
    })) as MessageId;
    const draft = await findDraft(tx, { conversationId: id, kind: "note" }, by.id);
    if (draft) {
      await giveDraftAttachments(tx, draft.id, messageId);
      await dropDraft(tx, draft.id);
    }
    // The customer's words stay the preview of the list: a note is read inside.
    await changeConversation(tx, id, { last_message_id: messageId, last_activity_at: now });
    await markSeen(tx, by.id, id, messageId);
    await note(tx, {
      at: now,
      kind: "note.added",
      conversationId: id,
      personId: by.id,
      data: { messageId, mentions: written.mentions },
    });
    return { messageId };
  });
  if ("messageId" in done) desk.poke("refresh-search");
  return done;
}
