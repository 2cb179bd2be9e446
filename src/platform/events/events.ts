/**
 * What happened. A record writes its rows and a line here in the same transaction; whoever cares reads the lines (live
 * updates, search, notifications, the log). Nobody is called: there are no listeners inside a transaction.
 */
import type { ConversationId, CustomerId, EventId, InboundMailId, PersonId } from "../../kit/index.ts";
import { type Database, type Generated, jsonb, type Kysely, sql, type Tables } from "../storage/index.ts";

declare module "../storage/tables.ts" {
  interface Tables {
    event: EventTable;
  }
}

interface EventTable {
  id: Generated<EventId>;
  at: Date;
  kind: string;
  conversation_id: ConversationId | null;
  person_id: PersonId | null;
  data: unknown;
}

/** One line of the log. `data` holds ids and small values, never message text. */
export interface Happening {
  readonly at: Date;
  readonly kind: string;
  readonly conversationId?: ConversationId | undefined;
  readonly personId?: PersonId | undefined;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface HeardEvent {
  readonly id: EventId;
  readonly kind: string;
  readonly conversationId: ConversationId | null;
  readonly personId: PersonId | null;
}

const CHANNEL = "heard_event";

/** Writes one line; other processes hear of it when the transaction commits. */
export async function note(db: Kysely<Tables>, happening: Happening): Promise<void> {
  const { at, kind, conversationId = null, personId = null, data = {} } = happening;
  await sql`
    WITH line AS (
      INSERT INTO event (at, kind, conversation_id, person_id, data)
      VALUES (${at}, ${kind}, ${conversationId}, ${personId}, ${jsonb(data)})
      RETURNING id
    )
    SELECT pg_notify(${CHANNEL}, json_build_array(id, ${kind}::text, ${conversationId}::bigint, ${personId}::bigint)::text) FROM line
  `.execute(db);
}

/** Tells the other processes without writing a line: for what is worth a glance and no memory, such as who is here. */
export async function whisper(db: Kysely<Tables>, kind: string, conversationId: ConversationId): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify([0, kind, conversationId, null])})`.execute(db);
}

/** What is gone leaves no line: those of the conversations, and those that name one of the mails or customers. */
export async function forgetLinesOf(
  db: Kysely<Tables>,
  gone: {
    readonly conversations: readonly ConversationId[];
    readonly inboundMails: readonly InboundMailId[];
    readonly customers: readonly CustomerId[];
  },
): Promise<void> {
  await sql`DELETE FROM event WHERE conversation_id = ANY(${[...gone.conversations]}::bigint[])
    OR (kind LIKE 'mail.%' AND (data->>'inboundMailId')::bigint = ANY(${[...gone.inboundMails]}::bigint[]))
    OR (kind LIKE 'customer.%' AND (data->>'customerId')::bigint = ANY(${[...gone.customers]}::bigint[]))`.execute(db);
}

/** The history of one conversation, newest first. */
export const listLog = (db: Kysely<Tables>, conversation: ConversationId) =>
  db
    .selectFrom("event")
    .selectAll()
    .where("conversation_id", "=", conversation)
    .orderBy("id", "desc")
    .limit(500)
    .execute();

/**
 * Hears every line that is committed from now on, in any process. `onMissed` says that some may have passed unheard
 * (the connection was lost): look at everything again.
 */
export async function hearEvents(
  database: Database,
  listener: { onEvent(event: HeardEvent): void; onMissed(): void },
): Promise<() => Promise<void>> {
  return database.listen(CHANNEL, {
    heard(payload) {
      const [id, kind, conversationId, personId] = JSON.parse(payload) as [
        EventId,
        string,
        ConversationId | null,
        PersonId | null,
      ];
      listener.onEvent({ id, kind, conversationId, personId });
    },
    mayHaveMissed: listener.onMissed,
  });
}
