/**
 * Writes an outbound message: the row, the frozen mail and its place in the outbox. What becomes of the conversation is the
 * calling verb's matter.
 */
import { type ConversationId, type MessageId, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { htmlToPlainText, sanitiseHtml } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { getProfile, type SignedIn } from "../../records/account/index.ts";
import {
  type Arrived,
  type AttachmentRow,
  addAttachment,
  attachmentsOf,
  attachmentsOfDrafts,
  type Draft,
  giveDraftAttachments,
  type Message,
  type NamedAddress,
  showInText,
} from "../../records/conversation/index.ts";
import type { Mailbox } from "../../records/mailbox/index.ts";
import { addOutbound } from "./add-outbound.ts";
import { quotable } from "./freeze-mail.ts";
import { picturesIn } from "./pictures-in-text.ts";

export interface Outbound {
  readonly conversationId: ConversationId;
  readonly mailbox: Mailbox;
  /** By which a second try to send it is known (sent-before.ts). */
  readonly mark: Buffer | null;
  readonly html: string;
  readonly to: readonly NamedAddress[];
  readonly cc: readonly NamedAddress[];
  readonly bcc: readonly NamedAddress[];
  readonly subject: string;
  /** Earlier messages, oldest first: for threading, and those that are quoted below. */
  readonly thread: readonly Message[];
  readonly quoted: readonly Message[];
  /** Whose attachments go along. */
  readonly draft?: Draft | undefined;
  /** null: after the time for taking it back. */
  readonly sendAt: Date | null;
  /** It goes to somebody else, and what came with the quoted messages goes along. */
  readonly forwards?: true;
}

export const NOTHING_TO_SEND = refuse("empty", "There is nothing to send yet.", "Write a few words first.");

export const isEmptyMail = (html: string, attached: readonly unknown[]): boolean =>
  attached.length === 0 && htmlToPlainText(sanitiseHtml(html).html).trim() === "";

/** The attachments that a draft holds. */
export const attachedTo = async (tx: Kysely<Tables>, draft: Draft | undefined): Promise<AttachmentRow[]> =>
  draft ? ((await attachmentsOfDrafts(tx, [draft.id])).get(draft.id) ?? []) : [];

/** The caller has made sure that there is something to send: from here on rows are written, and a refusal would leave them. */
export async function writeOutbound(
  tx: Kysely<Tables>,
  desk: Desk,
  by: SignedIn,
  outbound: Outbound,
): Promise<Arrived> {
  const { conversationId, mailbox, to, cc, bcc, subject, draft, sendAt, thread } = outbound;
  const { html } = sanitiseHtml(outbound.html);
  const text = htmlToPlainText(html).trim();
  const attached = await attachedTo(tx, draft);
  const now = desk.now();
  const signature = mailbox.signature_html || (await getProfile(tx, by.id)).signatureHtml;
  const messageId = await addOutbound(tx, desk, {
    message: {
      conversation_id: conversationId,
      person_id: by.id,
      from_name: by.name,
      fingerprint: outbound.mark,
      reply_text: text,
      reply_html: html,
      ...(outbound.forwards ? { notes: { forwarded: true as const } } : {}),
      came_from_id: thread.findLast((message) => message.kind === "inbound")?.came_from_id ?? null,
      delivery: sendAt ? "scheduled" : "waiting",
    },
    mail: {
      mailbox,
      fromName: `${by.name} (${mailbox.name})`,
      to,
      cc,
      subject,
      text: signature ? `${text}\n\n-- \n${htmlToPlainText(signature).trim()}` : text,
      html: signature ? `${html}<div class="heard-signature"><br>-- <br>${sanitiseHtml(signature).html}</div>` : html,
      thread,
      quoted: outbound.quoted,
    },
    bcc,
    sendAt: sendAt ?? new Date(now.getTime() + desk.settings.HEARD_UNDO_SECONDS * 1000),
    ...(sendAt ? { stopsIfAnswered: true as const } : {}),
    attach: async (message) => {
      if (draft) await giveDraftAttachments(tx, draft.id, message);
      if (attached.length > 0) await showInText(tx, message, picturesIn(html));
      if (outbound.forwards) await passOn(tx, outbound.quoted, message, attached, now);
    },
  });
  const shown = picturesIn(html);
  return { messageId, at: now, text, hasAttachments: attached.some((each) => !shown.includes(each.id)) };
}

/** What came with the messages that are passed on goes along, each file once. */
async function passOn(
  tx: Kysely<Tables>,
  messages: readonly Message[],
  to: MessageId,
  there: readonly AttachmentRow[],
  now: Date,
): Promise<void> {
  const known = new Set(there.map(same));
  const came = await attachmentsOf(
    tx,
    quotable(messages).map((message) => message.id),
  );
  for (const { id: _, ...attachment } of [...came.values()].flat()) {
    if (attachment.is_inline || known.has(same(attachment))) continue;
    known.add(same(attachment));
    await addAttachment(tx, { ...attachment, message_id: to, position: known.size, created_at: now });
  }
}

const same = ({ name, blob_hash }: Pick<AttachmentRow, "name" | "blob_hash">): string =>
  `${blob_hash.toString("hex")} ${name}`;
