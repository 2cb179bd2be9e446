/** The log as people read it: who did what, newest first. The lines are written by platform/events; none is changed here. */
import type { ConversationId, EventId, PersonId } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";

export interface LogEntry {
  readonly id: EventId;
  readonly at: Date;
  readonly kind: string;
  readonly conversationId: ConversationId | null;
  readonly personId: PersonId | null;
  readonly personName: string | null;
  readonly data: unknown;
}

export interface LogQuestion {
  /** Only lines older than this one: the last of the page before. */
  readonly before?: number | undefined;
  readonly personId?: number | undefined;
  /** A whole kind (`person.invited`), or all of a noun (`person`). */
  readonly kind?: string | undefined;
  readonly limit: number;
}

export async function readLog(db: Kysely<Tables>, { before, personId, kind, limit }: LogQuestion): Promise<LogEntry[]> {
  let query = db
    .selectFrom("event")
    .leftJoin("person", "person.id", "event.person_id")
    .select([
      "event.id",
      "event.at",
      "event.kind",
      "event.conversation_id as conversationId",
      "event.person_id as personId",
      "person.name as personName",
      "event.data",
    ]);
  if (before !== undefined) query = query.where("event.id", "<", before as EventId);
  if (personId !== undefined) query = query.where("event.person_id", "=", personId as PersonId);
  if (kind?.includes(".")) query = query.where("event.kind", "=", kind);
  else if (kind !== undefined)
    query = query.where((is) => is.fn<boolean>("starts_with", ["event.kind", is.val(`${kind}.`)]));
  return query.orderBy("event.id", "desc").limit(limit).execute();
}
