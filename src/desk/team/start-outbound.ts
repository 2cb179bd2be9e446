/** Writes to a customer first: a new conversation whose first message is ours. */
import {
  type ConversationId,
  isRefusal,
  type MailboxId,
  type MessageId,
  type Refusal,
  refuse,
} from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { isSendableAddress } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  type Draft,
  dropDraft,
  findDraft,
  LETTER,
  type NamedAddress,
  startConversation,
  weWrote,
} from "../../records/conversation/index.ts";
import { customerWritingFrom } from "../../records/customer/index.ts";
import { holdMailbox, visibleMailboxIds } from "../../records/mailbox/index.ts";
import { keepGiven } from "../../records/promise/index.ts";
import { type GateReason, reviewOutgoing } from "../shared/review-outgoing.ts";
import { markOf, sentBefore } from "../shared/sent-before.ts";
import { attachedTo, isEmptyMail, NOTHING_TO_SEND, writeOutbound } from "../shared/write-outbound.ts";

export interface FirstMessage {
  readonly mailboxId: MailboxId;
  readonly to: readonly NamedAddress[];
  readonly cc: readonly NamedAddress[];
  readonly bcc: readonly NamedAddress[];
  readonly subject: string;
  readonly html: string;
  /** The same at every try to send this letter; without one, a second try is another letter. */
  readonly key?: string;
  /** Leave later; waits, and tells, when the customer writes first. */
  readonly sendAt: Date | null;
  /** Why it leaves as it is, where the coach asks to stop. */
  readonly reasons: readonly GateReason[];
}

export async function startOutbound(
  desk: Desk,
  by: SignedIn,
  first: FirstMessage,
): Promise<{ conversationId: ConversationId; messageId: MessageId } | Refusal> {
  const bad = [...first.to, ...first.cc, ...first.bcc].find(({ address }) => !isSendableAddress(address));
  const [customer] = first.to;
  if (bad || !customer)
    return refuse(
      "bad-address",
      `“${bad?.address ?? ""}” is not an address that mail can go to.`,
      "Correct it and send again.",
    );
  const now = desk.now();
  const scheduledFor = first.sendAt && first.sendAt > now ? first.sendAt : null;
  const done = await desk.database.inOneGo(async (tx) => {
    const mailbox = await holdMailbox(tx, first.mailboxId);
    if (!mailbox || !(await visibleMailboxIds(tx, by.id)).includes(first.mailboxId))
      return refuse("mailbox-not-found", "You cannot write from this mailbox.", "Ask an admin to add you to it.");
    const before = await sentBefore(tx, by, first);
    if (before) return isRefusal(before) ? before : { conversationId: before.conversation_id, messageId: before.id };
    const draft = await draftOf(tx, by, first);
    if (isEmptyMail(first.html, await attachedTo(tx, draft))) return NOTHING_TO_SEND;
    const { html, reasons } = first;
    const outgoing = { html, thread: [], customerName: customer.name, sendAt: scheduledFor, reasons, promises: [] };
    const given = reviewOutgoing(desk, by, outgoing);
    if (isRefusal(given)) return given;
    const conversationId = await startConversation(tx, {
      subject: first.subject,
      customerId: await customerWritingFrom(tx, { ...customer, isSample: mailbox.is_sample }, now),
      mailboxIds: [mailbox.id],
      status: "waiting",
      isSample: mailbox.is_sample,
      at: now,
      assigneeId: by.id,
    });
    const written = await writeOutbound(tx, desk, by, {
      conversationId,
      mailbox,
      mark: markOf(by.id, first.key),
      html,
      to: first.to,
      cc: first.cc,
      bcc: first.bcc,
      subject: first.subject,
      thread: [],
      quoted: [],
      draft,
      sendAt: scheduledFor,
    });
    await keepGiven(tx, written.messageId, given, { person: by.id, at: now });
    if (draft) await dropDraft(tx, draft.id);
    await weWrote(tx, conversationId, written, "waiting");
    await note(tx, {
      at: now,
      kind: scheduledFor ? "reply.scheduled" : "reply.sent",
      conversationId,
      personId: by.id,
      data: { messageId: written.messageId },
    });
    return { conversationId, messageId: written.messageId };
  });
  if ("messageId" in done) {
    desk.poke("send-outbox");
    desk.poke("refresh-search");
  }
  return done;
}

/** The draft that this letter was written as; a program's letter has none, and takes nothing of what its person is writing. */
async function draftOf(tx: Kysely<Tables>, by: SignedIn, { key = "" }: FirstMessage): Promise<Draft | undefined> {
  const draft = await findDraft(tx, LETTER, by.id);
  return key !== "" && draft?.fields.key === key ? draft : undefined;
}
