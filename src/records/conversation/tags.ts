/** What conversations are called by the team, in short: their tags. */
import type { ConversationId, MailboxId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

type Db = Kysely<Tables>;

export async function setTags(db: Db, id: ConversationId, names: readonly string[]): Promise<void> {
  await db.deleteFrom("conversation_tag").where("conversation_id", "=", id).execute();
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
