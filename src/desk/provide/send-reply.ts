/**
 * Sends a reply: the message, its frozen mail and the outbox row in one transaction. Stops when somebody wrote meanwhile,
 * so that no customer gets two answers that do not know of each other, and where the coach finds what must not leave
 * unlooked at. Nothing has left yet when this returns; the outbox says when it has (METHOD close.through).
 */
import { type ConversationId, isRefusal, type MessageId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { answerSubject, forwardSubject, isSendableAddress } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  type Conversation,
  dropDraft,
  findDraft,
  learnSpam,
  listMessages,
  type Message,
  markSeen,
  type NamedAddress,
  somethingAdded,
  weWrote,
  whatCameAfter,
} from "../../records/conversation/index.ts";
import { addressesOf, findCustomer } from "../../records/customer/index.ts";
import { holdMailbox } from "../../records/mailbox/index.ts";
import { keepGiven, promisesOf } from "../../records/promise/index.ts";
import { inConversation } from "../shared/in-conversation.ts";
import { type GateReason, NOTHING_GIVEN, reviewOutgoing } from "../shared/review-outgoing.ts";
import { markOf, sentBefore } from "../shared/sent-before.ts";
import { refusedSettling, type SettledPromise, settleWithLetter } from "../shared/settle-with-letter.ts";
import { lessonOf, wasAnswered } from "../shared/spam-lesson.ts";
import { attachedTo, isEmptyMail, NOTHING_TO_SEND, writeOutbound } from "../shared/write-outbound.ts";

export interface ReplyToSend {
  readonly kind: "reply" | "forward";
  /** The same at every try to send this letter; without one, a second try is another letter. */
  readonly key?: string;
  readonly html: string;
  readonly to: readonly NamedAddress[];
  readonly cc: readonly NamedAddress[];
  readonly bcc: readonly NamedAddress[];
  readonly subject: string;
  readonly quotesHistory: boolean;
  /** The newest message the writer had on screen. */
  readonly seenMessageId: MessageId | null;
  /** The writer has seen what came meanwhile and sends all the same. */
  readonly anyway: boolean;
  readonly sendAt: Date | null;
  readonly afterwards: "waiting" | "open";
  readonly nextUpdateDueAt: Date | null;
  /** Why it leaves as it is, where the coach asks to stop. */
  readonly reasons: readonly GateReason[];
  /** Earlier promises of this conversation that it keeps or moves. */
  readonly promises: readonly SettledPromise[];
}

const LONGEST_THREAD = 200;

export async function sendReply(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  reply: ReplyToSend,
): Promise<{ messageId: MessageId } | Refusal> {
  const bad = [...reply.to, ...reply.cc, ...reply.bcc].find(({ address }) => !isSendableAddress(address));
  if (bad)
    return refuse(
      "bad-address",
      `“${bad.address}” is not an address that mail can go to.`,
      "Correct it and send again.",
    );
  const now = desk.now();
  const scheduledFor = reply.sendAt && reply.sendAt > now ? reply.sendAt : null;

  const sent = await inConversation(desk, by, id, async (tx, conversation, visible) => {
    const before = await sentBefore(tx, by, reply);
    if (before) return isRefusal(before) ? before : { messageId: before.id };
    if (!reply.anyway && (await whatCameAfter(tx, id, reply.seenMessageId, by.id)).length > 0)
      return refuse(
        "answered-meanwhile",
        "Something was written here while you were writing.",
        "Read it first; your draft is kept.",
      );
    const from = conversation.mailbox_ids.find((each) => visible.includes(each));
    const mailbox = from === undefined ? undefined : await holdMailbox(tx, from);
    if (!mailbox)
      return refuse("no-mailbox", "This conversation has no mailbox to answer from.", "Move it to a mailbox first.");

    const { messages: thread } = await listMessages(tx, id, { limit: LONGEST_THREAD });
    const draft = await findDraft(tx, { conversationId: id, kind: reply.kind }, by.id);
    const forwards = reply.kind === "forward";
    if (!forwards && isEmptyMail(reply.html, await attachedTo(tx, draft))) return NOTHING_TO_SEND;
    const customer = await findCustomer(tx, conversation.customer_id);
    const { html, reasons } = reply;
    const promises = await promisesOf(tx, id, now);
    const outgoing = { html, thread, customerName: customer?.name ?? "", sendAt: scheduledFor, reasons, promises };
    // What goes to somebody else answers no customer; what goes to the customer does, whatever it is called.
    const answersNobody = forwards && !(await reachesCustomer(tx, reply, conversation));
    const given = answersNobody ? NOTHING_GIVEN : reviewOutgoing(desk, by, outgoing);
    if (isRefusal(given)) return given;
    const leavesAt = scheduledFor ?? now;
    const cannot = refusedSettling(reply.promises, promises, given, leavesAt);
    if (cannot) return cannot;
    const written = await writeOutbound(tx, desk, by, {
      conversationId: id,
      mailbox,
      mark: markOf(by.id, reply.key),
      html,
      to: reply.to,
      cc: reply.cc,
      bcc: reply.bcc,
      subject: reply.subject.trim() || (forwards ? forwardSubject : answerSubject)(conversation.subject),
      thread,
      quoted: forwards || (reply.quotesHistory && mailbox.quotes_history) ? thread : [],
      draft,
      sendAt: scheduledFor,
      ...(forwards ? { forwards } : {}),
    });
    const message = written.messageId;
    const kept = await keepGiven(tx, message, given, { person: by.id, at: now });
    const letter = { conversationId: id, message, leavesAt, kept };
    await settleWithLetter(tx, reply.promises, letter, { person: by.id, at: now });
    if (draft) await dropDraft(tx, draft.id);
    if (forwards) await somethingAdded(tx, id, written);
    else {
      await learnFromAnswer(tx, conversation, thread);
      await weWrote(tx, id, written, reply.afterwards, {
        next_update_due_at: reply.nextUpdateDueAt,
        snoozed_until: null,
        ...(conversation.assignee_id === null ? { assignee_id: by.id } : {}),
      });
    }
    await markSeen(tx, by.id, id, written.messageId);
    await note(tx, {
      at: now,
      kind: scheduledFor ? "reply.scheduled" : "reply.sent",
      conversationId: id,
      personId: by.id,
      data: { messageId: written.messageId },
    });
    return { messageId: written.messageId };
  });
  if ("messageId" in sent) {
    desk.poke("send-outbox");
    desk.poke("refresh-search");
  }
  return sent;
}

/** Whether it goes to an address of this conversation's customer, openly or not. */
async function reachesCustomer(
  tx: Kysely<Tables>,
  { to, cc, bcc }: ReplyToSend,
  { customer_id }: Conversation,
): Promise<boolean> {
  const theirs = new Set((await addressesOf(tx, [customer_id])).map(({ address }) => address.toLowerCase()));
  return [...to, ...cc, ...bcc].some(({ address }) => theirs.has(address.toLowerCase()));
}

/** Whom a person answers is no spammer: that is how the filter comes to know good mail. Samples teach nothing. */
async function learnFromAnswer(
  tx: Kysely<Tables>,
  conversation: Conversation,
  thread: readonly Message[],
): Promise<void> {
  const first = thread.find((message) => message.kind === "inbound");
  if (conversation.is_sample || !first || wasAnswered(thread)) return;
  await learnSpam(tx, lessonOf(first), { spam: 0, ham: 1 });
}
