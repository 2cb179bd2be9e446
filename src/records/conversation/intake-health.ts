/** Whether mail that came in is being filed: for doctor, and for whoever watches the desk from outside. Changes nothing. */
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

export interface IntakeHealth {
  /** Should have been filed a while ago and has not: nobody files. */
  readonly unfiled: number;
  readonly unfiledSince: Date | null;
  /** Could not be read; somebody should look. */
  readonly quarantined: number;
}

const PATIENCE_MS = 15 * 60_000;

export async function intakeHealth(db: Kysely<Tables>, now: Date): Promise<IntakeHealth> {
  const { rows } = await sql<IntakeHealth>`
    SELECT
      count(*) FILTER (WHERE state = 'waiting' AND retry_at <= ${new Date(now.getTime() - PATIENCE_MS)}) AS unfiled,
      min(received_at) FILTER (WHERE state = 'waiting' AND retry_at <= ${new Date(now.getTime() - PATIENCE_MS)}) AS "unfiledSince",
      count(*) FILTER (WHERE state = 'quarantined') AS quarantined
    FROM inbound_mail WHERE state IN ('waiting', 'quarantined')
  `.execute(db);
  return rows[0] ?? { unfiled: 0, unfiledSince: null, quarantined: 0 };
}
