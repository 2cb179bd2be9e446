/** Tags: a team's own words on a conversation. What a merge brought along is told from what it had itself, so that it can go back. */
import type { ConversationId, MailboxId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

type Db = Kysely<Tables>;

/** What stays keeps where it came from. */
export async function setTags(db: Db, id: ConversationId, names: readonly string[]): Promise<void> {
  await sql`
    DELETE FROM conversation_tag ct USING tag t
    WHERE ct.conversation_id = ${id} AND t.id = ct.tag_id AND t.name <> ALL(${[...names]}::citext[])
  `.execute(db);
  for (const name of names) {
    const tag = await sql<{ id: number }>`
      INSERT INTO tag (name) VALUES (${name}) ON CONFLICT (name) DO UPDATE SET name = tag.name RETURNING id
    `.execute(db);
    await db
      .insertInto("conversation_tag")
      .values({ conversation_id: id, tag_id: tag.rows[0]?.id as number })
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

/** The tags in these mailboxes, the most used first, and how many conversations have each. */
export async function listTags(
  db: Db,
  mailboxes: readonly MailboxId[],
): Promise<Array<{ name: string; count: number }>> {
  const { rows } = await sql<{ name: string; count: number }>`
    SELECT t.name::text AS name, count(*)::int AS count
    FROM tag t JOIN conversation_tag ct ON ct.tag_id = t.id JOIN conversation c ON c.id = ct.conversation_id
    WHERE c.merged_into_id IS NULL AND c.mailbox_ids && ${[...mailboxes]}::bigint[]
    GROUP BY t.id ORDER BY 2 DESC, 1 LIMIT 500
  `.execute(db);
  return rows;
}

/** What was merged into `from` before goes on by itself: `from` keeps only its own tags, for when it stands alone again. */
export async function lendTags(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  await sql`
    INSERT INTO conversation_tag (conversation_id, tag_id, came_from_id)
    SELECT ${to}, tag_id, coalesce(came_from_id, ${from}) FROM conversation_tag WHERE conversation_id = ${from}
    ON CONFLICT DO NOTHING
  `.execute(db);
  await sql`DELETE FROM conversation_tag WHERE conversation_id = ${from} AND came_from_id IS NOT NULL`.execute(db);
}

/** Takes away what only `to` had brought to `from`; what another merged conversation would have brought too, stays. */
export async function giveTagsBack(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  const gone = await sql<{ tag_id: number }>`
    DELETE FROM conversation_tag WHERE conversation_id = ${from} AND came_from_id = ${to} RETURNING tag_id
  `.execute(db);
  await sql`
    INSERT INTO conversation_tag (conversation_id, tag_id, came_from_id)
    SELECT ${from}, ct.tag_id, c.id FROM conversation c JOIN conversation_tag ct ON ct.conversation_id = c.id
    WHERE c.merged_into_id = ${from} AND c.id <> ${to} AND ct.tag_id = ANY(${gone.rows.map(({ tag_id }) => tag_id)}::bigint[])
    ON CONFLICT DO NOTHING
  `.execute(db);
}
