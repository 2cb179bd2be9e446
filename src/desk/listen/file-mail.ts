/**
 * Files one mail that has been read: finds who wrote it, where it belongs and who may see it, and writes the message, all
 * in one transaction. Filing the same mail twice leaves one message. What is automatic is labelled, never hidden or dropped
 * (METHOD listen.responsive; RFC 3834 for what "automatic" means).
 */
import { type ConversationId, type MailboxId, type MessageId, Unavailable } from "../../kit/index.ts";
import { isPlainThanks } from "../../method/reading/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  type Authentication,
  isOwnMail,
  originalSenderOfForward,
  type ParsedMail,
  readAuthentication,
  readTokens,
} from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { staffAddresses } from "../../records/account/index.ts";
import {
  addAttachment,
  addMessage,
  customerWrote,
  findConversation,
  finishInboundMail,
  type InboundMail,
  keepReferences,
  lockWaiting,
  messageWithFingerprint,
  outboundWithMailId,
  setDelivery,
  showIn,
  somethingAdded,
  startConversation,
  unsentMessages,
} from "../../records/conversation/index.ts";
import { customerAt, customerWritingFrom } from "../../records/customer/index.ts";
import { audienceOf, findMailbox, holdScheduled, type Mailbox, mailboxesAt } from "../../records/mailbox/index.ts";
import { fileBounce } from "../shared/file-bounce.ts";
import { findPlace } from "../shared/find-place.ts";
import { fingerprintOf } from "../shared/fingerprint.ts";
import { judgeSpam } from "../shared/judge-spam.ts";

type Db = Kysely<Tables>;

/** @returns the message it became (or was already). @throws Unavailable when the database cannot take it; the sweep comes again. */
export async function fileMail(desk: Desk, inbound: InboundMail, mail: ParsedMail): Promise<MessageId | undefined> {
  const filed = await desk.database.inOneGo(async (tx) => {
    if (!(await lockWaiting(tx, inbound.id))) return undefined;
    const mailboxes = await mailboxesOf(tx, inbound, mail);
    let first: MessageId | undefined;
    for (const group of await byAudience(tx, mailboxes)) {
      const message = await fileFor(tx, desk, inbound, mail, group);
      first ??= message;
    }
    return first;
  });
  if (filed !== undefined) {
    desk.poke("refresh-search");
    desk.poke("acknowledge");
  }
  return filed;
}

/** The mailboxes it was meant for: the one it was fetched from, the envelope's, else those its headers name. */
async function mailboxesOf(tx: Db, inbound: InboundMail, mail: ParsedMail): Promise<Mailbox[]> {
  if (inbound.mailbox_id !== null) {
    const known = await findMailbox(tx, inbound.mailbox_id);
    if (known) return [known];
  }
  const byEnvelope = await mailboxesAt(tx, inbound.rcpt_to);
  if (byEnvelope.length > 0) return byEnvelope;
  return mailboxesAt(
    tx,
    [...mail.to, ...mail.cc].map((to) => to.address),
  );
}

/** Mailboxes seen by the same people share one message; each other group gets a copy of its own. */
async function byAudience(
  tx: Db,
  mailboxes: readonly Mailbox[],
): Promise<Array<{ audience: string; mailboxes: Mailbox[] }>> {
  const groups = new Map<string, Mailbox[]>();
  for (const mailbox of mailboxes) {
    const audience = await audienceOf(tx, mailbox.id);
    groups.set(audience, [...(groups.get(audience) ?? []), mailbox]);
  }
  if (groups.size === 0) groups.set("everyone", []);
  return [...groups].map(([audience, members]) => ({ audience, mailboxes: members }));
}

async function fileFor(
  tx: Db,
  desk: Desk,
  inbound: InboundMail,
  mail: ParsedMail,
  { audience, mailboxes }: { audience: string; mailboxes: readonly Mailbox[] },
): Promise<MessageId> {
  const now = desk.now();
  const ids = mailboxes.map((mailbox) => mailbox.id);
  const fingerprint = fingerprintOf(mail, inbound.blob_hash, audience);

  const copyOf = (await messageWithFingerprint(tx, fingerprint)) ?? (await ourOwnMail(tx, desk, mail));
  if (copyOf) return recogniseCopy(tx, inbound, copyOf, ids);

  const isSample = mailboxes.length > 0 && mailboxes.every((mailbox) => mailbox.is_sample);
  const at =
    (inbound.via === "import" || isSample) && mail.sentAt && mail.sentAt < now ? mail.sentAt : inbound.received_at;
  const tokens = readTokens(mail, desk.keys.signing);

  if (mail.class === "bounce") {
    const known = await fileBounce(tx, { inbound, mail, tokens, at, now, fingerprint });
    if (known) return known;
  }

  const forwarded = originalSenderOfForward(mail, await staffAddresses(tx));
  const sender = forwarded?.from ?? mail.from ?? { address: inbound.mail_from || "unknown@sender.invalid", name: "" };
  const known = await customerAt(tx, sender.address);
  const place = forwarded
    ? { conversationId: undefined, remarks: [`Forwarded by ${mail.from?.address ?? "a colleague"}.`] }
    : await findPlace(tx, { mail, tokens, sender: sender.address, customer: known, mailboxes: ids });
  const spam =
    place.conversationId === undefined && inbound.via !== "import"
      ? await judgeSpam(tx, mail, sender.address)
      : undefined;

  const customerId = await customerWritingFrom(tx, { ...sender, isSample }, now);
  const fallbackMailboxes = ids.length > 0 ? ids : await anyMailbox(tx);
  const conversationId =
    place.conversationId ??
    (await startConversation(tx, {
      subject: mail.subject || "(no subject)",
      customerId,
      mailboxIds: fallbackMailboxes,
      status: spam ? "spam" : "open",
      isSample,
      at,
    }));
  if (place.conversationId !== undefined) await showIn(tx, conversationId, ids);

  const authentication = readAuthentication(
    mail.headers,
    mailboxes.flatMap((mailbox) => mailbox.trusted_servers),
  );
  const acknowledges =
    place.conversationId === undefined && !spam && inbound.via !== "import" && mail.class === "human";
  const messageId = await addMessage(tx, {
    conversation_id: conversationId,
    kind: "inbound",
    at,
    sent_at: mail.sentAt ?? null,
    mailbox_id: ids[0] ?? null,
    person_id: null,
    customer_id: customerId,
    from_name: sender.name,
    from_address: sender.address,
    recipients: { to: mail.to, cc: mail.cc, bcc: mail.bcc },
    subject: mail.subject,
    mail_id: mail.messageId ?? null,
    fingerprint,
    reply_text: mail.reply,
    folded_text: mail.folded,
    reply_html: mail.replyHtml ?? null,
    folded_html: mail.foldedHtml ?? null,
    has_remote_images: mail.hasRemoteImages,
    class: mail.class,
    notes: {
      remarks: [
        ...place.remarks,
        ...(spam ? [spam] : []),
        ...(mail.class === "human" ? [] : mail.why),
        ...mail.problems,
      ],
      ...verdictOf(authentication),
    },
    came_from_id: null,
    acknowledgement: acknowledges ? (mail.mayAnswerAutomatically ? "due" : "withheld") : null,
    blob_hash: inbound.blob_hash,
    delivery: null,
    delivery_note: null,
    delivered_at: null,
  });
  if (messageId === undefined)
    throw new Unavailable(
      "filed-meanwhile",
      "Another process filed a copy of this mail at this very moment; it is looked at again.",
    );

  await keepReferences(tx, messageId, [...mail.references, ...mail.inReplyTo]);
  for (const [position, attachment] of mail.attachments.entries())
    await addAttachment(tx, {
      message_id: messageId,
      draft_id: null,
      position,
      name: attachment.name,
      type: attachment.type,
      size: attachment.size,
      content_id: attachment.contentId ?? null,
      is_inline: attachment.inline,
      blob_hash: await keepBlob(tx, attachment.content),
      created_at: now,
    });

  await summarise(tx, desk, { conversationId, messageId, mail, at });
  await finishInboundMail(tx, inbound.id, "filed", messageId);
  await note(tx, { at: now, kind: "message.received", conversationId, data: { messageId, class: mail.class } });
  return messageId;
}

/** What the arrival means for the conversation: a person's word reopens it, a machine's or a bare thank-you does not. */
async function summarise(
  tx: Db,
  desk: Desk,
  {
    conversationId,
    messageId,
    mail,
    at,
  }: { conversationId: ConversationId; messageId: MessageId; mail: ParsedMail; at: Date },
): Promise<void> {
  const arrived = {
    messageId,
    at,
    text: mail.reply || mail.text,
    hasAttachments: mail.attachments.some((attachment) => !attachment.inline),
  };
  if (mail.class !== "human") return somethingAdded(tx, conversationId, arrived);
  const conversation = await findConversation(tx, conversationId);
  const onlyThanks = isPlainThanks(mail.reply) && conversation !== undefined && conversation.message_count > 0;
  await customerWrote(tx, conversationId, arrived, onlyThanks ? "only-shown" : "reopens");
  const held = await holdScheduled(tx, await unsentMessages(tx, conversationId), CUSTOMER_WROTE_FIRST, desk.now());
  for (const waiting of held) await setDelivery(tx, waiting, "failed", CUSTOMER_WROTE_FIRST);
}

const CUSTOMER_WROTE_FIRST =
  "Held back, because the customer wrote first. Read their message, then send it again or take it back.";

async function recogniseCopy(
  tx: Db,
  inbound: InboundMail,
  copy: { id: MessageId; conversation_id: ConversationId },
  mailboxes: readonly MailboxId[],
): Promise<MessageId> {
  await showIn(tx, copy.conversation_id, mailboxes);
  await finishInboundMail(tx, inbound.id, "duplicate", copy.id);
  return copy.id;
}

/** What our own server says of the sender, in one word; nothing when it said nothing. */
function verdictOf({ server, failed, dmarc, spf, dkim }: Authentication): {
  authentication?: "pass" | "fail" | "partial";
} {
  if (server === undefined) return {};
  if (failed) return { authentication: "fail" };
  return { authentication: dmarc === "pass" || (spf === "pass" && dkim === "pass") ? "pass" : "partial" };
}

/** A mail of ours that came back to us, because one of our mailboxes was among its recipients. */
async function ourOwnMail(
  tx: Db,
  desk: Desk,
  mail: ParsedMail,
): Promise<{ id: MessageId; conversation_id: ConversationId } | undefined> {
  return mail.messageId && isOwnMail(mail, desk.keys.signing) ? outboundWithMailId(tx, mail.messageId) : undefined;
}

/** A mail that names none of our mailboxes (a blind copy by IMAP, an import) is shown in the first one rather than nowhere. */
async function anyMailbox(tx: Db): Promise<MailboxId[]> {
  const row = await tx.selectFrom("mailbox").select("id").orderBy("id").limit(1).executeTakeFirst();
  return row ? [row.id] : [];
}
