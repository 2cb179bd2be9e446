/**
 * Sends what is due in the outbox. A mail is leased, sent as it was frozen, and marked; a process that dies in between
 * leaves its lease, and the next one sends the same bytes again under the same Message-ID: at most one duplicate, where SMTP
 * leaves no choice (RFC 5321 §4.5.3.2.6), and never none. A database that goes away in between costs no duplicate: what the
 * server answered is written down as soon as the database is back.
 */
import { type MailboxId, type MessageId, type OutboxId, Unavailable } from "../../kit/index.ts";
import { readBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { holderState, newHolder } from "../../platform/jobs/index.ts";
import type { Envelope, SubmitResult, TroubleCode } from "../../platform/mail/index.ts";
import { changeConversation, nameAnswersBy, reopenInTrouble, setDelivery } from "../../records/conversation/index.ts";
import {
  findMailbox,
  finishFailed,
  finishSent,
  type Lessee,
  leaseNext,
  lookAtOutbox,
  type Mailbox,
  type OutboxMail,
  RENEW_LEASE_EVERY_MS,
  renewLease,
  sendWaitingNow,
  setTrouble,
  tryLater,
} from "../../records/mailbox/index.ts";
import { plainWhereRefused } from "../shared/plain-sender.ts";
import type { WaysOut } from "../shared/ways-out.ts";

const MOST_AT_ONCE = 8;
const MOST_AT_ONCE_PER_MAILBOX = 2;
const MINUTE = 60_000;
/** After each failed try. Outlasts greylisting, a reboot and a weekend; the agent sees it waiting all the while. */
const WAIT_AFTER = [0.5, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440].map((minutes) => minutes * MINUTE);

/** How long a stopping process waits for slow servers, and for a database that is away to write down what they answered. */
const LAST_WORDS_MS = 5_000;

interface UnderWay {
  readonly mail: OutboxMail;
  readonly done: Promise<void>;
}

/** @returns a portion of work for a sweep, and a way to wait for mails under way when the process stops. */
export function outboxSender(desk: Desk, ways: WaysOut): { run(): Promise<"done" | number>; settled(): Promise<void> } {
  const { db } = desk.database;
  const self = newHolder();
  const submit = plainWhereRefused(ways.submit);
  const underWay = new Map<OutboxId, UnderWay>();
  let failure: { readonly error: unknown } | undefined;
  let lastWordsUntil = Number.POSITIVE_INFINITY;

  const busy = (): MailboxId[] => {
    const counts = new Map<MailboxId, number>();
    for (const { mail } of underWay.values())
      if (mail.mailbox_id !== null) counts.set(mail.mailbox_id, (counts.get(mail.mailbox_id) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= MOST_AT_ONCE_PER_MAILBOX).map(([mailbox]) => mailbox);
  };

  const lessee = (others: readonly string[]): Lessee => {
    const known = (state: string) => others.filter((holder) => holderState(holder) === state);
    return { name: self, underWay: [...underWay.keys()], busy: busy(), gone: known("gone"), alive: known("alive") };
  };

  /** Does it as soon as the database is there; what is written down here has already happened outside. */
  async function insist(write: () => Promise<void>): Promise<void> {
    for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
      try {
        return await write();
      } catch (error) {
        if (!(error instanceof Unavailable) || desk.now().getTime() > lastWordsUntil) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  function begin(mail: OutboxMail): void {
    const done = sendOne(desk, { ...ways, submit }, mail, self, insist)
      .catch((error: unknown) => {
        failure = { error };
      })
      .finally(() => {
        underWay.delete(mail.id);
        desk.poke("send-outbox");
      });
    underWay.set(mail.id, { mail, done });
  }

  return {
    async run() {
      if (failure) {
        const { error } = failure;
        failure = undefined;
        throw error;
      }
      for (;;) {
        const { holders, nextDueAt } = await lookAtOutbox(db);
        const now = desk.now();
        const others = holders.filter((holder) => holder !== self);
        // A lease of its own that it knows nothing of is left from an answer that was lost.
        const hasForgotten = others.length < holders.length && underWay.size === 0;
        const isWork = (nextDueAt !== null && nextDueAt <= now) || others.length > 0 || hasForgotten;
        const mail = isWork && underWay.size < MOST_AT_ONCE ? await leaseNext(db, now, lessee(others)) : undefined;
        if (!mail) return nextDueAt ? Math.max(250, nextDueAt.getTime() - now.getTime()) : "done";
        begin(mail);
      }
    },
    settled: async () => {
      lastWordsUntil = desk.now().getTime() + LAST_WORDS_MS;
      const patience = new Promise<void>((resolve) => setTimeout(resolve, LAST_WORDS_MS).unref());
      await Promise.race([Promise.all([...underWay.values()].map(({ done }) => done)), patience]);
    },
  };
}

async function sendOne(
  desk: Desk,
  ways: WaysOut,
  mail: OutboxMail,
  self: string,
  insist: (write: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { db } = desk.database;
  const mailbox = mail.mailbox_id === null ? undefined : await findMailbox(db, mail.mailbox_id);
  const [first, ...others] = mail.rcpt_to;
  if (!mailbox || first === undefined) return giveUp(desk, mail, "Its mailbox is gone.");
  if (mail.message_id !== null) await setDelivery(db, mail.message_id, "sending", null);

  const raw = await readBlob(db, mail.blob_hash);
  const envelope: Envelope = { mailFrom: mail.mail_from, rcptTo: [first, ...others] };
  if (mailbox.way_out === "sink" || mail.rcpt_to.every(isUndeliverable)) {
    await ways.sink(raw, envelope);
    const handed: SubmitResult = { outcome: "sent", response: "handed to the sample customers", rejected: [] };
    return insist(() => finish(desk, mail, mailbox, handed, STAYED_HERE));
  }
  if (mail.rcpt_to.some(isUndeliverable)) return giveUp(desk, mail, "It mixes sample customers with real addresses.");
  const renewing = setInterval(
    () => void renewLease(db, mail.id, self, desk.now()).catch(() => undefined),
    RENEW_LEASE_EVERY_MS,
  );
  try {
    const result = await ways.submit(mailbox, raw, envelope);
    await insist(() => finish(desk, mail, mailbox, result));
  } finally {
    clearInterval(renewing);
  }
}

/** Domains reserved for examples (RFC 2606 §2): sample customers live there, and nothing to them may ever leave. */
const isUndeliverable = (address: string): boolean => /(?:@|\.)example\.?$/i.test(address);

const STAYED_HERE = "Handed to the sample customers inside this desk; nothing has left it.";

/** @param taken what to say of a mail that was taken; usually that the server took it. */
async function finish(
  desk: Desk,
  mail: OutboxMail,
  mailbox: Mailbox,
  result: SubmitResult,
  taken?: string,
): Promise<void> {
  const now = desk.now();
  if (result.outcome === "never") {
    if (ABOUT_THE_MAILBOX.has(result.code)) await sayTrouble(desk, mailbox, `${result.why} ${result.wayOut}`.trim());
    return giveUp(desk, mail, `${result.why} ${result.said ?? ""}`.trim());
  }
  const wait = WAIT_AFTER[mail.attempts - 1];
  if (result.outcome === "later") {
    if (ABOUT_THE_MAILBOX.has(result.code)) await sayTrouble(desk, mailbox, `${result.why} ${result.wayOut}`.trim());
    if (wait === undefined) return giveUp(desk, mail, `Tried ${mail.attempts} times: ${result.why}`);
    await desk.database.inOneGo(async (tx) => {
      await tryLater(tx, mail.id, result.why, new Date(now.getTime() + wait), mail.rcpt_to);
      if (mail.message_id !== null)
        await say(tx, desk, mail.message_id, "waiting", `${result.why} The desk keeps trying; nothing is lost.`);
    });
    return;
  }
  const refused = result.rejected.map(({ address, why }) => `${address}: ${why}`).join(" ");
  const trouble = `A recipient was refused: ${refused}`.slice(0, 300);
  // Grey lists judge each recipient by itself: the others have it, these are tried again.
  const putOff = result.rejected.filter(({ outcome }) => outcome === "later").map(({ address }) => address);
  if (putOff.length > 0 && wait !== undefined) {
    await desk.database.inOneGo(async (tx) => {
      await tryLater(tx, mail.id, refused, new Date(now.getTime() + wait), putOff);
      if (mail.message_id === null) return;
      await rename(tx, mail.message_id, result.serverMessageId);
      const words = `Sent, but not yet to all. ${refused} The desk keeps trying.`;
      const conversationId = await say(tx, desk, mail.message_id, "waiting", words);
      if (conversationId && putOff.length < result.rejected.length)
        await changeConversation(tx, conversationId, { trouble });
    });
    return;
  }
  await desk.database.inOneGo(async (tx) => {
    await finishSent(tx, mail.id, result.response, now);
    if (mail.message_id === null) return;
    await rename(tx, mail.message_id, result.serverMessageId);
    const id = taken ?? (result.serverId ? `Taken by the server as ${result.serverId}.` : "Taken by the server.");
    const conversationId = await say(tx, desk, mail.message_id, "sent", refused ? `${id} Not for ${refused}` : id);
    if (refused && conversationId) await changeConversation(tx, conversationId, { trouble });
  });
  if (mailbox.out_trouble) {
    await sayTrouble(desk, mailbox, undefined);
    await sendWaitingNow(desk.database.db, mailbox.id, now);
  }
}

/** The server put an id of its own in place of ours. Answers to ours are still known by its signature. */
async function rename(tx: Parameters<typeof nameAnswersBy>[0], message: MessageId, id: string | undefined) {
  if (id !== undefined) await nameAnswersBy(tx, message, id.replace(/^<|>$/g, ""));
}

async function giveUp(desk: Desk, mail: OutboxMail, why: string): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    await finishFailed(tx, mail.id, why, desk.now());
    if (mail.message_id === null) return;
    const conversationId = await say(tx, desk, mail.message_id, "failed", why);
    if (conversationId) await reopenInTrouble(tx, conversationId, `A message could not be sent: ${why}`.slice(0, 300));
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
