/**
 * Mail of ours that is taken in from the past: the folder of what a team has sent before it had this desk. It becomes a message of
 * ours, written by no person and delivered long ago; whom it went to is the customer. Only for imports: what comes in live under
 * our own address was written by somebody, or forged.
 */
import { type MessageId, Unavailable } from "../../kit/index.ts";
import { note } from "../../platform/events/index.ts";
import type { ParsedMail, ReadAddress, ThreadToken } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import {
  addMessage,
  changeConversation,
  finishInboundMail,
  type InboundMail,
  type KnownOfMail,
  keepReferences,
  recount,
  setStatus,
  showIn,
  startConversation,
} from "../../records/conversation/index.ts";
import { customerWritingFrom } from "../../records/customer/index.ts";
import { type Mailbox, ownAddresses, withoutSuffix } from "../../records/mailbox/index.ts";
import { findPlace } from "./find-place.ts";
import { joinedPlace } from "./join-conversations.ts";
import { keepAttachments } from "./keep-attachments.ts";

type Db = Kysely<Tables>;

export interface TakenInMail {
  readonly inbound: InboundMail;
  readonly mail: ParsedMail;
  readonly tokens: readonly ThreadToken[];
  readonly known: KnownOfMail;
  readonly references: readonly string[];
  readonly mailboxes: readonly Mailbox[];
  readonly fingerprint: Buffer;
  readonly isSample: boolean;
  readonly at: Date;
  readonly now: Date;
  /** So old that nobody waits for anything because of it. */
  readonly isHistory: boolean;
}

/** @returns undefined when it is not ours, or went to nobody but ourselves: then it is filed like any other mail. */
export async function fileSentMail(tx: Db, taken: TakenInMail): Promise<MessageId | undefined> {
  const { inbound, mail, mailboxes, at, now, isSample, isHistory } = taken;
  if (mail.class === "bounce" || !mail.from) return undefined;
  const ours = await ownAddresses(tx);
  const isOurs = ({ address }: ReadAddress) =>
    ours.has(address.toLowerCase()) || ours.has(withoutSuffix(address.toLowerCase()));
  const others = isOurs(mail.from) ? [...mail.to, ...mail.cc, ...mail.bcc].filter((each) => !isOurs(each)) : [];
  const [to] = others;
  if (!to) return undefined;

  const customerId = await customerWritingFrom(tx, { ...to, isSample }, now);
  const ids = mailboxes.map((mailbox) => mailbox.id);
  const place = await findPlace(tx, {
    tokens: taken.tokens,
    known: taken.known,
    sender: to.address,
    alsoFor: others.map(({ address }) => address),
    customer: customerId,
    mailboxes: ids,
    isSample,
  });
  const joins = await joinedPlace(tx, place, now);
  const conversationId =
    joins?.id ??
    (await startConversation(tx, {
      subject: mail.subject || "(no subject)",
      customerId,
      mailboxIds: ids,
      status: "waiting",
      isSample,
      at,
    }));
  if (joins) await showIn(tx, conversationId, place.shownIn);

  const isAutomatic = mail.class !== "human";
  const messageId = await addMessage(tx, {
    conversation_id: conversationId,
    kind: "outbound",
    at,
    sent_at: mail.sentAt ?? null,
    mailbox_id: ids[0] ?? null,
    person_id: null,
    customer_id: null,
    from_name: mail.from.name,
    from_address: mail.from.address,
    recipients: { to: mail.to, cc: mail.cc, bcc: mail.bcc },
    subject: mail.subject,
    mail_id: mail.messageId ?? null,
    fingerprint: taken.fingerprint,
    reply_text: mail.reply,
    folded_text: mail.folded,
    reply_html: mail.replyHtml ?? null,
    folded_html: mail.foldedHtml ?? null,
    has_remote_images: mail.hasRemoteImages,
    is_automatic: isAutomatic,
    notes: { remarks: ["Sent before it was taken in here.", ...place.remarks, ...mail.problems] },
    came_from_id: place.cameFromId,
    acknowledgement: null,
    blob_hash: inbound.blob_hash,
    delivery: "sent",
    delivery_note: null,
    delivered_at: at,
  });
  if (messageId === undefined)
    throw new Unavailable("filed-meanwhile", "Another process filed a copy of this mail at this very moment.");
  await keepReferences(tx, messageId, taken.references);
  await keepAttachments(tx, messageId, mail.attachments, now);

  const isLastWord = !isAutomatic && at >= (joins?.last_inbound_at ?? at);
  if (joins?.status === "open" && isLastWord)
    await changeConversation(tx, conversationId, { status: "waiting", next_update_due_at: null });
  if (!joins && (isHistory || isAutomatic))
    await setStatus(tx, conversationId, "resolved", {
      how: "closed",
      reason: isHistory ? "Imported: it was over long before." : "Imported: an automatic mail of ours.",
    });
  await recount(tx, conversationId);
  await finishInboundMail(tx, inbound.id, "filed", messageId);
  await note(tx, { at: now, kind: "message.taken-in", conversationId, data: { messageId } });
  return messageId;
}
