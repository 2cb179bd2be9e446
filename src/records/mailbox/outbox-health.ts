/** Whether mail leaves: for doctor and for whoever watches the desk from outside. Changes nothing. */
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

export interface OutboxHealth {
  /** Should have left a while ago and has not. */
  readonly overdue: number;
  /** When the oldest of them was due. */
  readonly overdueSince: Date | null;
  /** Were given up; each says so in its conversation. */
  readonly failed: number;
}

/** Longer than the first pauses between tries: a server that is briefly away is no news. */
const PATIENCE_MS = 15 * 60_000;

export async function outboxHealth(db: Kysely<Tables>, now: Date): Promise<OutboxHealth> {
  const { rows } = await sql<{ overdue: number; since: Date | null; failed: number }>`
    SELECT
      count(*) FILTER (WHERE state <> 'failed') AS overdue,
      min(created_at) FILTER (WHERE state <> 'failed') AS since,
      count(*) FILTER (WHERE state = 'failed') AS failed
    FROM outbox
    WHERE state = 'failed'
      OR (state IN ('waiting', 'sending') AND (attempts > 0 OR send_at <= ${now}) AND greatest(created_at, send_at - interval '1 hour' * sign(attempts)) <= ${new Date(now.getTime() - PATIENCE_MS)})
  `.execute(db);
  const [row] = rows;
  return { overdue: row?.overdue ?? 0, overdueSince: row?.since ?? null, failed: row?.failed ?? 0 };
}
