/** The conversations of a whole mailbox: how many, who has them, and giving them to another one. */
import type { MailboxId, PersonId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

type Db = Kysely<Tables>;

/** Merged ones count too: they can come back. */
export async function countInMailbox(db: Db, mailbox: MailboxId): Promise<number> {
  const rows = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM conversation WHERE mailbox_ids @> ARRAY[${mailbox}]::bigint[]
  `.execute(db);
  return rows.rows[0]?.n ?? 0;
}

/** How many mails came for it and are still to be filed. @param addresses its own, aliases too, in lower case. */
export async function countUnfiledFor(db: Db, mailbox: MailboxId, addresses: readonly string[]): Promise<number> {
  const rows = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM inbound_mail WHERE state = 'waiting' AND (mailbox_id = ${mailbox} OR EXISTS (
      SELECT FROM unnest(rcpt_to) AS each(address)
      WHERE regexp_replace(lower(address), '[+][^@]*@', '@') = ANY(${[...addresses]}::text[]) OR lower(address) = ANY(${[...addresses]}::text[])))
  `.execute(db);
  return rows.rows[0]?.n ?? 0;
}

export async function assigneesIn(db: Db, mailbox: MailboxId): Promise<PersonId[]> {
  const rows = await sql<{ id: PersonId }>`
    SELECT DISTINCT assignee_id AS id FROM conversation
    WHERE mailbox_ids @> ARRAY[${mailbox}]::bigint[] AND assignee_id IS NOT NULL
  `.execute(db);
  return rows.rows.map(({ id }) => id);
}

/**
 * Whatever is shown in `from`, or lent to it, is in `to` from now on, in the same place and once.
 * @param without those who may not see it there: they have it no longer.
 */
export async function giveMailboxTo(
  db: Db,
  from: MailboxId,
  to: MailboxId,
  without: readonly PersonId[],
): Promise<void> {
  const replaced = (column: "mailbox_ids" | "lent_mailbox_ids") => sql`ARRAY(
    SELECT id FROM unnest(array_replace(${sql.ref(column)}, ${from}::bigint, ${to}::bigint)) WITH ORDINALITY AS each(id, place)
    GROUP BY id ORDER BY min(place)
  )`;
  await sql`
    UPDATE conversation SET mailbox_ids = ${replaced("mailbox_ids")}, lent_mailbox_ids = ${replaced("lent_mailbox_ids")},
      assignee_id = CASE WHEN assignee_id = ANY(${[...without]}::bigint[]) THEN NULL ELSE assignee_id END
    WHERE mailbox_ids @> ARRAY[${from}]::bigint[] OR lent_mailbox_ids @> ARRAY[${from}]::bigint[]
  `.execute(db);
  await db.updateTable("message").set({ mailbox_id: to }).where("mailbox_id", "=", from).execute();
  await db.updateTable("inbound_mail").set({ mailbox_id: to }).where("mailbox_id", "=", from).execute();
}
