/** Work that should have been done a while ago and has not: whoever does it does not run. Changes nothing. */
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

export interface LeftLying {
  /** Conversations whose time to come back has passed. */
  readonly asleep: number;
  /** Mails that nobody has decided to acknowledge or not. */
  readonly unacknowledged: number;
}

/** Many times as long as the sweeps wait between two looks. */
const PATIENCE_MS = 15 * 60_000;

export async function leftLying(db: Kysely<Tables>, now: Date): Promise<LeftLying> {
  const since = new Date(now.getTime() - PATIENCE_MS);
  const { rows } = await sql<LeftLying>`
    SELECT (SELECT count(*)::int FROM conversation WHERE snoozed_until <= ${since}) AS asleep,
      (SELECT count(*)::int FROM message WHERE acknowledgement = 'due' AND at <= ${since}) AS unacknowledged
  `.execute(db);
  return rows[0] ?? { asleep: 0, unacknowledged: 0 };
}
