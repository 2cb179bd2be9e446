/**
 * Adds a message of ours that leaves by mail: its row, its frozen mail and its place in the outbox. Who wrote it, and what becomes of the
 * conversation, is the caller's matter.
 */
import type { MessageId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { addMessage, freezeMessage, type NamedAddress, type NewMessage } from "../../records/conversation/index.ts";
import { putInOutbox } from "../../records/mailbox/index.ts";
import { freezeMail, type MailToFreeze } from "./freeze-mail.ts";

export interface OutboundMessage {
  readonly message: Pick<
    NewMessage,
    "conversation_id" | "person_id" | "from_name" | "reply_text" | "reply_html" | "delivery"
  > &
    Partial<Pick<NewMessage, "fingerprint" | "notes" | "is_automatic" | "came_from_id">>;
  /** What the mail says beyond the message: signature, history. */
  readonly mail: Omit<MailToFreeze, "conversationId" | "messageId">;
  readonly bcc: readonly NamedAddress[];
  readonly sendAt: Date;
  readonly stopsIfAnswered?: true;
  /** Gives the message its attachments, before its mail is frozen with them. */
  readonly attach?: (message: MessageId) => Promise<void>;
}

export async function addOutbound(tx: Kysely<Tables>, desk: Desk, outbound: OutboundMessage): Promise<MessageId> {
  const { message, mail, bcc, sendAt, stopsIfAnswered, attach } = outbound;
  const { mailbox, to, cc, subject } = mail;
  const now = desk.now();
  const messageId = (await addMessage(tx, {
    kind: "outbound",
    at: now,
    sent_at: now,
    mailbox_id: mailbox.id,
    customer_id: null,
    from_address: mailbox.address,
    recipients: { to, cc, bcc },
    subject,
    mail_id: null,
    fingerprint: null,
    folded_html: null,
    came_from_id: null,
    acknowledgement: null,
    blob_hash: null,
    delivery_note: null,
    delivered_at: null,
    ...message,
  })) as MessageId;
  await attach?.(messageId);
  const frozen = await freezeMail(tx, desk, { ...mail, conversationId: message.conversation_id, messageId });
  const rcptTo = [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))];
  const toSend = { messageId, mailboxId: mailbox.id, raw: frozen.raw, mailFrom: frozen.returnPath, rcptTo, sendAt };
  const blobHash = await putInOutbox(tx, { ...toSend, ...(stopsIfAnswered ? { stopsIfAnswered } : {}) }, now);
  await freezeMessage(tx, messageId, { mailId: frozen.mailId, blobHash, foldedText: frozen.quotedText });
  return messageId;
}
