/** A bounce: a server could not deliver one of our mails. Says so on that message, on the address, and in the conversation. */
import type { MessageId } from "../../kit/index.ts";
import { note } from "../../platform/events/index.ts";
import type { ParsedMail, ThreadToken } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import {
  addMessage,
  findMessage,
  finishInboundMail,
  type InboundMail,
  type Message,
  outboundWithMailId,
  reopenInTrouble,
  setDelivery,
  somethingAdded,
} from "../../records/conversation/index.ts";
import { markBounced } from "../../records/customer/index.ts";

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
  const sentence =
    bounce?.verdict === "soft"
      ? `Not delivered to ${who} for now: ${bounce.diagnostic || bounce.reason || "the server did not say why"}.`
      : `Could not be delivered to ${who}: ${bounce?.diagnostic || bounce?.reason || "the server did not say why"}.`;

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
      ...(bounce ? { bounce: { verdict: bounce.verdict, status: bounce.status, diagnostic: bounce.diagnostic } } : {}),
    },
    came_from_id: null,
    acknowledgement: null,
    blob_hash: inbound.blob_hash,
    delivery: null,
    delivery_note: null,
    delivered_at: null,
  });
  if (messageId === undefined) return undefined;

  await setDelivery(tx, original.id, "bounced", sentence.slice(0, 500));
  for (const address of bounce?.recipients ?? []) await markBounced(tx, address, sentence.slice(0, 300), now);
  await somethingAdded(tx, original.conversation_id, {
    messageId,
    at,
    text: mail.reply || mail.text,
    hasAttachments: false,
  });
  await reopenInTrouble(tx, original.conversation_id, sentence.slice(0, 300));
  await finishInboundMail(tx, inbound.id, "filed", messageId);
  await note(tx, {
    at: now,
    kind: "message.bounced",
    conversationId: original.conversation_id,
    data: { messageId: original.id },
  });
  return messageId;
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
