/**
 * Sends what is due in the outbox. A mail is leased, sent as it was frozen, and marked; a process that dies in between
 * leaves a lease that runs out, and the next one sends the same bytes again under the same Message-ID: at most one
 * duplicate, where SMTP leaves no choice (RFC 5321 §4.5.3.2.6), and never none.
 */
import type { MailboxId, MessageId } from "../../kit/index.ts";
import { readBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { Envelope, SubmitResult, TroubleCode } from "../../platform/mail/index.ts";
import { changeConversation, nameAnswersBy, setDelivery } from "../../records/conversation/index.ts";
import {
  findMailbox,
  finishFailed,
  finishSent,
  leaseNext,
  type Mailbox,
  nextDueAt,
  type OutboxMail,
  RENEW_LEASE_EVERY_MS,
  renewLease,
  setTrouble,
  tryLater,
} from "../../records/mailbox/index.ts";

/** How mail leaves. Both resolve, whatever happens. */
export interface WaysOut {
  /** Through the SMTP server of the mailbox. */
  readonly submit: (mailbox: Mailbox, raw: Uint8Array, envelope: Envelope) => Promise<SubmitResult>;
  /** To the sample customers, inside this process. Nothing that goes here leaves the machine. */
  readonly sink: (raw: Uint8Array, envelope: Envelope) => Promise<void>;
}

const MOST_AT_ONCE = 8;
const MOST_AT_ONCE_PER_MAILBOX = 2;
const MINUTE = 60_000;
/** After each failed try. Outlasts greylisting, a reboot and a weekend; the agent sees it waiting all the while. */
const WAIT_AFTER = [0.5, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440].map((minutes) => minutes * MINUTE);

/** @returns a portion of work for a sweep, and a way to wait for mails under way when the process stops. */
export function outboxSender(desk: Desk, ways: WaysOut): { run(): Promise<"done" | number>; settled(): Promise<void> } {
  const underWay = new Map<Promise<void>, MailboxId | null>();

  const busy = (): MailboxId[] => {
    const counts = new Map<MailboxId, number>();
    for (const mailbox of underWay.values()) if (mailbox !== null) counts.set(mailbox, (counts.get(mailbox) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= MOST_AT_ONCE_PER_MAILBOX).map(([mailbox]) => mailbox);
  };

  return {
    async run() {
      while (underWay.size < MOST_AT_ONCE) {
        const mail = await leaseNext(desk.database.db, desk.now(), busy());
        if (!mail) break;
        const sending: Promise<void> = sendOne(desk, ways, mail)
          .catch(() => undefined)
          .finally(() => {
            underWay.delete(sending);
            desk.poke("send-outbox");
          });
        underWay.set(sending, mail.mailbox_id);
      }
      const next = await nextDueAt(desk.database.db);
      return next ? Math.max(250, next.getTime() - desk.now().getTime()) : "done";
    },
    settled: async () => {
      await Promise.all(underWay.keys());
    },
  };
}

async function sendOne(desk: Desk, ways: WaysOut, mail: OutboxMail): Promise<void> {
  const { db } = desk.database;
  const mailbox = mail.mailbox_id === null ? undefined : await findMailbox(db, mail.mailbox_id);
  const [first, ...others] = mail.rcpt_to;
  if (!mailbox || first === undefined) return giveUp(desk, mail, "Its mailbox is gone.");
  if (mail.message_id !== null) await setDelivery(db, mail.message_id, "sending", null);

  const raw = await readBlob(db, mail.blob_hash);
  const envelope: Envelope = { mailFrom: mail.mail_from, rcptTo: [first, ...others] };
  if (mailbox.way_out === "sink" || mail.rcpt_to.every(isUndeliverable)) {
    await ways.sink(raw, envelope);
    return finish(desk, mail, mailbox, { outcome: "sent", response: "handed to the sample customers", rejected: [] });
  }
  if (mail.rcpt_to.some(isUndeliverable)) return giveUp(desk, mail, "It mixes sample customers with real addresses.");
  const renewing = setInterval(
    () => void renewLease(db, mail.id, desk.now()).catch(() => undefined),
    RENEW_LEASE_EVERY_MS,
  );
  try {
    const result = await ways.submit(mailbox, raw, envelope);
    await finish(desk, mail, mailbox, result);
  } finally {
    clearInterval(renewing);
  }
}

/** Domains reserved for examples (RFC 2606 §2): sample customers live there, and nothing to them may ever leave. */
const isUndeliverable = (address: string): boolean => /(?:@|\.)example\.?$/i.test(address);

async function finish(desk: Desk, mail: OutboxMail, mailbox: Mailbox, result: SubmitResult): Promise<void> {
  const now = desk.now();
  if (result.outcome === "never") {
    if (ABOUT_THE_MAILBOX.has(result.code)) await sayTrouble(desk, mailbox, `${result.why} ${result.wayOut}`.trim());
    return giveUp(desk, mail, `${result.why} ${result.said ?? ""}`.trim());
  }
  if (result.outcome === "later") {
    const wait = WAIT_AFTER[mail.attempts - 1];
    if (ABOUT_THE_MAILBOX.has(result.code)) await sayTrouble(desk, mailbox, `${result.why} ${result.wayOut}`.trim());
    if (wait === undefined) return giveUp(desk, mail, `Tried ${mail.attempts} times: ${result.why}`);
    await desk.database.inOneGo(async (tx) => {
      await tryLater(tx, mail.id, result.why, new Date(now.getTime() + wait));
      if (mail.message_id !== null)
        await say(tx, desk, mail.message_id, "waiting", `${result.why} The desk keeps trying; nothing is lost.`);
    });
    return;
  }
  const refused = result.rejected.map(({ address, why }) => `${address}: ${why}`).join(" ");
  await desk.database.inOneGo(async (tx) => {
    await finishSent(tx, mail.id, result.response, now);
    if (mail.message_id === null) return;
    if (result.serverMessageId) await nameAnswersBy(tx, mail.message_id, result.serverMessageId.replace(/^<|>$/g, ""));
    const id = result.serverId ? `Taken by the server as ${result.serverId}.` : "Taken by the server.";
    const conversationId = await say(tx, desk, mail.message_id, "sent", refused ? `${id} Not for ${refused}` : id);
    if (refused && conversationId)
      await changeConversation(tx, conversationId, { trouble: `A recipient was refused: ${refused}`.slice(0, 300) });
  });
  if (mailbox.out_trouble) await sayTrouble(desk, mailbox, undefined);
}

async function giveUp(desk: Desk, mail: OutboxMail, why: string): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    await finishFailed(tx, mail.id, why, desk.now());
    if (mail.message_id === null) return;
    const conversationId = await say(tx, desk, mail.message_id, "failed", why);
    if (conversationId)
      await changeConversation(tx, conversationId, {
        trouble: `A message could not be sent: ${why}`.slice(0, 300),
        status: "open",
        ending: null,
        ending_reason: null,
      });
  });
}

async function say(
  tx: Parameters<typeof setDelivery>[0],
  desk: Desk,
  message: MessageId,
  delivery: "waiting" | "sent" | "failed",
  words: string,
) {
  const now = desk.now();
  const conversationId = await setDelivery(
    tx,
    message,
    delivery,
    words.slice(0, 500),
    delivery === "sent" ? now : null,
  );
  await note(tx, { at: now, kind: `message.${delivery}`, conversationId, data: { messageId: message } });
  return conversationId;
}

/** Troubles that every further mail of the mailbox would meet too: said on screen for all to see. */
const ABOUT_THE_MAILBOX = new Set<TroubleCode>([
  "dns",
  "connect",
  "timeout",
  "tls",
  "tls-expired",
  "tls-untrusted",
  "tls-name",
  "no-starttls",
  "login",
  "login-not-offered",
  "token",
  "relay",
  "from-refused",
]);

async function sayTrouble(desk: Desk, mailbox: Mailbox, trouble: string | undefined): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    if (await setTrouble(tx, mailbox.id, "out", trouble, desk.now()))
      await note(tx, {
        at: desk.now(),
        kind: trouble ? "mailbox.out-broken" : "mailbox.out-works",
        data: { mailboxId: mailbox.id },
      });
  });
}
