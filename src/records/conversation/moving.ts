/** Messages change places: merge, undo of a merge, split. Each message remembers where it stood before a merge. */
import { type ConversationId, type Refusal, refuse } from "../../kit/index.ts";
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

/**
 * Points a conversation to the one it went into, or back to itself. What had been merged into it before points there too:
 * each merge can be undone alone, in any order.
 */
export async function signpost(db: Db, id: ConversationId, into: ConversationId | null): Promise<void> {
  await db.updateTable("conversation").set({ merged_into_id: into }).where("id", "=", id).execute();
  if (into !== null)
    await db.updateTable("conversation").set({ merged_into_id: into }).where("merged_into_id", "=", id).execute();
}

/** Said to whoever asks for a conversation that went into another one. */
export const wentInto = (into: ConversationId): Refusal => ({
  ...refuse("merged", `This conversation was merged into #${into}.`, `Open #${into}.`),
  leadsTo: into,
});

/** What somebody was writing goes along, unless they write in the other one too. */
export async function moveDrafts(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  await sql`
    UPDATE draft d SET conversation_id = ${to} WHERE d.conversation_id = ${from} AND NOT EXISTS (
      SELECT 1 FROM draft o WHERE o.conversation_id = ${to} AND o.person_id = d.person_id AND o.kind = d.kind)
  `.execute(db);
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

/** How many messages of the conversation stand before this one. */
export async function messagesBefore(db: Db, conversation: ConversationId, message: Message): Promise<number> {
  const before = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM message WHERE conversation_id = ${conversation} AND (at, id) < (${message.at}, ${message.id})
  `.execute(db);
  return before.rows[0]?.n ?? 0;
}

/** Moves a message and all that came after it, with the facts that were noted from them. */
export async function splitMessages(db: Db, from: ConversationId, first: Message, to: ConversationId): Promise<void> {
  await sql`
    UPDATE message SET conversation_id = ${to}, came_from_id = NULL
    WHERE conversation_id = ${from} AND (at, id) >= (${first.at}, ${first.id})
  `.execute(db);
  await sql`UPDATE search_message s SET conversation_id = ${to} FROM message m WHERE m.id = s.message_id AND m.conversation_id = ${to}`.execute(
    db,
  );
  await sql`UPDATE fact f SET conversation_id = ${to} FROM message m WHERE f.message_id = m.id AND m.conversation_id = ${to}`.execute(
    db,
  );
}
