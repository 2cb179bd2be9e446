/**
 * Mail as it arrived, byte for byte. Once a row is committed the sender's server may be told "250": from then on the mail
 * is ours to lose, so it is never deleted here, only filed, recognised as a copy, or put into quarantine where people see it.
 */
import type { InboundMailId, MailboxId, MessageId } from "../../kit/index.ts";
import { keptWith } from "../../platform/blobs/index.ts";
import { type Kysely, type Selectable, sql, type Tables } from "../../platform/storage/index.ts";
import type { InboundMailTable } from "./tables.ts";

type Db = Kysely<Tables>;
export type InboundMail = Selectable<InboundMailTable>;

export interface ArrivingMail {
  readonly raw: Uint8Array;
  readonly via: "smtp" | "imap" | "import";
  readonly mailboxId: MailboxId | null;
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly remoteAddress: string;
  /** Why it cannot be filed as it is; it goes to quarantine at once. */
  readonly problem?: string;
}

/** A mail that was taken to be filed. `raw` is there when it is small; larger ones are read one at a time. */
export type TakenMail = InboundMail & { readonly raw: Buffer | null };

const SMALL = 262_144;

/** Of a long queue so many at either end are looked at, to find senders who have not had their turn. */
const LOOK_AT = 300;

export async function keepInboundMail(db: Db, mail: ArrivingMail, now: Date): Promise<InboundMailId> {
  const { hash, insert } = keptWith(mail.raw);
  const row = await sql<{ id: InboundMailId }>`
    WITH ${insert}
    INSERT INTO inbound_mail (blob_hash, received_at, via, mailbox_id, mail_from, rcpt_to, remote_address, state, problem, retry_at)
    VALUES (${hash}, ${now}, ${mail.via}, ${mail.mailboxId}, ${mail.mailFrom}, ${[...mail.rcptTo]}, ${mail.remoteAddress},
      ${mail.problem === undefined ? "waiting" : "quarantined"}, ${mail.problem ?? null}, ${now})
    RETURNING id
  `.execute(db);
  return (row.rows[0] as { id: InboundMailId }).id;
}

/**
 * The next mails to file. Counting the attempt beforehand means that a mail which kills its process ends in quarantine
 * instead of killing the next one too. Senders take turns, so that one who floods the desk holds up only their own mail.
 * @param taker names the process (platform/jobs): what a dead one had taken is free again.
 */
export async function takeWaiting(db: Db, now: Date, limit: number, taker: string): Promise<TakenMail[]> {
  const rows = await sql<TakenMail>`
    WITH in_turn AS (
      SELECT id, retry_at, row_number() OVER (PARTITION BY lower(mail_from) ORDER BY retry_at, id) AS turn FROM (
        (SELECT id, retry_at, mail_from FROM inbound_mail WHERE state = 'waiting' AND retry_at <= ${now}
          ORDER BY retry_at, id LIMIT ${LOOK_AT})
        UNION
        (SELECT id, retry_at, mail_from FROM inbound_mail WHERE state = 'waiting' AND retry_at <= ${now}
          ORDER BY retry_at DESC, id DESC LIMIT ${LOOK_AT})
      ) AS oldest_and_newest
    )
    UPDATE inbound_mail SET attempts = attempts + 1, retry_at = ${new Date(now.getTime() + 120_000)}, taken_by = ${taker}
    FROM blob WHERE blob.hash = inbound_mail.blob_hash AND inbound_mail.id IN (
      SELECT mail.id FROM inbound_mail AS mail JOIN in_turn ON in_turn.id = mail.id
      WHERE mail.state = 'waiting' AND mail.retry_at <= ${now}
      ORDER BY in_turn.turn, in_turn.retry_at, mail.id FOR UPDATE OF mail SKIP LOCKED LIMIT ${limit}
    )
    RETURNING inbound_mail.*, CASE WHEN blob.size <= ${SMALL} THEN blob.bytes END AS raw
  `.execute(db);
  return rows.rows.sort((a, b) => a.id - b.id);
}

/** Who has taken mail and not filed it. */
export async function takersOfMail(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("inbound_mail")
    .select("taken_by")
    .distinct()
    .where("state", "=", "waiting")
    .where("taken_by", "is not", null)
    .execute();
  return rows.map((row) => row.taken_by as string);
}

/** What these had taken may be filed now. @param attempt whether the interrupted attempt counts against the mail. */
export async function freeMailTakenBy(
  db: Db,
  takers: readonly string[],
  now: Date,
  attempt: "counts" | "does not count",
): Promise<void> {
  if (takers.length === 0) return;
  await db
    .updateTable("inbound_mail")
    .set(({ eb }) => ({
      taken_by: null,
      retry_at: now,
      ...(attempt === "counts" ? {} : { attempts: eb("attempts", "-", 1) }),
    }))
    .where("state", "=", "waiting")
    .where("taken_by", "in", [...takers])
    .execute();
}

/** It could not be filed for a reason of its own: it is tried again after a while. */
export async function letMailGo(db: Db, id: InboundMailId): Promise<void> {
  await db.updateTable("inbound_mail").set({ taken_by: null }).where("id", "=", id).execute();
}

/**
 * Locks the mail for filing, and the Message-IDs of its thread until the transaction ends: mails that name each other are filed
 * one after the other, so that two which arrive in the same moment do not overlook each other.
 * @returns false when it has been filed meanwhile.
 */
export async function lockForFiling(db: Db, id: InboundMailId, mailIds: readonly string[]): Promise<boolean> {
  // Sorted: two mails that share several ids never wait for each other crosswise.
  const sorted = [...new Set(mailIds)].sort();
  const locked = await sql<{ state: string }>`
    WITH thread AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (
        SELECT name FROM unnest(${sorted}::text[]) WITH ORDINALITY AS named (name, place) ORDER BY place) AS in_order)
    SELECT state, (SELECT count(*) FROM thread) AS locks FROM inbound_mail WHERE id = ${id} FOR UPDATE
  `.execute(db);
  return locked.rows[0]?.state === "waiting";
}

export async function finishInboundMail(
  db: Db,
  id: InboundMailId,
  state: "filed" | "duplicate",
  message: MessageId,
): Promise<void> {
  await db
    .updateTable("inbound_mail")
    .set({ state, message_id: message, problem: null })
    .where("id", "=", id)
    .execute();
}

/** It was no message for anybody; its bytes are kept as those of all mail. */
export async function dismissInboundMail(db: Db, id: InboundMailId): Promise<void> {
  await db.updateTable("inbound_mail").set({ state: "dismissed", problem: null }).where("id", "=", id).execute();
}

export async function quarantine(db: Db, id: InboundMailId, problem: string): Promise<void> {
  await db.updateTable("inbound_mail").set({ state: "quarantined", problem }).where("id", "=", id).execute();
}

/** @returns false when it is not in quarantine. */
export async function leaveQuarantine(
  db: Db,
  id: InboundMailId,
  to: "waiting" | "dismissed",
  now: Date,
): Promise<boolean> {
  const done = await db
    .updateTable("inbound_mail")
    .set({ state: to, attempts: 0, retry_at: now })
    .where("id", "=", id)
    .where("state", "=", "quarantined")
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export const listQuarantine = (db: Db) =>
  db
    .selectFrom("inbound_mail")
    .innerJoin("blob", "blob.hash", "inbound_mail.blob_hash")
    .select(["inbound_mail.id", "received_at", "mail_from", "rcpt_to", "problem", "size", "blob_hash", "mailbox_id"])
    .where("state", "=", "quarantined")
    .orderBy("inbound_mail.id", "desc")
    .limit(200)
    .execute();

export const findInboundMail = (db: Db, id: InboundMailId): Promise<InboundMail | undefined> =>
  db.selectFrom("inbound_mail").selectAll().where("id", "=", id).executeTakeFirst();
