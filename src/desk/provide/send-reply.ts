/**
 * Sends a reply: the message, its frozen mail and the outbox row in one transaction. Stops when somebody wrote meanwhile,
 * so that no customer gets two answers that do not know of each other. Nothing has left yet when this returns; the
 * outbox says when it has (METHOD close.through).
 */
import { type ConversationId, type MessageId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { htmlToPlainText, isSendableAddress, sanitiseHtml } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { findPerson, type SignedIn } from "../../records/account/index.ts";
import {
  addMessage,
  attachmentsOfDrafts,
  changeConversation,
  dropDraft,
  findDraft,
  freezeMessage,
  giveDraftAttachments,
  listMessages,
  lockConversation,
  markSeen,
  maySee,
  type NamedAddress,
  somethingAdded,
  weWrote,
  whatCameAfter,
} from "../../records/conversation/index.ts";
import { findMailbox, putInOutbox, visibleMailboxIds } from "../../records/mailbox/index.ts";
import { freezeMail } from "../shared/freeze-mail.ts";

export interface ReplyToSend {
  readonly kind: "reply" | "forward";
  readonly html: string;
  readonly to: readonly NamedAddress[];
  readonly cc: readonly NamedAddress[];
  readonly bcc: readonly NamedAddress[];
  readonly subject: string;
  readonly quotesHistory: boolean;
  /** The newest message the writer had on screen. */
  readonly seenMessageId: MessageId | null;
  /** The writer has seen what came meanwhile and sends all the same. */
  readonly anyway: boolean;
  readonly sendAt: Date | null;
  readonly afterwards: "waiting" | "open";
  readonly nextUpdateDueAt: Date | null;
}

const LONGEST_THREAD = 200;

export async function sendReply(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  reply: ReplyToSend,
): Promise<{ messageId: MessageId } | Refusal> {
  const bad = [...reply.to, ...reply.cc, ...reply.bcc].find(({ address }) => !isSendableAddress(address));
  if (bad)
    return refuse(
      "bad-address",
      `“${bad.address}” is not an address that mail can go to.`,
      "Correct it and send again.",
    );
  const { html } = sanitiseHtml(reply.html);
  const text = htmlToPlainText(html).trim();
  const now = desk.now();

  const sent = await desk.database.inOneGo(async (tx) => {
    const conversation = await lockConversation(tx, id);
    const mailboxes = await visibleMailboxIds(tx, by.id);
    if (!conversation || !(await maySee(tx, { person: by.id, mailboxes }, id)))
      return refuse(
        "conversation-not-found",
        "This conversation is not here.",
        "It may have been moved or merged; look for it in the list.",
      );
    if (conversation.merged_into_id !== null)
      return refuse("merged", `This conversation was merged into #${conversation.merged_into_id}.`, "Answer there.");
    const meanwhile = reply.anyway ? [] : await whatCameAfter(tx, id, reply.seenMessageId, by.id);
    if (meanwhile.length > 0)
      return refuse(
        "answered-meanwhile",
        "Something was written here while you were writing.",
        "Read it first; your draft is kept.",
      );

    const draft = await findDraft(tx, id, by.id, reply.kind);
    const attached = draft ? ((await attachmentsOfDrafts(tx, [draft.id])).get(draft.id) ?? []) : [];
    if (text === "" && attached.length === 0)
      return refuse("empty", "There is nothing to send yet.", "Write a few words first.");
    const mailbox = await findMailbox(
      tx,
      conversation.mailbox_ids.find((each) => mailboxes.includes(each)) ?? (0 as never),
    );
    if (!mailbox)
      return refuse("no-mailbox", "This conversation has no mailbox to answer from.", "Move it to a mailbox first.");

    const { messages: thread } = await listMessages(tx, id, { limit: LONGEST_THREAD });
    const sendAt =
      reply.sendAt && reply.sendAt > now
        ? reply.sendAt
        : new Date(now.getTime() + desk.settings.HEARD_UNDO_SECONDS * 1000);
    const scheduled = reply.sendAt !== null && reply.sendAt > now;
    const person = await findPerson(tx, by.id);
    const signature = mailbox.signature_html || person?.signature_html || "";
    const subject = reply.subject.trim() || answerSubject(conversation.subject);
    const messageId = (await addMessage(tx, {
      conversation_id: id,
      kind: "outbound",
      at: now,
      sent_at: now,
      mailbox_id: mailbox.id,
      person_id: by.id,
      customer_id: null,
      from_name: by.name,
      from_address: mailbox.address,
      recipients: { to: reply.to, cc: reply.cc, bcc: reply.bcc },
      subject,
      mail_id: null,
      fingerprint: null,
      reply_text: text,
      reply_html: html,
      folded_html: null,
      came_from_id: null,
      acknowledgement: null,
      blob_hash: null,
      delivery: scheduled ? "scheduled" : "waiting",
      delivery_note: null,
      delivered_at: null,
    })) as MessageId;
    if (draft) await giveDraftAttachments(tx, draft.id, messageId);
    const frozen = await freezeMail(tx, desk, {
      mailbox,
      conversationId: id,
      messageId,
      fromName: mailbox.name ? `${by.name} (${mailbox.name})` : by.name,
      to: reply.to,
      cc: reply.cc,
      subject,
      text: signature ? `${text}\n\n-- \n${htmlToPlainText(signature).trim()}` : text,
      html: signature ? `${html}<div class="heard-signature"><br>-- <br>${sanitiseHtml(signature).html}</div>` : html,
      thread,
      quoted: reply.kind === "forward" || (reply.quotesHistory && mailbox.quotes_history) ? thread : [],
    });
    const blobHash = await keepFrozen(tx, desk, { messageId, mailboxId: mailbox.id, frozen, reply, sendAt, scheduled });
    await freezeMessage(tx, messageId, { mailId: frozen.mailId, blobHash, foldedText: frozen.quotedText });
    if (draft) await dropDraft(tx, draft.id);
    const written = { messageId, at: now, text, hasAttachments: attached.some((each) => !each.is_inline) };
    if (reply.kind === "forward") await somethingAdded(tx, id, written);
    else await weWrote(tx, id, written, reply.afterwards);
    await changeConversation(tx, id, {
      ...(reply.kind === "forward" ? {} : { next_update_due_at: reply.nextUpdateDueAt }),
      ...(conversation.assignee_id === null ? { assignee_id: by.id } : {}),
      snoozed_until: null,
    });
    await markSeen(tx, by.id, id, messageId);
    await note(tx, {
      at: now,
      kind: scheduled ? "reply.scheduled" : "reply.sent",
      conversationId: id,
      personId: by.id,
      data: { messageId },
    });
    return { messageId };
  });
  if ("messageId" in sent) desk.poke("send-outbox");
  return sent;
}

async function keepFrozen(
  tx: Kysely<Tables>,
  desk: Desk,
  {
    messageId,
    mailboxId,
    frozen,
    reply,
    sendAt,
    scheduled,
  }: {
    messageId: MessageId;
    mailboxId: Parameters<typeof findMailbox>[1];
    frozen: Awaited<ReturnType<typeof freezeMail>>;
    reply: ReplyToSend;
    sendAt: Date;
    scheduled: boolean;
  },
): Promise<Buffer> {
  return putInOutbox(
    tx,
    {
      messageId,
      mailboxId,
      raw: frozen.raw,
      mailFrom: frozen.returnPath,
      rcptTo: [...new Set([...reply.to, ...reply.cc, ...reply.bcc].map(({ address }) => address))],
      sendAt,
      ...(scheduled ? { stopsIfAnswered: true as const } : {}),
    },
    desk.now(),
  );
}

/** "Re:" once, whatever the language put before it. */
const answerSubject = (subject: string): string =>
  `Re: ${subject.replace(/^(?:\s*(?:re|aw|sv|antw|odp|rv|res|vs|fwd?|wg|tr)\s*(?:\[\d+\])?\s*:)+\s*/i, "")}`;
