/**
 * What became of promises. One outcome for each: the first one holds until it is taken back, or until the letter that said so turned
 * out to have reached nobody. When a letter is taken back before it leaves, what it said of promises goes with it (a foreign key).
 */
import type { MessageId, PersonId, PromiseId } from "../../kit/index.ts";
import { type Kysely, sql, storable, type Tables } from "../../platform/storage/index.ts";

type Db = Kysely<Tables>;

export type Settlement =
  | { readonly outcome: "kept"; readonly message: MessageId | null }
  | { readonly outcome: "moved"; readonly message: MessageId; readonly movedTo: PromiseId }
  | { readonly outcome: "withdrawn"; readonly reason: string };

/** @returns whether it was settled; not where something else holds already. */
export async function settle(
  tx: Db,
  id: PromiseId,
  as: Settlement,
  by: { readonly person: PersonId; readonly at: Date },
): Promise<boolean> {
  const message = as.outcome === "withdrawn" ? null : as.message;
  const { rows } = await sql`
    INSERT INTO promise_outcome AS known (promise_id, outcome, at, person_id, reason, message_id, moved_to)
    VALUES (${id}, ${as.outcome}, ${by.at}, ${by.person}, ${as.outcome === "withdrawn" ? storable(as.reason) : ""}, ${message},
      ${as.outcome === "moved" ? as.movedTo : null})
    ON CONFLICT (promise_id) DO UPDATE SET outcome = excluded.outcome, at = excluded.at, person_id = excluded.person_id,
      reason = excluded.reason, message_id = excluded.message_id, moved_to = excluded.moved_to
    WHERE EXISTS (SELECT 1 FROM message n WHERE n.id = known.message_id AND n.delivery IN ('failed', 'bounced'))
    RETURNING promise_id
  `.execute(tx);
  return rows.length > 0;
}

/** It is open again, or broken. @returns whether there was anything to take back. */
export async function takeBackOutcome(tx: Db, id: PromiseId): Promise<boolean> {
  const gone = await tx.deleteFrom("promise_outcome").where("promise_id", "=", id).returning("promise_id").execute();
  return gone.length > 0;
}
