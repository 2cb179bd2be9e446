/**
 * What messages give their word for. Written with the message, never changed: whether a promise was made is the message's matter
 * (has it left?), whether it was kept is the ledger's (ledger.ts).
 */
import type { MessageId, PersonId, PromiseId } from "../../kit/index.ts";
import type { CommitmentKind } from "../../method/review/index.ts";
import { type Kysely, sql, storable, type Tables } from "../../platform/storage/index.ts";
import type { CommitmentTable, GateReasonTable, PromiseTable } from "./tables.ts";

type Db = Kysely<Tables>;
type Promised = Omit<PromiseTable, "id" | "message_id" | "has_outcome">;
type Committed = Omit<CommitmentTable, "id" | "message_id">;

export interface NewGiven {
  readonly promises: readonly Promised[];
  readonly commitments: readonly Committed[];
  /** Why it leaves where a rule had asked to stop; by whom and when stands beside them. */
  readonly reasons: readonly Pick<GateReasonTable, "rule" | "reason">[];
}

export interface Given {
  readonly promises: readonly Promised[];
  readonly commitments: readonly Committed[];
  readonly reasons: readonly Omit<GateReasonTable, "message_id">[];
}

export interface KeptPromise extends Promised {
  readonly id: PromiseId;
}

/** In the transaction that writes the message. @returns its promises, in the order of the text. */
export async function keepGiven(
  tx: Db,
  message_id: MessageId,
  { promises, commitments, reasons }: NewGiven,
  by: { readonly person: PersonId; readonly at: Date },
): Promise<KeptPromise[]> {
  const kept =
    promises.length === 0
      ? []
      : await tx
          .insertInto("promise")
          .values(promises.map((one) => ({ ...one, message_id, what: storable(one.what) })))
          .returning(["id", "start_at", "end_at", "who", "what", "due_at", "due_is_day"])
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
  return kept.sort((a, b) => a.start_at - b.start_at);
}

/** Any of the three, as one statement asks for them. */
interface Row {
  readonly of: "promise" | "commitment" | "reason";
  readonly message_id: MessageId;
  readonly start_at: number;
  readonly end_at: number;
  readonly name: string;
  readonly words: string;
  readonly at: Date | null;
  readonly is_day: boolean;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly person_id: PersonId | null;
}

/** In the order of the text; messages that give nothing are not named. */
export async function givenIn(db: Db, messages: readonly MessageId[]): Promise<Map<MessageId, Given>> {
  const given = new Map<MessageId, { [K in keyof Given]: Given[K][number][] }>();
  if (messages.length === 0) return given;
  const these = sql`${[...messages]}::bigint[]`;
  const { rows } = await sql<Row>`
    SELECT 'promise' AS of, message_id, start_at, end_at, who AS name, what AS words, due_at AS at, due_is_day AS is_day,
      NULL::text AS amount, NULL::text AS currency, NULL::bigint AS person_id
    FROM promise WHERE message_id = ANY(${these})
    UNION ALL
    SELECT 'commitment', message_id, start_at, end_at, kind, '', NULL, false, amount::text, currency, NULL
    FROM commitment WHERE message_id = ANY(${these})
    UNION ALL
    SELECT 'reason', message_id, 0, 0, rule, reason, given_at, false, NULL, NULL, person_id
    FROM gate_reason WHERE message_id = ANY(${these})
    ORDER BY start_at, name
  `.execute(db);
  for (const row of rows) {
    const of = given.get(row.message_id) ?? { promises: [], commitments: [], reasons: [] };
    given.set(row.message_id, of);
    const { start_at, end_at, name, words, at, is_day, amount, currency, person_id } = row;
    if (row.of === "promise")
      of.promises.push({ start_at, end_at, who: name as Promised["who"], what: words, due_at: at, due_is_day: is_day });
    else if (row.of === "commitment")
      of.commitments.push({ start_at, end_at, kind: name as CommitmentKind, amount, currency });
    else if (at !== null) of.reasons.push({ rule: name, reason: words, person_id, given_at: at });
  }
  return given;
}
