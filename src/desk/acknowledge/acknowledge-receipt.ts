/**
 * The automatic, honest acknowledgement of a new conversation: it came, and by when a person will answer, counted in open
 * hours (METHOD listen.responsive, expect.timeline). Never to machines, lists or bounces (RFC 3834 §2), never twice in a
 * loop, never where an automatic mail would hurt. It goes to who wrote and never to their Reply-To: that is meant for people
 * who know what they answer, may name a list or a stranger, and RFC 3834 §4 keeps automatic mail from it.
 */
import { DateTime } from "luxon";
import { calledBy } from "../../kit/index.ts";
import { unfitForAutomaticMail } from "../../method/reading/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { answerSubject, isSendableAddress } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import {
  automaticMailAdded,
  findConversation,
  type Message,
  settleAcknowledgement,
  takeUnacknowledged,
} from "../../records/conversation/index.ts";
import {
  afterOpenMinutes,
  brakeHolds,
  findMailbox,
  isOpenAt,
  type Mailbox,
  mailboxesAt,
  noteAutomaticMail,
  openHoursOf,
} from "../../records/mailbox/index.ts";
import { addOutbound } from "../shared/add-outbound.ts";
import { textToHtml } from "../shared/freeze-mail.ts";

/** A sweep's portion: one message. @returns "done" when none is waiting. */
export async function acknowledgeReceipt(desk: Desk): Promise<"done" | "more"> {
  const outcome = await desk.database.inOneGo(async (tx) => {
    const message = await takeUnacknowledged(tx);
    if (!message) return "done" as const;
    const mailbox = message.mailbox_id === null ? undefined : await findMailbox(tx, message.mailbox_id);
    const reason = await whyNot(tx, desk, message, mailbox);
    if (reason === undefined && mailbox) await acknowledge(tx, desk, message, mailbox);
    await settleAcknowledgement(tx, message.id, reason);
    return "more" as const;
  });
  if (outcome === "more") {
    desk.poke("send-outbox");
    desk.poke("refresh-search");
  }
  return outcome;
}

/** Why no automatic answer goes out; undefined when one does. */
async function whyNot(
  tx: Kysely<Tables>,
  desk: Desk,
  message: Message,
  mailbox: Mailbox | undefined,
): Promise<string | undefined> {
  const conversation = await findConversation(tx, message.conversation_id);
  if (!conversation || conversation.status === "spam" || conversation.status === "trash") return "spam";
  if (conversation.status !== "open") return "answered already";
  if (!mailbox?.acknowledges) return "switched off";
  if (!isSendableAddress(message.from_address)) return "no address to write to";
  if ((await mailboxesAt(tx, [message.from_address])).length > 0) return "from ourselves";
  const unfit = unfitForAutomaticMail(`${message.subject}\n${message.reply_text}`);
  if (unfit) return unfit;
  return (await brakeHolds(tx, message.from_address, desk.now())) ? "brake" : undefined;
}

async function acknowledge(tx: Kysely<Tables>, desk: Desk, message: Message, mailbox: Mailbox): Promise<void> {
  const now = desk.now();
  const promised = afterOpenMinutes(message.at, mailbox.reply_within_minutes, openHoursOf(mailbox));
  // It came while the desk was off: counting from then would promise a time that has passed.
  const due =
    promised && promised <= now ? afterOpenMinutes(now, mailbox.reply_within_minutes, openHoursOf(mailbox)) : promised;
  const text = wording(mailbox, message, due, now);
  const to = [{ name: message.from_name, address: message.from_address }];
  const subject = answerSubject(message.subject || "your message");
  const messageId = await addOutbound(tx, desk, {
    message: {
      conversation_id: message.conversation_id,
      person_id: null,
      from_name: mailbox.name,
      reply_text: text,
      reply_html: null,
      is_automatic: true,
      delivery: "waiting",
    },
    mail: {
      mailbox,
      fromName: mailbox.name,
      to,
      cc: [],
      subject,
      text,
      html: textToHtml(text),
      thread: [message],
      quoted: [],
      automatic: "reply",
    },
    bcc: [],
    sendAt: now,
  });
  await noteAutomaticMail(tx, message.from_address, now);
  await automaticMailAdded(tx, message.conversation_id, due ? { next_update_due_at: due } : {});
  await note(tx, {
    at: now,
    kind: "message.acknowledged",
    conversationId: message.conversation_id,
    data: { messageId },
  });
}

/** What it says. A team's own wording may hold {when}; without a time nothing is promised. */
function wording(mailbox: Mailbox, message: Message, due: Date | undefined, now: Date): string {
  const when = due ? dueInWords(due, now, mailbox.time_zone) : undefined;
  if (mailbox.acknowledgement_text)
    return mailbox.acknowledgement_text.replaceAll("{when}", when ?? "as soon as a person is here");
  const name = calledBy(message.from_name);
  const closed = isOpenAt(message.at, openHoursOf(mailbox))
    ? ""
    : " We are not at our desks right now, so your message waits for us until we open.";
  const answer = when
    ? `A person will read it and write to you by ${when}.`
    : "A person will read it and write to you.";
  return `Hello${name ? ` ${name}` : ""},\n\nyour message has reached us.${closed} ${answer}\n\nIf you want to add something, just answer this mail: it will be put with what you wrote.\n\n${mailbox.name}`;
}

function dueInWords(due: Date, now: Date, timeZone: string): string {
  const moment = DateTime.fromJSDate(due, { zone: timeZone }).setLocale("en-GB");
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  const clock = moment.toFormat("HH:mm");
  const zone = moment.toFormat("ZZZZ");
  if (moment.hasSame(today, "day")) return `today at ${clock} (${zone})`;
  if (moment.hasSame(today.plus({ days: 1 }), "day")) return `tomorrow at ${clock} (${zone})`;
  return `${moment.toFormat("cccc, d LLLL")} at ${clock} (${zone})`;
}
