/** Taking the samples away: their conversations, messages and mails go, and nothing of anybody else. */
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

export async function removeSampleConversations(db: Kysely<Tables>): Promise<void> {
  // Whoever files, acknowledges or answers one of them at this moment finishes first; the next one finds nothing to do.
  await sql`LOCK TABLE inbound_mail, message, conversation IN EXCLUSIVE MODE`.execute(db);
  const sampleMailboxes = sql`(SELECT id FROM mailbox WHERE is_sample)`;
  const mine = sql`(SELECT id FROM conversation WHERE is_sample)`;
  const messages = sql`(SELECT id FROM message WHERE conversation_id IN ${mine})`;
  await sql`DELETE FROM outbox WHERE message_id IN ${messages}`.execute(db);
  // Also what has come and is not filed: by then its mailbox would be gone, and it would land among the real mail.
  await sql`
    DELETE FROM inbound_mail i WHERE i.message_id IN ${messages} OR i.mailbox_id IN ${sampleMailboxes}
      OR (i.message_id IS NULL AND cardinality(i.rcpt_to) > 0 AND NOT EXISTS (
        SELECT 1 FROM unnest(i.rcpt_to) AS r WHERE lower(split_part(r, '@', 2)) NOT IN (
          SELECT lower(split_part(address::text, '@', 2)) FROM mailbox WHERE is_sample)))
  `.execute(db);
  await sql`DELETE FROM event e WHERE e.conversation_id IN ${mine}
    OR (e.kind LIKE 'mail.%' AND NOT EXISTS (SELECT 1 FROM inbound_mail i WHERE i.id = (e.data->>'inboundMailId')::bigint))`.execute(
    db,
  );
  await sql`DELETE FROM attachment WHERE message_id IN ${messages} OR draft_id IN (SELECT id FROM draft WHERE conversation_id IN ${mine})`.execute(
    db,
  );
  await sql`DELETE FROM tag t WHERE EXISTS (SELECT 1 FROM conversation_tag ct WHERE ct.tag_id = t.id AND ct.conversation_id IN ${mine})
    AND NOT EXISTS (SELECT 1 FROM conversation_tag ct WHERE ct.tag_id = t.id AND ct.conversation_id NOT IN ${mine})`.execute(
    db,
  );
  await sql`DELETE FROM search_due WHERE message_id IN ${messages}`.execute(db);
  await sql`DELETE FROM fact WHERE conversation_id IN ${mine}`.execute(db);
  await sql`DELETE FROM message WHERE conversation_id IN ${mine}`.execute(db);
  await sql`UPDATE conversation SET merged_into_id = NULL WHERE is_sample`.execute(db);
  await sql`DELETE FROM conversation WHERE is_sample`.execute(db);
  await sql`UPDATE conversation SET mailbox_ids = ARRAY(SELECT id FROM unnest(mailbox_ids) AS id WHERE id NOT IN ${sampleMailboxes})
    WHERE mailbox_ids && ARRAY${sampleMailboxes}`.execute(db);
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
