/**
 * Conversations: one customer matter each, from the first message to its ending. A person can close one with a reason;
 * only the customer can confirm it (METHOD close.check), and a silence is shown as a silence.
 */
import type { ConversationId, CustomerId, MailboxId, MessageId, PersonId } from "../../kit/index.ts";
import {
  type Kysely,
  type RawBuilder,
  type Selectable,
  sql,
  storable,
  type Tables,
  type Updateable,
} from "../../platform/storage/index.ts";
import { insertOf, type NewMessage, previewOf } from "./messages.ts";
import type { ConversationTable, Ending, Status } from "./tables.ts";

type Db = Kysely<Tables>;
export type Conversation = Selectable<ConversationTable>;

export const findConversation = (db: Db, id: ConversationId): Promise<Conversation | undefined> =>
  db.selectFrom("conversation").selectAll().where("id", "=", id).executeTakeFirst();

/**
 * Locks the row, so that two changes of one conversation follow each other. Its number stays, so whoever only points at it
 * (has read it, is here, writes a draft) need not wait.
 */
export const lockConversation = (db: Db, id: ConversationId): Promise<Conversation | undefined> =>
  db.selectFrom("conversation").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst();

export async function startConversation(
  db: Db,
  start: {
    readonly subject: string;
    readonly customerId: CustomerId;
    readonly mailboxIds: readonly MailboxId[];
    readonly status: "open" | "waiting" | "spam";
    readonly isSample: boolean;
    readonly at: Date;
    readonly assigneeId?: PersonId;
  },
): Promise<ConversationId> {
  const row = await db
    .insertInto("conversation")
    .values({
      subject: storable(start.subject).slice(0, 998),
      status: start.status,
      customer_id: start.customerId,
      mailbox_ids: [...start.mailboxIds],
      is_sample: start.isSample,
      last_activity_at: start.at,
      created_at: start.at,
      assignee_id: start.assigneeId ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface Arriving {
  /** What the list shows the beginning of. */
  readonly text: string;
  readonly hasAttachments: boolean;
  readonly means: "reopens" | "only-shown" | "machine's";
}

export interface Arrived {
  readonly messageId: MessageId;
  readonly at: Date;
  readonly text: string;
  readonly hasAttachments: boolean;
}

/**
 * Adds a mail that came in and says what it means for the conversation. A person's word reopens what was resolved, because an
 * answer to "solved" is not yet heard (METHOD listen.responsive); a bare thank-you is only shown; a machine's mail is nobody's turn.
 * @returns undefined when a message with its fingerprint is there already, and nothing was changed.
 */
export async function addInbound(
  db: Db,
  message: NewMessage,
  { text, hasAttachments, means }: Arriving,
): Promise<MessageId | undefined> {
  const at = message.at as Date;
  const reopening = {
    status: sql<Status>`CASE WHEN status = 'spam' THEN status ELSE 'open' END`,
    ending: null,
    ending_reason: null,
    waiting_since: sql<Date>`least(coalesce(waiting_since, ${at}), ${at})`,
    snoozed_until: null,
  };
  const row = await db
    .with("added", (database) => insertOf(database, message))
    .updateTable("conversation")
    .from("added")
    .set({
      ...summaryOf({ messageId: sql.ref("added.id"), at, text, hasAttachments }),
      ...(means === "machine's" ? {} : { last_inbound_at: sql<Date>`greatest(last_inbound_at, ${at})` }),
      ...(means === "reopens" ? reopening : {}),
    })
    .where("conversation.id", "=", message.conversation_id)
    .returning("added.id as id")
    .executeTakeFirst();
  return row?.id;
}

/** We wrote to the customer: it is their turn, unless the writer keeps it open. @param change what else the writer decided. */
export async function weWrote(
  db: Db,
  id: ConversationId,
  written: Arrived,
  status: "open" | "waiting",
  change: Updateable<ConversationTable> = {},
): Promise<void> {
  await db
    .updateTable("conversation")
    .set({
      ...summaryOf(written),
      status: sql<Status>`CASE WHEN status = 'trash' THEN 'open' ELSE ${status} END`,
      ending: null,
      ending_reason: null,
      waiting_since: null,
      trouble: null,
      ...change,
    })
    .where("id", "=", id)
    .execute();
}

/** An automatic mail of ours left: it makes nothing unread, and the customer's words stay what the list shows. */
export async function automaticMailAdded(
  db: Db,
  id: ConversationId,
  change: Updateable<ConversationTable> = {},
): Promise<void> {
  await db
    .updateTable("conversation")
    .set({ message_count: sql<number>`message_count + 1`, ...change })
    .where("id", "=", id)
    .execute();
}

/** Something that could not be delivered has to be looked at; spam and trash stay where they are. */
export async function reopenInTrouble(db: Db, id: ConversationId, trouble: string): Promise<void> {
  await db
    .updateTable("conversation")
    .set({
      trouble,
      status: sql<Status>`CASE WHEN status IN ('spam', 'trash') THEN status ELSE 'open' END`,
      ending: null,
      ending_reason: null,
    })
    .where("id", "=", id)
    .execute();
}

/** A machine's mail: shown, but it is nobody's turn because of it. */
export async function somethingAdded(db: Db, id: ConversationId, added: Arrived): Promise<void> {
  await db.updateTable("conversation").set(summaryOf(added)).where("id", "=", id).execute();
}

const summaryOf = ({
  messageId,
  at,
  text,
  hasAttachments,
}: Omit<Arrived, "messageId"> & { readonly messageId: MessageId | RawBuilder<unknown> }) => ({
  last_message_id: sql<MessageId>`greatest(last_message_id, ${messageId})`,
  last_activity_at: sql<Date>`greatest(last_activity_at, ${at})`,
  // A mail that comes in late, or an import in any order, does not replace newer words.
  preview: sql<string>`CASE WHEN ${at} >= coalesce(last_inbound_at, '-infinity') THEN ${storable(previewOf(text))} ELSE preview END`,
  message_count: sql<number>`message_count + 1`,
  has_attachments: sql<boolean>`has_attachments OR ${hasAttachments}`,
});

/**
 * Makes the summary true again after messages were moved or taken back. Notes are not counted and automatic mail of ours is
 * not shown, as when they were added.
 */
export async function recount(db: Db, id: ConversationId): Promise<void> {
  await sql`
    UPDATE conversation c SET
      message_count = s.n, has_attachments = s.attached, last_message_id = s.last_id,
      last_activity_at = coalesce(s.last_at, c.last_activity_at), last_inbound_at = s.last_inbound,
      waiting_since = CASE WHEN c.status = 'open' THEN (
        SELECT min(m.at) FROM message m WHERE m.conversation_id = c.id AND m.kind = 'inbound' AND m.class = 'human'
          AND m.at > coalesce(s.last_answer, '-infinity')) END
    FROM (
      SELECT count(*) FILTER (WHERE m.kind <> 'note')::int AS n, max(m.at) AS last_at,
        max(m.at) FILTER (WHERE m.kind = 'inbound') AS last_inbound,
        max(m.at) FILTER (WHERE m.kind = 'outbound' AND NOT m.is_automatic AND m.notes->'forwarded' IS NULL) AS last_answer,
        max(m.id) FILTER (WHERE NOT m.is_automatic) AS last_id,
        coalesce(bool_or(EXISTS (SELECT 1 FROM attachment a WHERE a.message_id = m.id AND NOT a.is_inline)), false) AS attached
      FROM message m WHERE m.conversation_id = ${id}
    ) s WHERE c.id = ${id}
  `.execute(db);
  const shown = await db
    .selectFrom("message")
    .select("reply_text")
    .where("conversation_id", "=", id)
    .where("kind", "!=", "note")
    .where("is_automatic", "=", false)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  await changeConversation(db, id, { preview: previewOf(shown?.reply_text ?? "") });
}

/** @param ending how a resolved conversation ended, with the reason; ignored for every other status. */
export async function setStatus(
  db: Db,
  id: ConversationId,
  status: Status,
  ending?: { how: Ending; reason: string },
): Promise<void> {
  const resolved = status === "resolved";
  await db
    .updateTable("conversation")
    .set({
      status,
      ending: resolved ? (ending?.how ?? "closed") : null,
      ending_reason: resolved ? (ending?.reason ?? "") : null,
      ...(status === "open" ? {} : { waiting_since: null }),
      ...(status === "open" || status === "waiting" ? {} : { snoozed_until: null, next_update_due_at: null }),
    })
    .where("id", "=", id)
    .execute();
}

export async function changeConversation(
  db: Db,
  id: ConversationId,
  change: Updateable<ConversationTable>,
): Promise<void> {
  await db.updateTable("conversation").set(change).where("id", "=", id).execute();
}

/** Shows a conversation in one more mailbox, if it is there still; then it stays until the transaction ends. */
export async function showIn(db: Db, id: ConversationId, mailboxes: readonly MailboxId[]): Promise<void> {
  for (const mailbox of mailboxes)
    await sql`
      WITH held AS MATERIALIZED (SELECT id FROM mailbox WHERE id = ${mailbox} FOR KEY SHARE)
      UPDATE conversation c SET mailbox_ids = mailbox_ids || held.id FROM held
      WHERE c.id = ${id} AND NOT mailbox_ids @> ARRAY[held.id]
    `.execute(db);
}

/** Snoozes that are over; they come back to the top of the list. */
export async function wakeSnoozed(db: Db, now: Date): Promise<ConversationId[]> {
  const rows = await db
    .updateTable("conversation")
    .set({
      snoozed_until: null,
      last_activity_at: now,
      status: sql<Status>`CASE WHEN status = 'waiting' THEN 'open' ELSE status END`,
    })
    .where("snoozed_until", "<=", now)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

export async function markSeen(db: Db, person: PersonId, id: ConversationId, message: MessageId): Promise<void> {
  await db
    .insertInto("conversation_seen")
    .values({ person_id: person, conversation_id: id, last_message_id: message })
    .onConflict((on) =>
      on.columns(["person_id", "conversation_id"]).doUpdateSet({
        last_message_id: sql<MessageId>`greatest(conversation_seen.last_message_id, excluded.last_message_id)`,
      }),
    )
    .execute();
}
