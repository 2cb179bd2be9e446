/**
 * Mail as it arrived, byte for byte. Once a row is committed the sender's server may be told "250": from then on the mail
 * is ours to lose, so it is never deleted here, only filed, recognised as a copy, or put into quarantine where people see it.
 */
import type { InboundMailId, MailboxId, MessageId } from "../../kit/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
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

/** Of a long queue so many at either end are looked at, to find senders who have not had their turn. */
const LOOK_AT = 300;

export async function keepInboundMail(db: Db, mail: ArrivingMail, now: Date): Promise<InboundMailId> {
  const blob_hash = await keepBlob(db, mail.raw);
  const row = await db
    .insertInto("inbound_mail")
    .values({
      blob_hash,
      received_at: now,
      via: mail.via,
      mailbox_id: mail.mailboxId,
      mail_from: mail.mailFrom,
      rcpt_to: [...mail.rcptTo],
      remote_address: mail.remoteAddress,
      state: mail.problem === undefined ? "waiting" : "quarantined",
      problem: mail.problem ?? null,
      retry_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * The next mails to file. Counting the attempt beforehand means that a mail which kills its process ends in quarantine
 * instead of killing the next one too. Senders take turns, so that one who floods the desk holds up only their own mail.
 * @param taker names the process (platform/jobs): what a dead one had taken is free again.
 */
export async function takeWaiting(db: Db, now: Date, limit: number, taker: string): Promise<InboundMail[]> {
  const rows = await sql<InboundMail>`
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
    WHERE id IN (
      SELECT mail.id FROM inbound_mail AS mail JOIN in_turn ON in_turn.id = mail.id
      WHERE mail.state = 'waiting' AND mail.retry_at <= ${now}
      ORDER BY in_turn.turn, in_turn.retry_at, mail.id FOR UPDATE OF mail SKIP LOCKED LIMIT ${limit}
    )
    RETURNING *
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

/** Locks the mail for filing. @returns false when it has been filed meanwhile. */
export async function lockWaiting(db: Db, id: InboundMailId): Promise<boolean> {
  const row = await db.selectFrom("inbound_mail").select("state").where("id", "=", id).forUpdate().executeTakeFirst();
  return row?.state === "waiting";
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
