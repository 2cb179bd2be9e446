/**
 * Files one mail that has been read: finds who wrote it, where it belongs and who may see it, and writes the message, all
 * in one transaction. Filing the same mail twice leaves one message. What is automatic is labelled, never hidden or dropped
 * (METHOD listen.responsive; RFC 3834 for what "automatic" means).
 */
import { type ConversationId, type MessageId, Unavailable } from "../../kit/index.ts";
import { isPlainThanks } from "../../method/reading/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  type Authentication,
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
  isBlocked,
  keepReferences,
  lockLiving,
  lockThread,
  lockWaiting,
  messageWithFingerprint,
  setDelivery,
  setStatus,
  showIn,
  somethingAdded,
  startConversation,
  unsentMessages,
  usableReferences,
} from "../../records/conversation/index.ts";
import { customerAt, customerWritingFrom } from "../../records/customer/index.ts";
import { holdScheduled } from "../../records/mailbox/index.ts";
import { fileBounce } from "../shared/file-bounce.ts";
import { findPlace, nowhere, type Place } from "../shared/find-place.ts";
import { fingerprintOf } from "../shared/fingerprint.ts";
import { elderFirst, joinConversations } from "../shared/join-conversations.ts";
import { judgeSpam } from "../shared/judge-spam.ts";
import { isSeenIn, ourOwn, recogniseCopy } from "../shared/known-copy.ts";
import { type AudienceGroup, mailboxesOfMail } from "../shared/mailboxes-of-mail.ts";

type Db = Kysely<Tables>;

/** @returns the message it became (or was already). @throws Unavailable when the database cannot take it; the sweep comes again. */
export async function fileMail(desk: Desk, inbound: InboundMail, mail: ParsedMail): Promise<MessageId | undefined> {
  const filed = await desk.database.inOneGo(async (tx) => {
    if (!(await lockWaiting(tx, inbound.id))) return undefined;
    await lockThread(tx, [
      mail.messageId ?? `${mail.from?.address ?? ""} ${mail.sentAt?.toISOString() ?? ""}`,
      ...usableReferences([...mail.references, ...mail.inReplyTo]),
    ]);
    let first: MessageId | undefined;
    for (const group of await mailboxesOfMail(tx, inbound, mail)) {
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

async function fileFor(
  tx: Db,
  desk: Desk,
  inbound: InboundMail,
  asRead: ParsedMail,
  { audience, mailboxes }: AudienceGroup,
): Promise<MessageId> {
  const now = desk.now();
  const ids = mailboxes.map((mailbox) => mailbox.id);
  const fingerprint = fingerprintOf(asRead, inbound.blob_hash, audience);

  const copyOf = await messageWithFingerprint(tx, fingerprint);
  if (copyOf) return recogniseCopy(tx, inbound, copyOf, ids);
  const own = await ourOwn(tx, desk, asRead);
  if (own && (await isSeenIn(tx, own, ids))) return recogniseCopy(tx, inbound, own, ids);
  // Written by a colleague to a mailbox that other people see: a person's mail, though its id is the desk's.
  const mail: ParsedMail = own && !own.is_automatic ? { ...asRead, class: "human", why: [] } : asRead;

  const isSample = mailboxes.length > 0 && mailboxes.every((mailbox) => mailbox.is_sample);
  const past = isOfThePast(inbound, mail, { audience, mailboxes });
  const keepsItsDate = inbound.via === "import" || isSample || past === "recent past";
  const at = keepsItsDate && mail.sentAt && mail.sentAt < now ? mail.sentAt : inbound.received_at;
  const tokens = readTokens(mail, desk.keys.signing);

  if (mail.class === "bounce") {
    const known = await fileBounce(tx, { inbound, mail, tokens, at, now, fingerprint });
    if (known) return known;
  }

  const authentication = readAuthentication(
    mail.headers,
    mailboxes.flatMap((mailbox) => mailbox.trusted_servers),
  );
  const forwarded = authentication.failed ? undefined : originalSenderOfForward(mail, await staffAddresses(tx));
  const sender = forwarded?.from ?? mail.from ?? { address: inbound.mail_from || "unknown@sender.invalid", name: "" };
  const known = await customerAt(tx, sender.address);
  const place = forwarded
    ? nowhere(`Forwarded by ${mail.from?.address ?? "a colleague"}.`)
    : await findPlace(tx, { mail, tokens, sender: sender.address, customer: known, mailboxes: ids, isSample });
  const spam =
    place.conversation === undefined && inbound.via !== "import"
      ? await judgeSpam(tx, mail, sender.address)
      : undefined;
  const blocked =
    place.conversation !== undefined && (await isBlocked(tx, sender.address))
      ? [`Mail from ${sender.address} is blocked, so it reopens nothing.`]
      : [];

  const customerId = await customerWritingFrom(tx, { ...sender, isSample }, now);
  const conversationId =
    (await joined(tx, desk, place)) ??
    (await startConversation(tx, {
      subject: forwarded?.subject || mail.subject || "(no subject)",
      customerId,
      mailboxIds: ids,
      status: spam ? "spam" : "open",
      isSample,
      at,
    }));
  await showIn(tx, conversationId, place.shownIn);

  const acknowledges = place.conversation === undefined && !spam && inbound.via !== "import" && mail.class === "human";
  const mayAcknowledge = mail.mayAnswerAutomatically && !forwarded && past === "new" && !own;
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
        ...blocked,
        ...(spam ? [spam] : []),
        ...(mail.class === "human" ? [] : mail.why),
        ...mail.problems,
      ],
      ...verdictOf(authentication),
    },
    came_from_id: place.cameFromId,
    acknowledgement: acknowledges ? (mayAcknowledge ? "due" : "withheld") : null,
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

  const isHistory = inbound.via === "import" && now.getTime() - at.getTime() > HISTORY_AFTER_MS;
  await summarise(tx, desk, { conversationId, messageId, mail, at, reopens: blocked.length === 0 && !isHistory });
  if (isHistory && place.conversation === undefined)
    await setStatus(tx, conversationId, "resolved", { how: "closed", reason: "Imported: it was over long before." });
  await finishInboundMail(tx, inbound.id, "filed", messageId);
  await note(tx, { at: now, kind: "message.received", conversationId, data: { messageId, class: mail.class } });
  return messageId;
}

/**
 * Mail that lay in the mailbox before it was connected to this desk: somebody may have answered it long ago, so it keeps its
 * date and nobody gets an automatic answer to it.
 */
function isOfThePast(
  inbound: InboundMail,
  mail: ParsedMail,
  { mailboxes: [mailbox] }: AudienceGroup,
): "new" | "recent past" | "long ago" {
  if (inbound.via !== "imap" || !mailbox || !mail.sentAt || mail.sentAt >= mailbox.created_at) return "new";
  return mailbox.created_at.getTime() - mail.sentAt.getTime() < BELIEVED_AGE_MS ? "recent past" : "long ago";
}

/** An imported mail that is older than this is history: nobody waits for an answer to it, so it opens nothing. */
const HISTORY_AFTER_MS = 14 * 24 * 60 * 60_000;

/** An older date is more likely a broken clock, and the mail would sink to where nobody looks. */
const BELIEVED_AGE_MS = 30 * 24 * 60 * 60_000;

/**
 * The conversation of a place, locked. Those that this mail shows to be the same matter are joined, and the oldest keeps its
 * number. Somebody else may merge them at this very moment, so what is locked is what is living then.
 */
async function joined(tx: Db, desk: Desk, { conversation, alsoThis }: Place): Promise<ConversationId | undefined> {
  if (conversation === undefined) return undefined;
  // In one order, so that two mails which join the same conversations wait for each other and not crosswise.
  const inOrder = [conversation, ...alsoThis].sort((one, other) => one.id - other.id);
  if (inOrder.length > 1) for (const each of inOrder) await lockLiving(tx, each.id);
  let living = await lockLiving(tx, conversation.id);
  for (const { id } of alsoThis) {
    const other = await lockLiving(tx, id);
    if (!living || !other || other.id === living.id) continue;
    const [into, from] = elderFirst(living, other);
    await joinConversations(tx, { into, from });
    const at = desk.now();
    await note(tx, { at, kind: "conversation.merged", conversationId: into.id, data: { from: from.id } });
    await note(tx, { at, kind: "conversation.merged", conversationId: from.id, data: { into: into.id } });
    living = await lockLiving(tx, into.id);
  }
  return living?.id;
}

/** What the arrival means for the conversation: a person's word reopens it, a machine's or a bare thank-you does not. */
async function summarise(
  tx: Db,
  desk: Desk,
  arrival: { conversationId: ConversationId; messageId: MessageId; mail: ParsedMail; at: Date; reopens: boolean },
): Promise<void> {
  const { conversationId, messageId, mail, at } = arrival;
  const arrived = {
    messageId,
    at,
    text: mail.reply || mail.text,
    hasAttachments: mail.attachments.some((attachment) => !attachment.inline),
  };
  if (mail.class !== "human") return somethingAdded(tx, conversationId, arrived);
  const conversation = await findConversation(tx, conversationId);
  const onlyThanks = isPlainThanks(mail.reply) && conversation !== undefined && conversation.message_count > 0;
  const reopens = arrival.reopens && !onlyThanks;
  await customerWrote(tx, conversationId, arrived, reopens ? "reopens" : "only-shown");
  // Nothing is held back for a bare thank-you: it opens nothing, so nobody would come to look at what was held.
  if (!reopens) return;
  const held = await holdScheduled(tx, await unsentMessages(tx, conversationId), CUSTOMER_WROTE_FIRST, desk.now());
  for (const waiting of held) await setDelivery(tx, waiting, "failed", CUSTOMER_WROTE_FIRST);
}

const CUSTOMER_WROTE_FIRST =
  "Held back, because the customer wrote first. Read their message, then send it again or take it back.";

/** What our own server says of the sender, in one word; nothing when it said nothing. */
function verdictOf({ server, failed, dmarc, spf, dkim }: Authentication): {
  authentication?: "pass" | "fail" | "partial";
} {
  if (server === undefined) return {};
  if (failed) return { authentication: "fail" };
  return { authentication: dmarc === "pass" || (spf === "pass" && dkim === "pass") ? "pass" : "partial" };
}
