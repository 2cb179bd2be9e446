/**
 * Files one mail that has been read: finds who wrote it, where it belongs and who may see it, and writes the message, all
 * in one transaction. Filing the same mail twice leaves one message. What is automatic is labelled, never hidden or dropped
 * (METHOD listen.responsive; RFC 3834 for what "automatic" means).
 */
import { type ConversationId, type MessageId, Unavailable } from "../../kit/index.ts";
import { isPlainThanks } from "../../method/reading/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  type Authentication,
  type ForwardedSender,
  originalSenderOfForward,
  type ParsedMail,
  readAuthentication,
  readTokens,
} from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { staffAddresses } from "../../records/account/index.ts";
import {
  type Arriving,
  addInbound,
  answeredAfter,
  finishInboundMail,
  type InboundMail,
  keepReferences,
  knownOfMail,
  knownOfSender,
  lockForFiling,
  type NewMessage,
  recount,
  setDelivery,
  setStatus,
  showIn,
  startConversation,
  unsentMessages,
  usableReferences,
} from "../../records/conversation/index.ts";
import { customerWritingFrom } from "../../records/customer/index.ts";
import { holdScheduled } from "../../records/mailbox/index.ts";
import { fileBounce } from "../shared/file-bounce.ts";
import { fileSentMail } from "../shared/file-sent-mail.ts";
import { findPlace, nowhere } from "../shared/find-place.ts";
import { fingerprintOf } from "../shared/fingerprint.ts";
import { joinedPlace } from "../shared/join-conversations.ts";
import { judgeSpam } from "../shared/judge-spam.ts";
import { keepAttachments } from "../shared/keep-attachments.ts";
import { isSeenIn, ourOwn, recogniseCopy } from "../shared/known-copy.ts";
import { type AudienceGroup, mailboxesOfMail } from "../shared/mailboxes-of-mail.ts";
import { tookSuffixTest } from "../shared/suffix-test.ts";

type Db = Kysely<Tables>;

/** @returns the message it became (or was already). @throws Unavailable when the database cannot take it; the sweep comes again. */
export async function fileMail(desk: Desk, inbound: InboundMail, mail: ParsedMail): Promise<MessageId | undefined> {
  const references = usableReferences([...mail.references, ...mail.inReplyTo]);
  const thread = mail.messageId ?? `${mail.from?.address ?? ""} ${mail.sentAt?.toISOString() ?? ""}`;
  const filed = await desk.database.inOneGo(async (tx) => {
    if (!(await lockForFiling(tx, inbound.id, [thread, ...references]))) return [];
    if (await tookSuffixTest(tx, desk, inbound, mail)) return [];
    const done: Filed[] = [];
    for (const group of await mailboxesOfMail(tx, inbound, mail))
      done.push(await fileFor(tx, desk, { inbound, asRead: mail, references }, group));
    return done;
  });
  if (filed.length > 0) desk.poke("refresh-search");
  if (filed.some(({ awaitsAnswer }) => awaitsAnswer)) desk.poke("acknowledge");
  return filed[0]?.messageId;
}

interface Filed {
  readonly messageId: MessageId;
  /** An automatic acknowledgement is due. */
  readonly awaitsAnswer?: boolean;
}

async function fileFor(
  tx: Db,
  desk: Desk,
  {
    inbound,
    asRead,
    references,
  }: { readonly inbound: InboundMail; readonly asRead: ParsedMail; readonly references: readonly string[] },
  { audience, mailboxes }: AudienceGroup,
): Promise<Filed> {
  const now = desk.now();
  const ids = mailboxes.map((mailbox) => mailbox.id);
  const fingerprint = fingerprintOf(asRead, inbound.blob_hash, audience);

  const known = await knownOfMail(tx, { fingerprint, mailId: asRead.messageId, references });
  if (known.copy) return { messageId: await recogniseCopy(tx, inbound, known.copy, ids) };
  const own = await ourOwn(tx, desk, asRead, known);
  if (own && (await isSeenIn(tx, own, ids))) return { messageId: await recogniseCopy(tx, inbound, own, ids) };
  // Written by a colleague to a mailbox that other people see: a person's mail, though its id is the desk's.
  const mail: ParsedMail = own && !own.is_automatic ? { ...asRead, class: "human", why: [] } : asRead;

  const isSample = mailboxes.length > 0 && mailboxes.every((mailbox) => mailbox.is_sample);
  const past = isOfThePast(inbound, mail, { audience, mailboxes });
  const keepsItsDate = inbound.via === "import" || isSample || past === "recent past";
  const at = keepsItsDate && mail.sentAt && mail.sentAt < now ? mail.sentAt : inbound.received_at;
  const tokens = readTokens(mail, desk.keys.signing);

  if (mail.class === "bounce") {
    const messageId = await fileBounce(tx, { inbound, mail, tokens, at, now, fingerprint });
    if (messageId) return { messageId };
  }

  const authentication = readAuthentication(
    mail.headers,
    mailboxes.flatMap((mailbox) => mailbox.trusted_servers),
  );
  const isHistory = inbound.via === "import" && now.getTime() - at.getTime() > HISTORY_AFTER_MS;
  if (inbound.via === "import" && !authentication.failed) {
    const taken = { inbound, mail, tokens, known, references, mailboxes, fingerprint, isSample, at, now, isHistory };
    const messageId = await fileSentMail(tx, taken);
    if (messageId) return { messageId };
  }
  const forwarded = authentication.failed ? undefined : await forwardedByStaff(tx, mail);
  const sender = forwarded?.from ?? mail.from ?? { address: inbound.mail_from || "unknown@sender.invalid", name: "" };
  const heardAt = authentication.failed || forwarded || mail.class === "bounce" ? undefined : at;
  const customerId = await customerWritingFrom(tx, { ...sender, isSample, heardAt }, now);
  const place = forwarded
    ? nowhere(`Forwarded by ${mail.from?.address ?? "a colleague"}.`)
    : await findPlace(tx, {
        tokens,
        known,
        sender: sender.address,
        customer: customerId,
        mailboxes: ids,
        isSample,
      });
  const spam =
    place.conversation === undefined && inbound.via !== "import"
      ? await judgeSpam(tx, mail, sender.address)
      : undefined;
  const blocked =
    place.conversation !== undefined && (await knownOfSender(tx, sender.address, "")).isBlocked
      ? [`Mail from ${sender.address} is blocked, so it reopens nothing.`]
      : [];

  const joins = await joinedPlace(tx, place, now);
  const conversationId =
    joins?.id ??
    (await startConversation(tx, {
      subject: forwarded?.subject || mail.subject || "(no subject)",
      customerId,
      mailboxIds: ids,
      status: spam ? "spam" : "open",
      isSample,
      at,
    }));
  const newlyShownIn = place.shownIn.filter((mailbox) => !joins?.mailbox_ids.includes(mailbox));
  if (joins) await showIn(tx, conversationId, newlyShownIn);

  const acknowledges = place.conversation === undefined && !spam && inbound.via !== "import" && mail.class === "human";
  const mayAcknowledge =
    mail.mayAnswerAutomatically &&
    !wantsNoAnswer(inbound) &&
    !forwarded &&
    past === "new" &&
    !own &&
    mailboxes[0]?.acknowledges === true;
  const awaitsAnswer = acknowledges && mayAcknowledge;
  const onlyThanks = joins !== undefined && joins.message_count > 0 && isPlainThanks(mail.reply);
  const wasAnswered = inbound.via === "import" && joins !== undefined && (await answeredAfter(tx, joins.id, at));
  const reopens = blocked.length === 0 && !isHistory && !onlyThanks && !wasAnswered;
  const arriving: Arriving = {
    text: mail.reply || mail.text,
    hasAttachments: mail.attachments.some((attachment) => !attachment.inline),
    means: mail.class !== "human" ? "machine's" : reopens ? "reopens" : "only-shown",
  };
  const message: NewMessage = {
    conversation_id: conversationId,
    kind: "inbound",
    at,
    sent_at: mail.sentAt ?? null,
    mailbox_id: ids[0] ?? null,
    person_id: null,
    customer_id: customerId,
    from_name: sender.name,
    from_address: sender.address,
    // A colleague's forward asks for answers to the colleague, not to whoever wrote first.
    recipients: { to: mail.to, cc: mail.cc, bcc: mail.bcc, ...(forwarded ? {} : asked(mail)) },
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
  };
  const messageId = await addInbound(tx, message, arriving);
  if (messageId === undefined)
    throw new Unavailable(
      "filed-meanwhile",
      "Another process filed a copy of this mail at this very moment; it is looked at again.",
    );

  await keepReferences(tx, messageId, references);
  await keepAttachments(tx, messageId, mail.attachments, now);

  if (wasAnswered) await recount(tx, conversationId);
  if (joins && arriving.means === "reopens") await holdWhatWasScheduled(tx, desk, conversationId);
  if (isHistory && joins === undefined)
    await setStatus(tx, conversationId, "resolved", { how: "closed", reason: "Imported: it was over long before." });
  await finishInboundMail(tx, inbound.id, "filed", messageId);
  await note(tx, { at: now, kind: "message.received", conversationId, data: { messageId, class: mail.class } });
  return { messageId, awaitsAnswer };
}

/** Its Reply-To, where that says more than its From. The sender stays who wrote: anybody may be named there. */
function asked({ from, replyTo }: ParsedMail): { replyTo?: ParsedMail["replyTo"] } {
  const elsewhere = replyTo.some(({ address }) => address.toLowerCase() !== from?.address.toLowerCase());
  return elsewhere ? { replyTo } : {};
}

/** Handed over with an empty return path: nothing automatic goes back to it (RFC 3834 §2, RFC 5321 §4.5.5). */
const wantsNoAnswer = ({ via, mail_from }: InboundMail): boolean => via === "smtp" && mail_from === "";

/** The team's addresses are looked up only for what would be a forward if its sender were one of them. */
async function forwardedByStaff(tx: Db, mail: ParsedMail): Promise<ForwardedSender | undefined> {
  if (!originalSenderOfForward(mail, [mail.from?.address ?? ""])) return undefined;
  return originalSenderOfForward(mail, await staffAddresses(tx));
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

/** For what reopens the conversation only: nobody would come to look at what was held for a bare thank-you. */
async function holdWhatWasScheduled(tx: Db, desk: Desk, conversationId: ConversationId): Promise<void> {
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
