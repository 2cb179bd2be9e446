/** Taking the samples away: their conversations, messages and mails go, and nothing of anybody else. */
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

export async function removeSampleConversations(db: Kysely<Tables>): Promise<void> {
  const mine = sql`(SELECT id FROM conversation WHERE is_sample)`;
  const messages = sql`(SELECT id FROM message WHERE conversation_id IN ${mine})`;
  await sql`DELETE FROM outbox WHERE message_id IN ${messages}`.execute(db);
  await sql`DELETE FROM inbound_mail WHERE message_id IN ${messages} OR mailbox_id IN (SELECT id FROM mailbox WHERE is_sample)`.execute(
    db,
  );
  await sql`DELETE FROM attachment WHERE message_id IN ${messages} OR draft_id IN (SELECT id FROM draft WHERE conversation_id IN ${mine})`.execute(
    db,
  );
  await sql`DELETE FROM fact WHERE conversation_id IN ${mine}`.execute(db);
  await sql`DELETE FROM event WHERE conversation_id IN ${mine}`.execute(db);
  await sql`DELETE FROM message WHERE conversation_id IN ${mine}`.execute(db);
  await sql`UPDATE conversation SET merged_into_id = NULL WHERE is_sample`.execute(db);
  await sql`DELETE FROM conversation WHERE is_sample`.execute(db);
}

/** Bytes that nothing names any more. */
export async function dropUnusedBlobs(db: Kysely<Tables>, limit: number): Promise<number> {
  const done = await sql`
    DELETE FROM blob WHERE hash IN (
      SELECT b.hash FROM blob b
      WHERE NOT EXISTS (SELECT 1 FROM inbound_mail i WHERE i.blob_hash = b.hash)
        AND NOT EXISTS (SELECT 1 FROM message m WHERE m.blob_hash = b.hash)
        AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.blob_hash = b.hash)
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.blob_hash = b.hash)
      LIMIT ${limit} FOR UPDATE SKIP LOCKED)
  `.execute(db);
  return Number(done.numAffectedRows ?? 0n);
}
