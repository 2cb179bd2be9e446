/**
 * What messages give their word for. Written with the message, never changed: whether a promise was made is the message's matter
 * (has it left?), whether it was kept is not known here.
 */
import type { MessageId, PersonId } from "../../kit/index.ts";
import { type Kysely, type Selectable, storable, type Tables } from "../../platform/storage/index.ts";
import type { CommitmentTable, GateReasonTable, PromiseTable } from "./tables.ts";

type Db = Kysely<Tables>;
type OfMessage<T> = Omit<T, "id" | "message_id">;

export interface NewGiven {
  readonly promises: readonly OfMessage<PromiseTable>[];
  readonly commitments: readonly OfMessage<CommitmentTable>[];
  /** Why it leaves where a rule had asked to stop; by whom and when stands beside them. */
  readonly reasons: readonly { readonly rule: string; readonly reason: string }[];
}

export interface Given {
  readonly promises: readonly Selectable<PromiseTable>[];
  readonly commitments: readonly Selectable<CommitmentTable>[];
  readonly reasons: readonly Selectable<GateReasonTable>[];
}

/** In the transaction that writes the message. */
export async function keepGiven(
  tx: Db,
  message_id: MessageId,
  { promises, commitments, reasons }: NewGiven,
  by: { readonly person: PersonId; readonly at: Date },
): Promise<void> {
  if (promises.length > 0)
    await tx
      .insertInto("promise")
      .values(promises.map((one) => ({ ...one, message_id, what: storable(one.what) })))
      .execute();
  if (commitments.length > 0)
    await tx
      .insertInto("commitment")
      .values(commitments.map((one) => ({ ...one, message_id })))
      .execute();
  if (reasons.length > 0)
    await tx
      .insertInto("gate_reason")
      .values(
        reasons.map(({ rule, reason }) => ({
          message_id,
          rule,
          reason: storable(reason),
          person_id: by.person,
          given_at: by.at,
        })),
      )
      .execute();
}

/** In the order of the text; messages that give nothing are not named. */
export async function givenIn(db: Db, messages: readonly MessageId[]): Promise<Map<MessageId, Given>> {
  const given = new Map<MessageId, Given>();
  if (messages.length === 0) return given;
  const [promises, commitments, reasons] = await Promise.all([
    db
      .selectFrom("promise")
      .selectAll()
      .where("message_id", "in", [...messages])
      .orderBy("id")
      .execute(),
    db
      .selectFrom("commitment")
      .selectAll()
      .where("message_id", "in", [...messages])
      .orderBy("id")
      .execute(),
    db
      .selectFrom("gate_reason")
      .selectAll()
      .where("message_id", "in", [...messages])
      .orderBy("rule")
      .execute(),
  ]);
  for (const { message_id: id } of [...promises, ...commitments, ...reasons])
    given.set(id, {
      promises: promises.filter((one) => one.message_id === id),
      commitments: commitments.filter((one) => one.message_id === id),
      reasons: reasons.filter((one) => one.message_id === id),
    });
  return given;
}
