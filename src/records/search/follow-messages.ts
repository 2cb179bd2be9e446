/**
 * Search keeps up with messages that change places or go, in the transaction that does it: between that and the next sweep
 * nobody may find a message through a conversation that it is not in any more.
 */
import type { ConversationId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

/** Messages have come into this conversation. */
export async function followMessagesInto(db: Kysely<Tables>, conversation: ConversationId): Promise<void> {
  await sql`
    UPDATE search_message s SET conversation_id = m.conversation_id FROM message m
    WHERE m.id = s.message_id AND m.conversation_id = ${conversation} AND s.conversation_id <> m.conversation_id
  `.execute(db);
}

/** Messages are gone, and their words with them: what was still to be read of them is not due any more. */
export async function forgetGoneMessages(db: Kysely<Tables>): Promise<void> {
  await sql`DELETE FROM search_due d WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.id = d.message_id)`.execute(db);
}
