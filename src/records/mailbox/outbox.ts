/**
 * The outbox: mails that have to leave, frozen byte for byte when they were made, so that every try sends the same words
 * under the same Message-ID. Written in the transaction of the reply. A row is leased while a process sends it; the lease of
 * a process that is known to be dead is free at once, that of one of which nothing is known when its time is up.
 */
import type { MailboxId, MessageId, OutboxId } from "../../kit/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
import { type Kysely, type Selectable, sql, type Tables } from "../../platform/storage/index.ts";
import type { OutboxTable } from "./tables.ts";

type Db = Kysely<Tables>;
export type OutboxMail = Selectable<OutboxTable>;

/** Renewed three times in its length by the process that sends: one that died on another machine is noticed within a minute. */
const LEASE_MS = 60_000;
export const RENEW_LEASE_EVERY_MS = 20_000;
const NO_LEASE = { lease_until: null, lease_holder: null } as const;

export interface MailToSend {
  readonly messageId: MessageId | null;
  readonly mailboxId: MailboxId | null;
  readonly raw: Uint8Array;
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly sendAt: Date;
  readonly stopsIfAnswered?: true;
}

/** @returns the hash of the frozen bytes. */
export async function putInOutbox(db: Db, mail: MailToSend, now: Date): Promise<Buffer> {
  const blob_hash = await keepBlob(db, mail.raw);
  await db
    .insertInto("outbox")
    .values({
      message_id: mail.messageId,
      mailbox_id: mail.mailboxId,
      blob_hash,
      mail_from: mail.mailFrom,
      rcpt_to: [...mail.rcptTo],
      state: "waiting",
      stops_if_answered: mail.stopsIfAnswered === true,
      send_at: mail.sendAt,
      created_at: now,
    })
    .execute();
  return blob_hash;
}

/** Who asks for a mail to send, and what is known of the others. */
export interface Lessee {
  readonly name: string;
  /** What it is really sending: of its other leases nobody makes use any more. */
  readonly underWay: readonly OutboxId[];
  /** Mailboxes that have enough under way, so that a slow server holds up only its own mail. */
  readonly busy: readonly MailboxId[];
  /** Holders of leases that are dead for certain, and those that live for certain, however old their lease. */
  readonly gone: readonly string[];
  readonly alive: readonly string[];
}

/** Who holds leases now, and when the next mail is due, if any waits. */
export async function lookAtOutbox(db: Db): Promise<{ holders: readonly string[]; nextDueAt: Date | null }> {
  const found = await sql<{ holders: string[]; nextDueAt: Date | null }>`
    SELECT ARRAY(SELECT DISTINCT lease_holder FROM outbox WHERE state = 'sending' AND lease_holder IS NOT NULL) AS holders,
      (SELECT min(send_at) FROM outbox WHERE state = 'waiting') AS "nextDueAt"
  `.execute(db);
  return found.rows[0] as { holders: string[]; nextDueAt: Date | null };
}

/** Takes the next mail that is due and marks it as being sent; undefined when none is. Call outside a transaction. */
export async function leaseNext(db: Db, now: Date, lessee: Lessee): Promise<OutboxMail | undefined> {
  const { name, underWay, busy, gone, alive } = lessee;
  const row = await sql<OutboxMail>`
    UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_holder = ${name},
      lease_until = ${new Date(now.getTime() + LEASE_MS)}
    WHERE id = (
      SELECT id FROM outbox
      WHERE ((state = 'waiting' AND send_at <= ${now}) OR (state = 'sending' AND (
          lease_holder = ANY(${[name, ...gone]}::text[])
          OR (lease_until <= ${now} AND coalesce(lease_holder, '') <> ALL(${[...alive]}::text[])))))
        AND id <> ALL(${[...underWay]}::bigint[])
        AND coalesce(mailbox_id, 0) <> ALL(${[...busy]}::bigint[])
      ORDER BY send_at, id FOR UPDATE SKIP LOCKED LIMIT 1
    )
    RETURNING *
  `.execute(db);
  return row.rows[0];
}

/** Still at it: the other end takes its time. */
export async function renewLease(db: Db, id: OutboxId, holder: string, now: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ lease_until: new Date(now.getTime() + LEASE_MS) })
    .where("id", "=", id)
    .where("state", "=", "sending")
    .where("lease_holder", "=", holder)
    .execute();
}

export async function finishSent(db: Db, id: OutboxId, response: string, now: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ state: "sent", server_response: response, ...NO_LEASE, finished_at: now })
    .where("id", "=", id)
    .execute();
}

/** @param rcptTo those who have not got it yet. */
export async function tryLater(db: Db, id: OutboxId, why: string, at: Date, rcptTo: readonly string[]): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ state: "waiting", server_response: why, ...NO_LEASE, send_at: at, rcpt_to: [...rcptTo] })
    .where("id", "=", id)
    .execute();
}

export async function finishFailed(db: Db, id: OutboxId, why: string, now: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ state: "failed", server_response: why, ...NO_LEASE, finished_at: now })
    .where("id", "=", id)
    .execute();
}

/** Sends a mail now that failed, or that waits for its next try. @returns false when it is neither. */
export async function sendAgain(db: Db, message: MessageId, now: Date): Promise<boolean> {
  const done = await db
    .updateTable("outbox")
    // Not 0: it has been on its way once and can no longer be taken back.
    .set({ state: "waiting", send_at: now, attempts: 1, finished_at: null, stops_if_answered: false })
    .where("message_id", "=", message)
    .where(({ eb, or, and }) =>
      or([eb("state", "=", "failed"), and([eb("state", "=", "waiting"), eb("attempts", ">", 0)])]),
    )
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The way out works again: what had to wait for its next try leaves now. */
export async function sendWaitingNow(db: Db, mailbox: MailboxId, now: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ send_at: now })
    .where("mailbox_id", "=", mailbox)
    .where("state", "=", "waiting")
    .where("attempts", ">", 0)
    .where("send_at", ">", now)
    .execute();
}

/**
 * Takes a mail back while it still waits, or when it failed and nobody has got it.
 * @param addressed how many addresses it was for: fewer in the outbox means that some have it already.
 * @returns false once it has begun to leave.
 */
export async function takeBack(db: Db, message: MessageId, addressed: number): Promise<boolean> {
  const done = await db
    .deleteFrom("outbox")
    .where("message_id", "=", message)
    .where(({ eb, or, and }) =>
      or([
        and([eb("state", "=", "waiting"), eb("attempts", "=", 0)]),
        and([eb("state", "=", "failed"), eb(sql<number>`cardinality(rcpt_to)`, "=", addressed)]),
      ]),
    )
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

export async function outboxOf(db: Db, messages: readonly MessageId[]): Promise<Map<MessageId, OutboxMail>> {
  if (messages.length === 0) return new Map();
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("message_id", "in", [...messages])
    .where("state", "in", ["waiting", "sending"])
    .execute();
  return new Map(rows.map((row) => [row.message_id as MessageId, row]));
}

/** Scheduled replies of a conversation stop when the customer wrote first. @returns the messages that now wait for a look. */
export async function holdScheduled(
  db: Db,
  messages: readonly MessageId[],
  why: string,
  now: Date,
): Promise<MessageId[]> {
  if (messages.length === 0) return [];
  const rows = await db
    .updateTable("outbox")
    .set({ state: "failed", server_response: why, finished_at: now })
    .where("message_id", "in", [...messages])
    .where("state", "=", "waiting")
    .where("stops_if_answered", "=", true)
    .returning("message_id")
    .execute();
  return rows.map((row) => row.message_id as MessageId);
}

/** Whatever has not left stays here until a person sends it again; mail to our own people, such as links, is given up. @returns its messages. */
export async function holdAll(db: Db, why: string, now: Date): Promise<MessageId[]> {
  const rows = await db
    .updateTable("outbox")
    .set({ state: "failed", server_response: why, ...NO_LEASE, finished_at: now })
    .where("state", "in", ["waiting", "sending"])
    .returning("message_id")
    .execute();
  return rows.flatMap((row) => row.message_id ?? []);
}

/** How many mails of these mailboxes failed in the last week and were not sent again. */
export async function stuckInOutbox(db: Db, mailboxes: readonly MailboxId[], now: Date): Promise<number> {
  if (mailboxes.length === 0) return 0;
  const row = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("state", "=", "failed")
    .where("mailbox_id", "in", [...mailboxes])
    .where("finished_at", ">", new Date(now.getTime() - 7 * 24 * 60 * 60_000))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
