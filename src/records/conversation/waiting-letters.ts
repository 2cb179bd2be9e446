/** The newest letter of each customer who waits, and how a person says it sounds; for marks in lists. What it sounds like is not decided here. */
import type { ConversationId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import type { SaidInstead } from "./tables.ts";

export interface WaitingLetter {
  readonly conversation_id: ConversationId;
  /** Its beginning. */
  readonly text: string;
  /** A person's word against the coach's, where there is one. */
  readonly said: SaidInstead | null;
}

/** @param length so much of each letter. */
export async function waitingLetters(
  db: Kysely<Tables>,
  conversations: readonly ConversationId[],
  length: number,
): Promise<WaitingLetter[]> {
  if (conversations.length === 0) return [];
  const { rows } = await sql<WaitingLetter>`
    SELECT c.id AS conversation_id, left(m.reply_text, ${length}::int) AS text, r.said
    FROM unnest(${[...conversations]}::bigint[]) AS c(id)
    CROSS JOIN LATERAL (
      SELECT id, reply_text FROM message
      WHERE conversation_id = c.id AND kind = 'inbound' AND class = 'human' AND notes #> '{bounce,delayed}' IS NULL
      ORDER BY at DESC, id DESC LIMIT 1) m
    LEFT JOIN LATERAL (
      SELECT said FROM reading_correction WHERE message_id = m.id AND aspect = 'feeling' ORDER BY id DESC LIMIT 1) r ON true
  `.execute(db);
  return rows;
}
