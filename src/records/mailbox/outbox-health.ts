/** Whether mail leaves: for doctor, and for whoever watches the desk from outside. Changes nothing. */
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

export interface OutboxHealth {
  /** Due for a while and never tried: nobody sends. */
  readonly untried: number;
  /** Tried several times and still here. */
  readonly retrying: number;
  /** What a server said to one of those. */
  readonly said: string | null;
  /** Given up within the last week; each says so in its conversation. */
  readonly failed: number;
}

const MINUTE_MS = 60_000;
const PATIENCE_MS = 15 * MINUTE_MS;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
/** Fewer tries are everyday: greylisting, a server that restarts. */
const MANY_TRIES = 3;

export async function outboxHealth(db: Kysely<Tables>, now: Date): Promise<OutboxHealth> {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  const { rows } = await sql<OutboxHealth>`
    SELECT
      count(*) FILTER (WHERE state <> 'failed' AND attempts = 0 AND send_at <= ${ago(PATIENCE_MS)}) AS untried,
      count(*) FILTER (WHERE state <> 'failed' AND attempts >= ${MANY_TRIES}::int) AS retrying,
      max(server_response) FILTER (WHERE state <> 'failed' AND attempts >= ${MANY_TRIES}::int) AS said,
      count(*) FILTER (WHERE state = 'failed' AND finished_at > ${ago(WEEK_MS)}) AS failed
    FROM outbox WHERE state <> 'sent'
  `.execute(db);
  return rows[0] ?? { untried: 0, retrying: 0, said: null, failed: 0 };
}
