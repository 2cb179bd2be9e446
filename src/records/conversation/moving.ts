/** Messages change places: merge, undo of a merge, split. Each message remembers where it stood before a merge. */
import type { ConversationId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import type { Message } from "./messages.ts";

type Db = Kysely<Tables>;

export async function moveMessages(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  await db
    .updateTable("message")
    .set({ conversation_id: to, came_from_id: sql<ConversationId>`coalesce(came_from_id, ${from})` })
    .where("conversation_id", "=", from)
    .execute();
  await db.updateTable("fact").set({ conversation_id: to }).where("conversation_id", "=", from).execute();
  await sql`
    INSERT INTO conversation_tag (conversation_id, tag_id) SELECT ${to}, tag_id FROM conversation_tag WHERE conversation_id = ${from} ON CONFLICT DO NOTHING
  `.execute(db);
  await sql`UPDATE search_message SET conversation_id = ${to} WHERE conversation_id = ${from}`.execute(db);
}

export async function returnMessages(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  await sql`UPDATE fact f SET conversation_id = ${to} FROM message m WHERE f.message_id = m.id AND m.conversation_id = ${from} AND m.came_from_id = ${to}`.execute(
    db,
  );
  await db
    .updateTable("message")
    .set({ conversation_id: to, came_from_id: null })
    .where("conversation_id", "=", from)
    .where("came_from_id", "=", to)
    .execute();
  await sql`UPDATE search_message s SET conversation_id = ${to} FROM message m WHERE m.id = s.message_id AND m.conversation_id = ${to} AND s.conversation_id = ${from}`.execute(
    db,
  );
}

/** Points a conversation to the one it went into, or back to itself. */
export async function signpost(db: Db, id: ConversationId, into: ConversationId | null): Promise<void> {
  await db.updateTable("conversation").set({ merged_into_id: into }).where("id", "=", id).execute();
}

export async function mergedInto(db: Db, id: ConversationId): Promise<ConversationId[]> {
  const rows = await db
    .selectFrom("conversation")
    .select("id")
    .where("merged_into_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Moves a message and all that came after it. @returns how many stay behind; when none would, nothing is moved. */
export async function splitMessages(db: Db, from: ConversationId, first: Message, to: ConversationId): Promise<number> {
  const stays = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM message WHERE conversation_id = ${from} AND (at, id) < (${first.at}, ${first.id})
  `.execute(db);
  const kept = stays.rows[0]?.n ?? 0;
  if (kept === 0) return 0;
  await sql`UPDATE message SET conversation_id = ${to} WHERE conversation_id = ${from} AND (at, id) >= (${first.at}, ${first.id})`.execute(
    db,
  );
  await sql`UPDATE search_message s SET conversation_id = ${to} FROM message m WHERE m.id = s.message_id AND m.conversation_id = ${to}`.execute(
    db,
  );
  await sql`UPDATE fact f SET conversation_id = ${to} FROM message m WHERE f.message_id = m.id AND m.conversation_id = ${to}`.execute(
    db,
  );
  return kept;
}
