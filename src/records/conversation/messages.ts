/** Messages: written once, hardly ever changed. Adding one keeps the conversation's own summary true in the same go. */
import type { AttachmentId, ConversationId, MessageId, PersonId } from "../../kit/index.ts";
import {
  type Insertable,
  jsonb,
  type Kysely,
  type Selectable,
  sql,
  storable,
  type Tables,
} from "../../platform/storage/index.ts";
import type { AttachmentTable, MessageTable } from "./tables.ts";

type Db = Kysely<Tables>;
export type Message = Selectable<MessageTable>;
export type AttachmentRow = Selectable<AttachmentTable>;
export type NewMessage = Omit<Insertable<MessageTable>, "id">;

const PREVIEW_LENGTH = 160;

/** @returns the new id, or undefined when a message with this fingerprint is there already. */
export const addMessage = async (db: Db, message: NewMessage): Promise<MessageId | undefined> =>
  (await insertOf(db, message).executeTakeFirst())?.id;

/** The statement, for those who put it at the beginning of a larger one. */
export function insertOf(db: Pick<Db, "insertInto">, message: NewMessage) {
  const values = {
    ...message,
    subject: storable(message.subject ?? ""),
    from_name: storable(message.from_name ?? ""),
    reply_text: storable(message.reply_text ?? ""),
    folded_text: storable(message.folded_text ?? ""),
    reply_html: message.reply_html == null ? null : storable(message.reply_html),
    folded_html: message.folded_html == null ? null : storable(message.folded_html),
    recipients: jsonb(message.recipients ?? {}),
    notes: jsonb(message.notes ?? {}),
  };
  return db
    .insertInto("message")
    .values(values)
    .onConflict((on) => on.column("fingerprint").where("fingerprint", "is not", null).doNothing())
    .returning("id");
}

/** The first words of a message, on one line, for a list. */
export function previewOf(text: string): string {
  const line = text.slice(0, 1_000).replace(/\s+/g, " ").trim();
  return line.length > PREVIEW_LENGTH ? `${line.slice(0, PREVIEW_LENGTH - 1).trimEnd()}…` : line;
}

export const findMessage = (db: Db, id: MessageId): Promise<Message | undefined> =>
  db.selectFrom("message").selectAll().where("id", "=", id).executeTakeFirst();

export const messageWithFingerprint = (db: Db, fingerprint: Buffer): Promise<Message | undefined> =>
  db.selectFrom("message").selectAll().where("fingerprint", "=", fingerprint).executeTakeFirst();

/** Whoever else is about to write a message with this fingerprint waits until the transaction ends. */
export async function lockFingerprint(db: Db, fingerprint: Buffer): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${fingerprint.toString("hex")}, 0))`.execute(db);
}

/** The newest messages, oldest first; `before` asks for those before a message. */
export async function listMessages(
  db: Db,
  conversation: ConversationId,
  { before, limit }: { before?: MessageId | undefined; limit: number },
): Promise<{ messages: Message[]; earlier: number }> {
  let query = db.selectFrom("message").selectAll().where("conversation_id", "=", conversation);
  if (before !== undefined)
    query = query.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("at", "id"),
        "<",
        selectFrom("message").select(["at", "id"]).where("id", "=", before).$asTuple("at", "id"),
      ),
    );
  const newest = await query
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const messages = newest.slice(0, limit).reverse();
  if (newest.length <= limit) return { messages, earlier: 0 };
  const oldest = messages[0] as Message;
  const counted = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM message WHERE conversation_id = ${conversation} AND (at, id) < (${oldest.at}, ${oldest.id})
  `.execute(db);
  return { messages, earlier: counted.rows[0]?.n ?? 0 };
}

export async function attachmentsOf(db: Db, messages: readonly MessageId[]): Promise<Map<MessageId, AttachmentRow[]>> {
  const found = new Map<MessageId, AttachmentRow[]>();
  if (messages.length === 0) return found;
  const rows = await db
    .selectFrom("attachment")
    .selectAll()
    .where("message_id", "in", [...messages])
    .orderBy("position")
    .orderBy("id")
    .execute();
  for (const row of rows)
    found.set(row.message_id as MessageId, [...(found.get(row.message_id as MessageId) ?? []), row]);
  return found;
}

export async function addAttachment(
  db: Db,
  attachment: Omit<Insertable<AttachmentTable>, "id">,
): Promise<AttachmentRow> {
  return db
    .insertInto("attachment")
    .values({ ...attachment, name: storable(attachment.name) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function setDelivery(
  db: Db,
  message: MessageId,
  delivery: NonNullable<MessageTable["delivery"]>,
  note: string | null,
  deliveredAt: Date | null = null,
): Promise<ConversationId | undefined> {
  const row = await db
    .updateTable("message")
    .set({ delivery, delivery_note: note, delivered_at: deliveredAt })
    .where("id", "=", message)
    .returning("conversation_id")
    .executeTakeFirst();
  return row?.conversation_id;
}

/** Outbound messages of a conversation that have not left. */
export async function unsentMessages(db: Db, conversation: ConversationId): Promise<MessageId[]> {
  const rows = await db
    .selectFrom("message")
    .select("id")
    .where("conversation_id", "=", conversation)
    .where("delivery", "in", ["scheduled", "waiting"])
    .execute();
  return rows.map((row) => row.id);
}

/** Our own outbound message with this Message-ID, for bounces and threading. */
export const outboundWithMailId = (db: Db, mailId: string) =>
  db.selectFrom("message").selectAll().where("mail_id", "=", mailId).where("kind", "=", "outbound").executeTakeFirst();

/** Whether a person of ours answered the customer after this time: then what was written before it waits for nothing. */
export async function answeredAfter(db: Db, conversation: ConversationId, at: Date): Promise<boolean> {
  const row = await db
    .selectFrom("message")
    .select("id")
    .where("conversation_id", "=", conversation)
    .where("at", ">", at)
    .where("kind", "=", "outbound")
    .where("is_automatic", "=", false)
    .where(sql<boolean>`notes->'forwarded' IS NULL`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What others added after the newest message a writer has seen; automatic answers and servers that are late do not count. */
export async function whatCameAfter(
  db: Db,
  conversation: ConversationId,
  seen: MessageId | null,
  writer: PersonId,
): Promise<MessageId[]> {
  const rows = await db
    .selectFrom("message")
    .select("id")
    .where("conversation_id", "=", conversation)
    .where("id", ">", seen ?? (0 as MessageId))
    .where("is_automatic", "=", false)
    .where(sql<boolean>`notes #> '{bounce,delayed}' IS NULL`)
    .where((eb) => eb.or([eb("person_id", "is", null), eb("person_id", "!=", writer)]))
    .execute();
  return rows.map((row) => row.id);
}

/** The bytes of an outbound message and the id under which answers will name it. */
export async function freezeMessage(
  db: Db,
  message: MessageId,
  { mailId, blobHash, foldedText }: { mailId: string; blobHash: Buffer; foldedText: string },
): Promise<void> {
  await db
    .updateTable("message")
    .set({ mail_id: mailId, blob_hash: blobHash, folded_text: storable(foldedText) })
    .where("id", "=", message)
    .execute();
}

/** The attachments of a draft become those of the message it was sent as. */
export async function giveDraftAttachments(db: Db, draft: number, message: MessageId): Promise<void> {
  await db
    .updateTable("attachment")
    .set({ message_id: message, draft_id: null })
    .where("draft_id", "=", draft)
    .execute();
}

/** More than were written between a backup and its restoring. */
const NUMBERS_TO_SKIP = 1_000_000;

/** Messages that are written from here on have numbers that none had before. */
export async function skipMessageNumbers(db: Db): Promise<void> {
  await sql`SELECT setval(pg_get_serial_sequence('message', 'id'), (SELECT coalesce(max(id), 0) FROM message) + ${NUMBERS_TO_SKIP}::bigint)`.execute(
    db,
  );
}

/** Says which of a message's attachments its text shows; what it does not show hangs below. */
export async function showInText(db: Db, message: MessageId, pictures: readonly number[]): Promise<void> {
  await sql`
    UPDATE attachment SET is_inline = shown.yes, content_id = CASE WHEN shown.yes THEN coalesce(content_id, id || '.' || ${message}::text || '@heard') END
    FROM (SELECT id AS shown_id, type LIKE 'image/%' AND id = ANY(${[...pictures]}::bigint[]) AS yes FROM attachment WHERE message_id = ${message}) AS shown
    WHERE id = shown_id AND is_inline <> shown.yes
  `.execute(db);
}

/** Takes an unsent message away; its attachments go back to a draft. */
export async function removeUnsent(db: Db, message: MessageId, draft: number): Promise<void> {
  await db
    .updateTable("attachment")
    .set({ message_id: null, draft_id: draft })
    .where("message_id", "=", message)
    .execute();
  await db.deleteFrom("message").where("id", "=", message).execute();
}

/** Some servers put a Message-ID of their own in place of ours; answers will name that one. */
export async function nameAnswersBy(db: Db, message: MessageId, mailId: string): Promise<void> {
  await db.updateTable("message").set({ mail_id: mailId }).where("id", "=", message).execute();
}

/** An inbound message whose automatic answer has not been decided, locked; undefined when there is none. */
export const takeUnacknowledged = (db: Db): Promise<Message | undefined> =>
  db
    .selectFrom("message")
    .selectAll()
    .where("acknowledgement", "=", "due")
    .orderBy("id")
    .limit(1)
    // Not FOR UPDATE: that would pass over a message which only a foreign key or the search holds for a moment.
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();

/** @param withheld why no automatic answer went out; undefined when one did. */
export async function settleAcknowledgement(db: Db, message: MessageId, withheld: string | undefined): Promise<void> {
  await db
    .updateTable("message")
    .set({ acknowledgement: withheld === undefined ? "sent" : "withheld" })
    .where("id", "=", message)
    .execute();
}

/** An attachment with the conversation it belongs to, if any yet; `draftOf` is set while it is in someone's draft. */
export async function findAttachment(
  db: Db,
  id: AttachmentId,
): Promise<(AttachmentRow & { conversationId: ConversationId | null; draftOf: PersonId | null }) | undefined> {
  const row = await db
    .selectFrom("attachment")
    .leftJoin("message", "message.id", "attachment.message_id")
    .leftJoin("draft", "draft.id", "attachment.draft_id")
    .selectAll("attachment")
    .select([
      "message.conversation_id as of_message",
      "draft.conversation_id as of_draft",
      "draft.person_id as draft_person",
    ])
    .where("attachment.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { of_message, of_draft, draft_person, ...attachment } = row;
  const draftOf = of_message === null ? draft_person : null;
  return of_message === null && draftOf === null
    ? undefined
    : { ...attachment, conversationId: of_message ?? of_draft, draftOf };
}
