/**
 * Where a mail belongs. Looks only at what is stored, never at arrival order: a mail that names another and a mail that is
 * named by another end up together whichever came first. Whether a sender may join is decided by the caller.
 */
import type { ConversationId, CustomerId, MessageId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

type Db = Kysely<Tables>;

/** Follows merges to the conversation that is really there. */
export async function livingConversation(db: Db, id: ConversationId): Promise<ConversationId | undefined> {
  let at: ConversationId | null = id;
  for (let hops = 0; at !== null && hops < 20; hops += 1) {
    const row: { id: ConversationId; merged_into_id: ConversationId | null } | undefined = await db
      .selectFrom("conversation")
      .select(["id", "merged_into_id"])
      .where("id", "=", at)
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.merged_into_id === null) return row.id;
    at = row.merged_into_id;
  }
  return undefined;
}

/** The conversations that hold a message with one of these Message-IDs, the last named first. */
export async function conversationsNamed(db: Db, mailIds: readonly string[]): Promise<ConversationId[]> {
  if (mailIds.length === 0) return [];
  const rows = await db
    .selectFrom("message")
    .select(["mail_id", "conversation_id"])
    .where("mail_id", "in", [...mailIds])
    .execute();
  const place = (id: string | null) => mailIds.lastIndexOf(id ?? "");
  return [...new Set(rows.sort((a, b) => place(b.mail_id) - place(a.mail_id)).map((row) => row.conversation_id))];
}

/** The conversations of messages that name this Message-ID: answers that overtook what they answer. */
export async function conversationsNaming(db: Db, mailId: string): Promise<ConversationId[]> {
  const rows = await db
    .selectFrom("message_reference")
    .innerJoin("message", "message.id", "message_reference.message_id")
    .select("message.conversation_id")
    .where("message_reference.mail_id", "=", mailId)
    .orderBy("message.id")
    .limit(20)
    .execute();
  return [...new Set(rows.map((row) => row.conversation_id))];
}

/** Whether someone belongs to a conversation: its customer from any address, or anyone it was ever addressed to or came from. */
export async function takesPart(
  db: Db,
  conversation: ConversationId,
  address: string,
  customer: CustomerId | undefined,
): Promise<boolean> {
  const wanted = address.toLowerCase();
  const row = await sql<{ takes_part: boolean }>`
    SELECT EXISTS (SELECT 1 FROM conversation WHERE id = ${conversation} AND customer_id = ${customer ?? null})
      OR EXISTS (
        SELECT 1 FROM message m WHERE m.conversation_id = ${conversation} AND m.kind <> 'note' AND (
          lower(m.from_address) = ${wanted}
          OR (m.kind = 'outbound' AND EXISTS (
            SELECT 1 FROM jsonb_path_query(m.recipients, '$.*[*].address') AS a WHERE lower(a #>> '{}') = ${wanted}))
        )
      ) AS takes_part
  `.execute(db);
  return row.rows[0]?.takes_part === true;
}

export async function keepReferences(db: Db, message: MessageId, mailIds: readonly string[]): Promise<void> {
  const distinct = [...new Set(mailIds)].filter((id) => id.length <= 500).slice(-50);
  if (distinct.length === 0) return;
  await db
    .insertInto("message_reference")
    .values(distinct.map((mail_id) => ({ mail_id, message_id: message })))
    .onConflict((on) => on.doNothing())
    .execute();
}
