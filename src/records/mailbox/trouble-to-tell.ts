/** Which mailboxes' troubles, and ends of troubles, the admins have not been told of. Decides nothing about how. */
import type { MailboxId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

export interface TroubleToTell {
  readonly id: MailboxId;
  readonly name: string;
  readonly address: string;
  readonly way: "in" | "out";
  /** null: it works again. */
  readonly trouble: string | null;
}

/**
 * The next one, with its mailbox locked. That it works again is believed only when mail has really come in, or left, since:
 * changed settings alone prove nothing.
 * @param since a trouble counts once it began before this.
 */
export async function nextTroubleToTell(tx: Kysely<Tables>, since: Date): Promise<TroubleToTell | undefined> {
  const { rows } = await sql<TroubleToTell>`
    SELECT m.id, m.name, m.address::text AS address, w.way, w.trouble FROM mailbox m CROSS JOIN LATERAL (VALUES
      ('in', m.in_trouble, m.in_trouble_since, m.in_told_at, m.in_seen_at > m.in_told_at),
      ('out', m.out_trouble, m.out_trouble_since, m.out_told_at, m.out_told_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM outbox o WHERE o.mailbox_id = m.id AND o.state = 'sent' AND o.finished_at > m.out_told_at))
    ) AS w (way, trouble, began, told, worked)
    WHERE NOT m.is_sample AND (
      (w.trouble IS NOT NULL AND w.told IS NULL AND w.began <= ${since}) OR (w.trouble IS NULL AND w.told IS NOT NULL AND w.worked))
    ORDER BY m.id, w.way LIMIT 1 FOR UPDATE OF m SKIP LOCKED
  `.execute(tx);
  return rows[0];
}

/** @param at null: there is nothing to tell any more. */
export async function noteTold(tx: Kysely<Tables>, id: MailboxId, way: "in" | "out", at: Date | null): Promise<void> {
  await tx
    .updateTable("mailbox")
    .set(way === "in" ? { in_told_at: at } : { out_told_at: at })
    .where("id", "=", id)
    .execute();
}
