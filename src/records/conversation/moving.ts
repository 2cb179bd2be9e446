/**
 * Messages change places: merge, undo of a merge, split. Each message remembers where it stood before a merge. Search has
 * tables of its own: whoever moves messages lets it follow (records/search, `followMessagesInto`).
 */
import { type ConversationId, type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import { changeConversation, showIn } from "./conversations.ts";
import type { Message } from "./messages.ts";
import { giveTagsBack, lendTags } from "./tags.ts";

type Db = Kysely<Tables>;

/**
 * Everything in `from` goes into `to`: messages, facts, drafts, tags, the mailboxes it is shown in. Each remembers where it was, so that
 * it finds back. Comes before `signpost`: what was merged into `from` before is still found by its pointer.
 */
export async function bringTogether(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  const remembering = { conversation_id: to, came_from_id: sql<ConversationId>`coalesce(came_from_id, ${from})` };
  await db.updateTable("message").set(remembering).where("conversation_id", "=", from).execute();
  await db.updateTable("fact").set(remembering).where("conversation_id", "=", from).execute();
  // What somebody was writing goes along, unless they write in the other one too.
  await sql`
    UPDATE draft d SET conversation_id = ${to}, came_from_id = coalesce(d.came_from_id, ${from})
    WHERE d.conversation_id = ${from} AND NOT EXISTS (
      SELECT 1 FROM draft o WHERE o.conversation_id = ${to} AND o.person_id = d.person_id AND o.kind = d.kind)
  `.execute(db);
  await lendTags(db, from, to);
  await lendMailboxes(db, from, to);
}

/** Undoes `bringTogether`, with what was answered and noted since to what goes back. */
export async function sendBack(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  await sql`
    UPDATE fact f SET conversation_id = ${to}, came_from_id = NULL WHERE f.conversation_id = ${from} AND (
      f.came_from_id = ${to} OR EXISTS (
        SELECT 1 FROM message m WHERE m.id = f.message_id AND m.conversation_id = ${from} AND m.came_from_id = ${to}))
  `.execute(db);
  await db
    .updateTable("message")
    .set({ conversation_id: to, came_from_id: null })
    .where("conversation_id", "=", from)
    .where("came_from_id", "=", to)
    .execute();
  await sql`
    UPDATE draft d SET conversation_id = ${to}, came_from_id = NULL
    WHERE d.conversation_id = ${from} AND d.came_from_id = ${to} AND NOT EXISTS (
      SELECT 1 FROM draft o WHERE o.conversation_id = ${to} AND o.person_id = d.person_id AND o.kind = d.kind)
  `.execute(db);
  await giveTagsBack(db, from, to);
  await takeMailboxesBack(db, from, to);
}

/** What it is shown in by itself, and what each conversation that was merged into it brought along. */
async function mailboxesOf(db: Db, id: ConversationId) {
  const { mailbox_ids: all } = await db
    .selectFrom("conversation")
    .select("mailbox_ids")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const merged = await db
    .selectFrom("conversation")
    .select(["id", "mailbox_ids", "lent_mailbox_ids"])
    .where("merged_into_id", "=", id)
    .execute();
  const lent = new Set(merged.flatMap((each) => each.lent_mailbox_ids));
  return { all, own: all.filter((mailbox) => !lent.has(mailbox)), merged };
}

async function lendMailboxes(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  const [giving, taking] = [await mailboxesOf(db, from), await mailboxesOf(db, to)];
  const lacking = (mailboxes: readonly MailboxId[]) => mailboxes.filter((each) => !taking.own.includes(each));
  // A person may have moved it to a mailbox that only a merged one had.
  const own = giving.own.length > 0 ? giving.own : giving.all;
  await showIn(db, to, giving.all);
  await changeConversation(db, from, { mailbox_ids: own, lent_mailbox_ids: lacking(own) });
  for (const { id, mailbox_ids } of giving.merged)
    await changeConversation(db, id, { lent_mailbox_ids: lacking(mailbox_ids) });
}

async function takeMailboxesBack(db: Db, from: ConversationId, to: ConversationId): Promise<void> {
  const { all, own, merged } = await mailboxesOf(db, from);
  const stays = new Set([...own, ...merged.filter(({ id }) => id !== to).flatMap((each) => each.lent_mailbox_ids)]);
  const left = all.filter((mailbox) => stays.has(mailbox));
  if (left.length > 0) await changeConversation(db, from, { mailbox_ids: left });
  await changeConversation(db, to, { lent_mailbox_ids: [] });
}

/**
 * Points a conversation to the one it went into, or back to itself. What had been merged into it before points there too:
 * each merge can be undone alone, in any order.
 */
export async function signpost(db: Db, id: ConversationId, into: ConversationId | null): Promise<void> {
  await db.updateTable("conversation").set({ merged_into_id: into }).where("id", "=", id).execute();
  if (into !== null)
    await db.updateTable("conversation").set({ merged_into_id: into }).where("merged_into_id", "=", id).execute();
}

/** Said to whoever asks for a conversation that went into another one. */
export const wentInto = (into: ConversationId): Refusal => ({
  ...refuse("merged", `This conversation was merged into #${into}.`, `Open #${into}.`),
  leadsTo: into,
});

export async function mergedInto(db: Db, id: ConversationId): Promise<ConversationId[]> {
  const rows = await db
    .selectFrom("conversation")
    .select("id")
    .where("merged_into_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

/** How many messages of the conversation stand before this one. */
export async function messagesBefore(db: Db, conversation: ConversationId, message: Message): Promise<number> {
  const before = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM message WHERE conversation_id = ${conversation} AND (at, id) < (${message.at}, ${message.id})
  `.execute(db);
  return before.rows[0]?.n ?? 0;
}

/** Moves a message and all that came after it, with the facts that were noted from them. */
export async function splitMessages(db: Db, from: ConversationId, first: Message, to: ConversationId): Promise<void> {
  await sql`
    UPDATE message SET conversation_id = ${to}, came_from_id = NULL
    WHERE conversation_id = ${from} AND (at, id) >= (${first.at}, ${first.id})
  `.execute(db);
  await sql`UPDATE fact f SET conversation_id = ${to}, came_from_id = NULL FROM message m WHERE f.message_id = m.id AND m.conversation_id = ${to}`.execute(
    db,
  );
}
