/**
 * Where a mail belongs. Looks only at what is stored, never at arrival order: a mail that names another and a mail that is
 * named by another end up together whichever came first. Whether a sender may join is decided by the caller.
 */
import type { ConversationId, CustomerId, MailboxId, MessageId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import { type Conversation, lockConversation } from "./conversations.ts";

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

/**
 * Locks Message-IDs until the transaction ends. Mails that name each other are filed one after the other, so that two which
 * arrive in the same moment do not overlook each other.
 */
export async function lockThread(db: Db, mailIds: readonly string[]): Promise<void> {
  // Sorted: two mails that share several ids never wait for each other crosswise.
  const sorted = [...new Set(mailIds)].sort();
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM (SELECT id FROM unnest(${sorted}::text[]) WITH ORDINALITY AS named (id, place) ORDER BY place) AS sorted`.execute(
    db,
  );
}

/** Where a message stood before any merge: answers to it belong there again once the merge is undone. */
const stand = sql<ConversationId>`coalesce(message.came_from_id, message.conversation_id)`;

/** As `livingConversation`, locked: nobody merges it until the transaction ends. */
export async function lockLiving(db: Db, id: ConversationId): Promise<Conversation | undefined> {
  for (;;) {
    const living = await livingConversation(db, id);
    const locked = living === undefined ? undefined : await lockConversation(db, living);
    if (!locked || locked.merged_into_id === null) return locked;
  }
}

/** The conversations that hold a message with one of these Message-IDs, the last named first; merged ones under their own number. */
export async function conversationsNamed(db: Db, mailIds: readonly string[]): Promise<ConversationId[]> {
  if (mailIds.length === 0) return [];
  const rows = await db
    .selectFrom("message")
    .select(["mail_id", stand.as("conversation_id")])
    .where("mail_id", "in", [...mailIds])
    .execute();
  const place = (id: string | null) => mailIds.lastIndexOf(id ?? "");
  return [...new Set(rows.sort((a, b) => place(b.mail_id) - place(a.mail_id)).map((row) => row.conversation_id))];
}

/** The conversations of messages that name one of these Message-IDs: answers that overtook what they answer, or its other answers. */
export async function conversationsNaming(db: Db, mailIds: readonly string[]): Promise<ConversationId[]> {
  if (mailIds.length === 0) return [];
  const rows = await db
    .selectFrom("message_reference")
    .innerJoin("message", "message.id", "message_reference.message_id")
    .select(stand.as("conversation_id"))
    .where("message_reference.mail_id", "in", [...mailIds])
    .orderBy("message.id")
    .limit(50)
    .execute();
  return [...new Set(rows.map((row) => row.conversation_id))];
}

/** Whether a message of this conversation came in or left through one of these mailboxes. */
export async function cameThrough(
  db: Db,
  conversation: ConversationId,
  mailboxes: readonly MailboxId[],
): Promise<boolean> {
  if (mailboxes.length === 0) return false;
  const row = await db
    .selectFrom("message")
    .select("id")
    .where("conversation_id", "=", conversation)
    .where("mailbox_id", "in", [...mailboxes])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether someone belongs to a conversation: its customer from any address, or anyone it was ever addressed to or came from.
 * Whom a customer copied belongs to it too.
 */
export async function takesPart(
  db: Db,
  conversation: ConversationId,
  addresses: readonly string[],
  customer: CustomerId | undefined,
): Promise<boolean> {
  const wanted = addresses.map((address) => address.toLowerCase());
  const row = await sql<{ takes_part: boolean }>`
    SELECT EXISTS (SELECT 1 FROM conversation WHERE id = ${conversation} AND customer_id = ${customer ?? null})
      OR EXISTS (
        SELECT 1 FROM message m WHERE m.conversation_id = ${conversation} AND m.kind <> 'note' AND (
          m.customer_id = ${customer ?? null} OR lower(m.from_address) = ANY(${wanted}::text[])
          OR ((m.kind = 'outbound' OR m.class = 'human') AND EXISTS (
            SELECT 1 FROM jsonb_path_query(m.recipients, '$.*[*].address') AS a WHERE lower(a #>> '{}') = ANY(${wanted}::text[])))
        )
      ) AS takes_part
  `.execute(db);
  return row.rows[0]?.takes_part === true;
}

/** Longer ids and longer chains are cut off: they come from broken programs or from people who mean harm. */
export const usableReferences = (mailIds: readonly string[]): string[] =>
  [...new Set(mailIds)].filter((id) => id.length <= 500).slice(-50);

export async function keepReferences(db: Db, message: MessageId, mailIds: readonly string[]): Promise<void> {
  const distinct = usableReferences(mailIds);
  if (distinct.length === 0) return;
  await db
    .insertInto("message_reference")
    .values(distinct.map((mail_id) => ({ mail_id, message_id: message })))
    .onConflict((on) => on.doNothing())
    .execute();
}
