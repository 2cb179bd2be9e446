/**
 * Where a mail belongs. Looks only at what is stored, never at arrival order: a mail that names another and a mail that is
 * named by another end up together whichever came first. Whether a sender may join is decided by the caller.
 */
import type { ConversationId, CustomerId, MailboxId, MessageId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import { type Conversation, findConversation, lockConversation } from "./conversations.ts";

type Db = Kysely<Tables>;

const MOST_HOPS = 20;

/** Follows merges to the conversation that is really there. */
export async function findLiving(db: Db, id: ConversationId): Promise<Conversation | undefined> {
  let found = await findConversation(db, id);
  for (let hops = 0; found && found.merged_into_id !== null && hops < MOST_HOPS; hops += 1)
    found = await findConversation(db, found.merged_into_id);
  return found?.merged_into_id === null ? found : undefined;
}

export const livingConversation = async (db: Db, id: ConversationId): Promise<ConversationId | undefined> =>
  (await findLiving(db, id))?.id;

/** Where a message stood before any merge: answers to it belong there again once the merge is undone. */
const stand = sql<ConversationId>`coalesce(message.came_from_id, message.conversation_id)`;

/** As `findLiving`, locked: nobody merges it until the transaction ends. */
export async function lockLiving(db: Db, id: ConversationId): Promise<Conversation | undefined> {
  let locked = await lockConversation(db, id);
  for (let hops = 0; locked && locked.merged_into_id !== null && hops < MOST_HOPS; hops += 1)
    locked = await lockConversation(db, locked.merged_into_id);
  return locked?.merged_into_id === null ? locked : undefined;
}

/** What is here already of a mail that arrives. Merged conversations stand under their own number. */
export interface KnownOfMail {
  /** The same mail, filed before. */
  readonly copy: { readonly id: MessageId; readonly conversation_id: ConversationId } | null;
  /** The message of ours that left under its Message-ID. */
  readonly ours: MessageId | null;
  /** Conversations that hold a message which it names, the last named first. */
  readonly named: readonly ConversationId[];
  /** Those of messages that name it: answers that overtook it. */
  readonly answers: readonly ConversationId[];
  /** Those of messages that name what it names: other answers to the same mail. */
  readonly alsoNaming: readonly ConversationId[];
}

/** One question for all of it: filing a mail is mostly waiting for answers. @param references at most fifty (usableReferences). */
export async function knownOfMail(
  db: Db,
  mail: { readonly fingerprint: Buffer; readonly mailId: string | undefined; readonly references: readonly string[] },
): Promise<KnownOfMail> {
  const mailId = mail.mailId ?? null;
  const references = [...mail.references];
  const found = await sql<KnownOfMail>`
    SELECT
      (SELECT json_build_object('id', id, 'conversation_id', conversation_id) FROM message WHERE fingerprint = ${mail.fingerprint}) AS copy,
      (SELECT id FROM message WHERE mail_id = ${mailId} AND kind = 'outbound' ORDER BY id LIMIT 1) AS ours,
      ARRAY(SELECT ${stand} FROM message WHERE mail_id = ANY(${references}::text[])
        ORDER BY array_position(${references}::text[], mail_id) DESC, id) AS named,
      ARRAY(SELECT ${stand} FROM message_reference r JOIN message ON message.id = r.message_id
        WHERE r.mail_id = ${mailId} ORDER BY message.id LIMIT 50) AS answers,
      ARRAY(SELECT ${stand} FROM message_reference r JOIN message ON message.id = r.message_id
        WHERE r.mail_id = ANY(${references}::text[]) ORDER BY message.id LIMIT 50) AS "alsoNaming"
  `.execute(db);
  const known = found.rows[0] as KnownOfMail;
  const once = (ids: readonly ConversationId[]) => [...new Set(ids)];
  return { ...known, named: once(known.named), answers: once(known.answers), alsoNaming: once(known.alsoNaming) };
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
 * Whom a customer copied belongs to it too; whom a Reply-To names does not, until we have written to them.
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
            SELECT 1 FROM jsonb_path_query(m.recipients - 'replyTo', '$.*[*].address') AS a WHERE lower(a #>> '{}') = ANY(${wanted}::text[])))
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
