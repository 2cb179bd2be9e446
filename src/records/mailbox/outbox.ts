/**
 * The outbox: mails that have to leave, frozen byte for byte when they were made, so that every try sends the same words
 * under the same Message-ID. Written in the transaction of the reply. A row is leased while a process sends it; a lease
 * that ran out is taken again, because its process has died.
 */
import type { MailboxId, MessageId, OutboxId } from "../../kit/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
import { type Kysely, type Selectable, sql, type Tables } from "../../platform/storage/index.ts";
import type { OutboxTable } from "./tables.ts";

type Db = Kysely<Tables>;
export type OutboxMail = Selectable<OutboxTable>;

/** Renewed three times in its length by the process that sends: a dead one is noticed within a minute. */
const LEASE_MS = 60_000;
export const RENEW_LEASE_EVERY_MS = 20_000;

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

/**
 * Takes the next mail that is due and marks it as being sent; undefined when none is. Call outside a transaction.
 * @param busy mailboxes that have enough under way, so that a slow server holds up only its own mail.
 */
export async function leaseNext(db: Db, now: Date, busy: readonly MailboxId[]): Promise<OutboxMail | undefined> {
  const row = await sql<OutboxMail>`
    UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = ${new Date(now.getTime() + LEASE_MS)}
    WHERE id = (
      SELECT id FROM outbox
      WHERE ((state = 'waiting' AND send_at <= ${now}) OR (state = 'sending' AND lease_until <= ${now}))
        AND coalesce(mailbox_id, 0) <> ALL(${[...busy]}::bigint[])
      ORDER BY send_at, id FOR UPDATE SKIP LOCKED LIMIT 1
    )
    RETURNING *
  `.execute(db);
  return row.rows[0];
}

/** Still at it: the other end takes its time. */
export async function renewLease(db: Db, id: OutboxId, now: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ lease_until: new Date(now.getTime() + LEASE_MS) })
    .where("id", "=", id)
    .where("state", "=", "sending")
    .execute();
}

/** When the next mail is due, if any waits. */
export async function nextDueAt(db: Db): Promise<Date | undefined> {
  const row = await sql<{ at: Date | null }>`
    SELECT min(CASE WHEN state = 'waiting' THEN send_at ELSE lease_until END) AS at FROM outbox WHERE state IN ('waiting', 'sending')
  `.execute(db);
  return row.rows[0]?.at ?? undefined;
}

export async function finishSent(db: Db, id: OutboxId, response: string, now: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ state: "sent", server_response: response, lease_until: null, finished_at: now })
    .where("id", "=", id)
    .execute();
}

export async function tryLater(db: Db, id: OutboxId, why: string, at: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ state: "waiting", server_response: why, lease_until: null, send_at: at })
    .where("id", "=", id)
    .execute();
}

export async function finishFailed(db: Db, id: OutboxId, why: string, now: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ state: "failed", server_response: why, lease_until: null, finished_at: now })
    .where("id", "=", id)
    .execute();
}

/** Puts a failed mail back in line. @returns false when it is not failed. */
export async function sendAgain(db: Db, message: MessageId, now: Date): Promise<boolean> {
  const done = await db
    .updateTable("outbox")
    .set({ state: "waiting", send_at: now, attempts: 0, finished_at: null, stops_if_answered: false })
    .where("message_id", "=", message)
    .where("state", "=", "failed")
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Takes a mail back while it still waits. @returns false once it has begun to leave. */
export async function takeBack(db: Db, message: MessageId): Promise<boolean> {
  const done = await db
    .deleteFrom("outbox")
    .where("message_id", "=", message)
    .where("state", "=", "waiting")
    .where("attempts", "=", 0)
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
