/**
 * A bounce: a server could not deliver one of our mails. Says so on that message, on the address, and in the conversation. A
 * server that only is late and still tries changes nothing but what the message says of itself.
 */
import type { MessageId } from "../../kit/index.ts";
import { note } from "../../platform/events/index.ts";
import type { ParsedMail, ThreadToken } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import {
  addMessage,
  automaticMailAdded,
  findMessage,
  finishInboundMail,
  type InboundMail,
  type Message,
  noteDelay,
  outboundWithMailId,
  reopenInTrouble,
  setDelivery,
  somethingAdded,
} from "../../records/conversation/index.ts";
import { markBounced } from "../../records/customer/index.ts";

/** Servers give up after four to five days (RFC 5321 §4.5.4.1). */
const USUALLY_TRIED_DAYS = 5;
const DAY_MS = 24 * 60 * 60_000;

interface ArrivedBounce {
  readonly inbound: InboundMail;
  readonly mail: ParsedMail;
  readonly tokens: readonly ThreadToken[];
  readonly at: Date;
  readonly now: Date;
  readonly fingerprint: Buffer;
}

/** @returns undefined when it is about no mail of ours that is still here: then it is filed like any other mail. */
export async function fileBounce(tx: Kysely<Tables>, arrived: ArrivedBounce): Promise<MessageId | undefined> {
  const { inbound, mail, at, now, fingerprint } = arrived;
  const original = await originalOf(tx, arrived);
  if (!original) return undefined;
  const bounce = mail.bounce;
  const who = bounce?.recipients.join(", ") || "the recipient";
  const why = bounce?.diagnostic || bounce?.reason || "the server did not say why";
  const delayed = bounce?.delayed;
  const sentence = delayed
    ? `Delayed on its way to ${who}; the server goes on trying: ${why}.`
    : bounce?.verdict === "soft"
      ? `Could not be delivered to ${who}, for a reason that may pass: ${why}.`
      : `Could not be delivered to ${who}: ${why}.`;

  const messageId = await addMessage(tx, {
    conversation_id: original.conversation_id,
    kind: "inbound",
    at,
    sent_at: mail.sentAt ?? null,
    mailbox_id: original.mailbox_id,
    person_id: null,
    customer_id: null,
    from_name: mail.from?.name ?? "",
    from_address: mail.from?.address ?? "",
    recipients: { to: mail.to },
    subject: mail.subject,
    mail_id: mail.messageId ?? null,
    fingerprint,
    reply_text: mail.reply,
    folded_text: mail.folded,
    reply_html: mail.replyHtml ?? null,
    folded_html: mail.foldedHtml ?? null,
    class: "bounce",
    notes: {
      remarks: [sentence, ...mail.problems],
      ...(bounce ? { bounce: { ...readingOf(bounce), ...(delayed ? { delayed: true as const } : {}) } } : {}),
    },
    came_from_id: null,
    acknowledgement: null,
    blob_hash: inbound.blob_hash,
    delivery: null,
    delivery_note: null,
    delivered_at: null,
  });
  if (messageId === undefined) return undefined;

  if (delayed) {
    await noteDelay(tx, original.id, { sentence: sentence.slice(0, 500), until: triedUntil(delayed.until, now) });
    await automaticMailAdded(tx, original.conversation_id);
  } else await fileFailure(tx, original, arrived, { messageId, sentence });
  await finishInboundMail(tx, inbound.id, "filed", messageId);
  await note(tx, {
    at: now,
    kind: delayed ? "message.delayed" : "message.bounced",
    conversationId: original.conversation_id,
    data: { messageId: original.id },
  });
  return messageId;
}

const readingOf = ({ verdict, status, diagnostic }: NonNullable<ParsedMail["bounce"]>) => ({
  verdict,
  status,
  diagnostic,
});

/** What the server said, as long as it is one that servers mean. */
function triedUntil(said: Date | null, now: Date): Date {
  const days = ((said?.getTime() ?? 0) - now.getTime()) / DAY_MS;
  return said && days > 0 && days <= 30 ? said : new Date(now.getTime() + USUALLY_TRIED_DAYS * DAY_MS);
}

/** It will not arrive: that is said on the message and on the address, and somebody has to look. */
async function fileFailure(
  tx: Kysely<Tables>,
  original: Message,
  { mail, at, now }: ArrivedBounce,
  { messageId, sentence }: { readonly messageId: MessageId; readonly sentence: string },
): Promise<void> {
  await setDelivery(tx, original.id, "bounced", sentence.slice(0, 500));
  for (const address of mail.bounce?.recipients ?? []) await markBounced(tx, address, sentence.slice(0, 300), now);
  await somethingAdded(tx, original.conversation_id, {
    messageId,
    at,
    text: mail.reply || mail.text,
    hasAttachments: false,
  });
  await reopenInTrouble(tx, original.conversation_id, sentence.slice(0, 300));
}

/** By the signed return path, by the signed Message-ID in the returned part, or by that id as we stored it. */
async function originalOf(tx: Kysely<Tables>, { mail, tokens }: ArrivedBounce): Promise<Message | undefined> {
  for (const token of tokens) {
    if (!token.trusted || token.messageId === undefined) continue;
    const message = await findMessage(tx, token.messageId as MessageId);
    if (message?.kind === "outbound") return message;
  }
  return mail.bounce?.originalMessageId ? outboundWithMailId(tx, mail.bounce.originalMessageId) : undefined;
}
