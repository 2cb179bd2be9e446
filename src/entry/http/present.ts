/** Rows into the shapes of the contract. Presents; decides nothing. */
import type { MessageId, PersonId } from "../../kit/index.ts";
import {
  type AttachmentRow,
  type ConversationSummary,
  type Draft,
  delayOf,
  type Fact,
  type Message,
  type ReadingCorrection,
} from "../../records/conversation/index.ts";
import type { OutboxMail } from "../../records/mailbox/index.ts";
import type { Given } from "../../records/promise/index.ts";
import type * as wire from "../contract/index.ts";

const iso = (at: Date | null | undefined): string | null => (at ? at.toISOString() : null);

export const presentRow = (row: ConversationSummary): wire.ConversationRow => ({
  id: row.id,
  subject: row.subject,
  status: row.status,
  ending: row.ending,
  customer: { id: row.customer_id, name: row.customer_name, address: row.customer_address },
  mailboxIds: row.mailbox_ids,
  assigneeId: row.assignee_id,
  tags: row.tags,
  preview: row.preview,
  messageCount: row.message_count,
  hasAttachments: row.has_attachments,
  unread: row.unread,
  snoozedUntil: iso(row.snoozed_until),
  nextUpdateDueAt: iso(row.next_update_due_at),
  waitingSince: iso(row.waiting_since),
  lastActivityAt: row.last_activity_at.toISOString(),
  trouble: row.trouble,
  isSample: row.is_sample,
});

export const presentAttachment = (row: AttachmentRow): wire.Attachment => ({
  id: row.id,
  name: row.name,
  type: row.type,
  size: row.size,
  contentId: row.content_id,
  inline: row.is_inline,
});

const addresses = (list: readonly { name: string; address: string }[] | undefined): wire.Address[] =>
  (list ?? []).map(({ name, address }) => ({ name: name ?? "", address }));

/** What belongs to messages, by their number. */
export interface BesideMessages {
  readonly attachments: ReadonlyMap<MessageId, readonly AttachmentRow[]>;
  readonly outbox: ReadonlyMap<MessageId, OutboxMail>;
  readonly given: ReadonlyMap<MessageId, Given>;
  /** Who looks, and when. */
  readonly by: PersonId;
  readonly now: Date;
}

/** A scheduled or waiting message can be taken back until its time has come and no try was made. */
export function presentMessage(row: Message, { attachments, outbox, given, by, now }: BesideMessages): wire.Message {
  const delay = delayOf(row, now);
  const mail = outbox.get(row.id);
  const stillHere = mail?.state === "waiting" && mail.attempts === 0;
  return {
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    sentAt: iso(row.sent_at),
    mailboxId: row.mailbox_id,
    personId: row.person_id,
    customerId: row.customer_id,
    from: { name: row.from_name, address: row.from_address },
    to: addresses(row.recipients.to),
    cc: addresses(row.recipients.cc),
    bcc: addresses(row.recipients.bcc),
    replyTo: addresses(row.recipients.replyTo),
    subject: row.subject,
    replyText: row.reply_text,
    foldedText: row.folded_text,
    replyHtml: row.reply_html,
    foldedHtml: row.folded_html,
    hasRemoteImages: row.has_remote_images,
    class: row.class,
    isAutomatic: row.is_automatic,
    isDelayNotice: row.notes.bounce?.delayed === true,
    remarks: [...(row.notes.remarks ?? [])],
    authentication: row.notes.authentication ?? null,
    attachments: (attachments.get(row.id) ?? []).map(presentAttachment),
    mentions: row.mentions,
    delivery: delay === undefined ? row.delivery : "delayed",
    deliveryNote: delay ?? row.delivery_note,
    undoUntil: stillHere && !row.is_automatic ? iso(mail.send_at) : null,
    sendAt: row.delivery === "scheduled" ? iso(mail?.send_at) : null,
    hasSource: row.blob_hash !== null,
    ...presentGiven(row, given.get(row.id), by),
  };
}

/** A word that reached nobody was not given; and why its writer went on at a gate is the writer's own. */
function presentGiven(
  { reply_text, delivery }: Message,
  given: Given | undefined,
  by: PersonId,
): Pick<wire.Message, "promises" | "commitments" | "reasons"> {
  const isIdle = delivery === "failed" || delivery === "bounced";
  const placed = ({ start_at: start, end_at: end }: { start_at: number; end_at: number }) => ({
    words: reply_text.slice(start, end),
    start,
    end,
  });
  return {
    promises: (isIdle ? [] : (given?.promises ?? [])).map((one) => ({
      who: one.who,
      what: one.what,
      due: iso(one.due_at),
      isDay: one.due_is_day,
      ...placed(one),
    })),
    commitments: (isIdle ? [] : (given?.commitments ?? [])).map((one) => ({
      kind: one.kind,
      amount: one.amount,
      currency: one.currency,
      ...placed(one),
    })),
    reasons: (given?.reasons ?? [])
      .filter(({ person_id }) => person_id === by)
      .map(({ rule, reason, given_at }) => ({ rule, reason, at: given_at.toISOString() })),
  };
}

export const presentFact = (row: Fact): wire.Fact => ({
  id: row.id,
  label: row.label,
  value: row.value,
  state: row.state,
  messageId: row.message_id,
});

export const presentCorrection = (row: ReadingCorrection): wire.ReadingCorrection => ({
  id: row.id,
  messageId: row.message_id,
  aspect: row.aspect,
  start: row.start_at,
  end: row.end_at,
  heard: row.heard,
  said: row.said,
  personId: row.corrected_by,
  at: row.created_at.toISOString(),
});

export const presentDraft = (row: Draft, attachments: readonly AttachmentRow[]): wire.Draft => ({
  id: row.id as never,
  kind: row.kind,
  html: row.html,
  to: addresses(row.fields.to),
  cc: addresses(row.fields.cc),
  bcc: addresses(row.fields.bcc),
  subject: row.fields.subject ?? "",
  quotesHistory: row.fields.quotesHistory ?? true,
  mailboxId: row.fields.mailboxId ?? null,
  key: row.fields.key ?? "",
  attachments: attachments.map(presentAttachment),
  version: row.version,
  updatedAt: row.updated_at.toISOString(),
});
