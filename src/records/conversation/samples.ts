/** Taking the samples away: their conversations, messages and mails go, and nothing of anybody else. */
import type { ConversationId, InboundMailId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

/** @returns what is gone, so that the log can forget it. What waits in the outbox goes with its message. */
export async function removeSampleConversations(
  db: Kysely<Tables>,
): Promise<{ readonly conversations: ConversationId[]; readonly inboundMails: InboundMailId[] }> {
  // Whoever files, acknowledges or answers one of them at this moment finishes first; the next one finds nothing to do.
  await sql`LOCK TABLE inbound_mail, message, conversation IN EXCLUSIVE MODE`.execute(db);
  const sampleMailboxes = sql`(SELECT id FROM mailbox WHERE is_sample)`;
  const mine = sql`(SELECT id FROM conversation WHERE is_sample)`;
  const messages = sql`(SELECT id FROM message WHERE conversation_id IN ${mine})`;
  // Also what has come and is not filed: by then its mailbox would be gone, and it would land among the real mail.
  const mails = await sql<{ id: InboundMailId }>`
    DELETE FROM inbound_mail i WHERE i.message_id IN ${messages} OR i.mailbox_id IN ${sampleMailboxes}
      OR (i.message_id IS NULL AND cardinality(i.rcpt_to) > 0 AND NOT EXISTS (
        SELECT 1 FROM unnest(i.rcpt_to) AS r WHERE lower(split_part(r, '@', 2)) NOT IN (
          SELECT lower(split_part(address::text, '@', 2)) FROM mailbox WHERE is_sample)))
    RETURNING i.id
  `.execute(db);
  await sql`DELETE FROM attachment WHERE message_id IN ${messages} OR draft_id IN (SELECT id FROM draft WHERE conversation_id IN ${mine})`.execute(
    db,
  );
  await sql`DELETE FROM tag t WHERE EXISTS (SELECT 1 FROM conversation_tag ct WHERE ct.tag_id = t.id AND ct.conversation_id IN ${mine})
    AND NOT EXISTS (SELECT 1 FROM conversation_tag ct WHERE ct.tag_id = t.id AND ct.conversation_id NOT IN ${mine})`.execute(
    db,
  );
  await sql`DELETE FROM fact WHERE conversation_id IN ${mine}`.execute(db);
  await sql`DELETE FROM message WHERE conversation_id IN ${mine}`.execute(db);
  await sql`UPDATE conversation SET merged_into_id = NULL WHERE is_sample`.execute(db);
  const conversations = await db.deleteFrom("conversation").where("is_sample", "=", true).returning("id").execute();
  await sql`UPDATE conversation SET mailbox_ids = ARRAY(SELECT id FROM unnest(mailbox_ids) AS id WHERE id NOT IN ${sampleMailboxes})
    WHERE mailbox_ids && ARRAY${sampleMailboxes}`.execute(db);
  return { conversations: conversations.map((row) => row.id), inboundMails: mails.rows.map((row) => row.id) };
}
