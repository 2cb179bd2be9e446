/**
 * Keeps the words of all messages findable. Messages that are new or changed stand in `search_due`, put there by the
 * database in the transaction that changed them; a portion takes some out, newest first, and writes their words in one
 * transaction. Killed at any line, it begins again; several processes share the work.
 */
import type { ConversationId, MessageId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import { type Field, type Mark, marksOf, OWN_AUTOMATIC, tsvectorOf } from "./tsvector.ts";

/** Small enough that a reply waits for no long transaction, large enough for 1,000 messages a second. */
const PORTION = 200;

export interface TextOfMessage {
  readonly kind: "inbound" | "outbound" | "note";
  readonly class: "human" | "automatic" | "list" | "bounce";
  readonly is_automatic: boolean;
  readonly subject: string;
  /** The team may have renamed it. */
  readonly conversation_subject: string;
  readonly customer_name: string;
  readonly from_name: string;
  readonly from_address: string;
  readonly recipients: Readonly<Record<string, ReadonlyArray<{ name?: string; address?: string }>>>;
  readonly reply_text: string;
  /** Only of the first message: what later ones quote is found where it was written. */
  readonly folded_text: string;
  readonly attachments: readonly string[];
}

/** @returns "more" when there may be more to do at once. */
export async function refreshSearch(db: Kysely<Tables>): Promise<"done" | "more"> {
  const empty = await db.selectFrom("search_due").select("message_id").limit(1).executeTakeFirst();
  if (empty === undefined) return "done";
  return db.transaction().execute(async (tx) => {
    // Messages before what is due, as everybody who writes one takes them: else the removal of the samples, which holds all
    // messages, and this would wait for each other.
    await sql`LOCK TABLE message IN ROW SHARE MODE`.execute(tx);
    // Taken out before the messages are read: whoever changes one from here on waits, and puts it in again.
    const due = await sql<{ message_id: MessageId }>`
      DELETE FROM search_due WHERE message_id IN (
        SELECT message_id FROM search_due ORDER BY message_id DESC LIMIT ${PORTION} FOR UPDATE SKIP LOCKED)
      RETURNING message_id
    `.execute(tx);
    await writeWords(
      tx,
      due.rows.map((row) => row.message_id),
    );
    return due.rows.length === PORTION ? "more" : "done";
  });
}

async function writeWords(tx: Kysely<Tables>, ids: readonly MessageId[]): Promise<void> {
  const found = await sql<TextOfMessage & { id: MessageId; conversation_id: ConversationId; at: Date }>`
    SELECT m.id, m.conversation_id, m.at, m.kind, m.class, m.is_automatic, m.subject, c.subject AS conversation_subject,
      cu.name AS customer_name, m.from_name, m.from_address, m.recipients, left(m.reply_text, 60000) AS reply_text,
      CASE WHEN EXISTS (SELECT 1 FROM message e WHERE e.conversation_id = m.conversation_id AND (e.at, e.id) < (m.at, m.id))
        THEN '' ELSE left(m.folded_text, 60000) END AS folded_text,
      ARRAY(SELECT a.name FROM attachment a WHERE a.message_id = m.id AND NOT a.is_inline) AS attachments
    FROM message m JOIN conversation c ON c.id = m.conversation_id JOIN customer cu ON cu.id = c.customer_id
    WHERE m.id = ANY(${[...ids]}::bigint[]) ORDER BY m.id FOR KEY SHARE OF m
  `.execute(tx);
  const rows = found.rows;
  if (rows.length === 0) return;
  await sql`
    INSERT INTO search_message (message_id, conversation_id, at, words)
    SELECT * FROM unnest(${rows.map((row) => row.id)}::bigint[], ${rows.map((row) => row.conversation_id)}::bigint[],
      ${rows.map((row) => row.at)}::timestamptz[], ${rows.map(wordsOfMessage)}::tsvector[])
    ON CONFLICT (message_id) DO UPDATE SET conversation_id = excluded.conversation_id, at = excluded.at, words = excluded.words
  `.execute(tx);
}

/** One message as text for `::tsvector`. */
export function wordsOfMessage(message: TextOfMessage): string {
  const people = Object.values(message.recipients).flat();
  const fields: Field[] = [
    { text: message.subject, weight: "A" },
    { text: message.reply_text },
    { text: message.attachments.join(" · "), weight: "C" },
    { text: `${message.from_name} ${message.from_address}`, weight: "C" },
  ];
  if (baseOf(message.conversation_subject) !== baseOf(message.subject))
    fields.push({ text: message.conversation_subject, weight: "A" });
  if (message.kind === "inbound") fields.push({ text: message.customer_name, weight: "C" });
  if (message.kind === "outbound")
    fields.push({ text: people.map(({ name, address }) => `${name ?? ""} ${address ?? ""}`).join(" "), weight: "C" });
  fields.push({ text: message.folded_text, weight: "C" });

  const marks: Mark[] = [
    ...marksOf("<", message.from_name, message.from_address, message.kind === "inbound" ? message.customer_name : ""),
    ...marksOf(">", ...people.flatMap(({ name, address }) => [name ?? "", address ?? ""])),
  ];
  if (message.attachments.length > 0) marks.push("+attachment");
  if (message.kind === "note") marks.push("+note");
  if (message.is_automatic || message.class !== "human") marks.push("+automatic");
  if (message.is_automatic) marks.push(OWN_AUTOMATIC);
  return tsvectorOf(fields, marks);
}

const baseOf = (subject: string): string => subject.replace(/^(?:[a-z]{2,3}: )+/i, "");
