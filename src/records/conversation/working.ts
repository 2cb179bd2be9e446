/** What people do inside a conversation between messages: facts noted by hand, drafts, who is here. */
import type { ConversationId, FactId, MessageId, PersonId } from "../../kit/index.ts";
import { jsonb, type Kysely, type Selectable, sql, storable, type Tables } from "../../platform/storage/index.ts";
import type { AttachmentRow } from "./messages.ts";
import type { DraftFields, DraftTable, FactTable } from "./tables.ts";

type Db = Kysely<Tables>;
export type Fact = Selectable<FactTable>;
export type Draft = Selectable<DraftTable>;

export const listFacts = (db: Db, conversation: ConversationId): Promise<Fact[]> =>
  db.selectFrom("fact").selectAll().where("conversation_id", "=", conversation).orderBy("id").execute();

export const findFact = (db: Db, id: FactId): Promise<Fact | undefined> =>
  db.selectFrom("fact").selectAll().where("id", "=", id).executeTakeFirst();

export const addFact = (
  db: Db,
  fact: {
    conversationId: ConversationId;
    label: string;
    value: string;
    messageId: MessageId | null;
    notedBy: PersonId;
  },
  now: Date,
): Promise<Fact> =>
  db
    .insertInto("fact")
    .values({
      conversation_id: fact.conversationId,
      label: storable(fact.label),
      value: storable(fact.value),
      message_id: fact.messageId,
      noted_by: fact.notedBy,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();

export const changeFact = (
  db: Db,
  id: FactId,
  change: { label?: string | undefined; value?: string | undefined },
): Promise<Fact> =>
  db
    .updateTable("fact")
    .set({
      ...(change.label === undefined ? {} : { label: storable(change.label) }),
      ...(change.value === undefined ? {} : { value: storable(change.value), state: "corrected" as const }),
    })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();

export async function removeFact(db: Db, id: FactId): Promise<void> {
  await db.deleteFrom("fact").where("id", "=", id).execute();
}

/** Where a draft stands and what becomes of it. A letter, which begins a conversation, stands in none. */
export type DraftPlace =
  | { readonly conversationId: ConversationId; readonly kind: "reply" | "note" | "forward" }
  | typeof LETTER;
export const LETTER = { conversationId: null, kind: "letter" } as const;

export const draftsOf = (db: Db, conversation: ConversationId, person: PersonId): Promise<Draft[]> =>
  db
    .selectFrom("draft")
    .selectAll()
    .where("conversation_id", "=", conversation)
    .where("person_id", "=", person)
    .execute();

export const findDraft = (db: Db, { conversationId, kind }: DraftPlace, person: PersonId): Promise<Draft | undefined> =>
  db
    .selectFrom("draft")
    .selectAll()
    .where("conversation_id", "is not distinct from", conversationId)
    .where("person_id", "=", person)
    .where("kind", "=", kind)
    .executeTakeFirst();

/**
 * Keeps a draft. `madeFrom` is the version the writer had; when another device has saved a newer one, nothing is written
 * and that newer one comes back, so that neither text is lost. A draft that was made for a file alone holds no text to lose.
 */
export async function keepDraft(
  db: Db,
  draft: DraftPlace & {
    personId: PersonId;
    html: string;
    fields: DraftFields;
    seenMessageId: MessageId | null;
    madeFrom: number;
  },
  now: Date,
): Promise<{ kept: Draft } | { newer: Draft }> {
  const rows = await sql<Draft>`
    INSERT INTO draft (conversation_id, person_id, kind, html, fields, seen_message_id, updated_at)
    VALUES (${draft.conversationId}, ${draft.personId}, ${draft.kind}, ${storable(draft.html)}, ${jsonb(draft.fields)}, ${draft.seenMessageId}, ${now})
    ON CONFLICT (conversation_id, person_id, kind) DO UPDATE
      SET html = excluded.html, fields = excluded.fields, seen_message_id = excluded.seen_message_id,
          updated_at = excluded.updated_at, version = draft.version + 1
      WHERE draft.version = ${draft.madeFrom} OR (${draft.madeFrom}::int = 0 AND draft.version = 1 AND draft.html = '')
    RETURNING *
  `.execute(db);
  const kept = rows.rows[0];
  if (kept) return { kept };
  const newer = await findDraft(db, draft, draft.personId);
  return { newer: newer as Draft };
}

/** A draft to hang attachments on, made empty when there is none. */
export async function draftFor(db: Db, place: DraftPlace, person: PersonId, now: Date): Promise<Draft> {
  await sql`
    INSERT INTO draft (conversation_id, person_id, kind, updated_at) VALUES (${place.conversationId}, ${person}, ${place.kind}, ${now})
    ON CONFLICT (conversation_id, person_id, kind) DO NOTHING
  `.execute(db);
  return (await findDraft(db, place, person)) as Draft;
}

/** Its attachments go too, unless they have moved to a message. */
export async function dropDraft(db: Db, id: number): Promise<void> {
  await db.deleteFrom("attachment").where("draft_id", "=", id).where("message_id", "is", null).execute();
  await db.deleteFrom("draft").where("id", "=", id).execute();
}

export async function attachmentsOfDrafts(db: Db, drafts: readonly number[]): Promise<Map<number, AttachmentRow[]>> {
  const found = new Map<number, AttachmentRow[]>();
  if (drafts.length === 0) return found;
  const rows = await db
    .selectFrom("attachment")
    .selectAll()
    .where("draft_id", "in", [...drafts])
    .where("message_id", "is", null)
    .orderBy("id")
    .execute();
  for (const row of rows) found.set(row.draft_id as number, [...(found.get(row.draft_id as number) ?? []), row]);
  return found;
}

/** @returns false when it is in no draft of this person. */
export async function removeDraftAttachment(db: Db, attachment: number, person: PersonId): Promise<boolean> {
  const done = await sql`
    DELETE FROM attachment a USING draft d WHERE a.id = ${attachment} AND a.draft_id = d.id AND a.message_id IS NULL AND d.person_id = ${person}
  `.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
}

/** Someone who has not been heard of for this long has left. */
const GONE_AFTER_MS = 45_000;

export async function markPresent(
  db: Db,
  person: PersonId,
  conversation: ConversationId,
  doing: "reading" | "writing" | "leaving",
  now: Date,
): Promise<void> {
  if (doing === "leaving") {
    await db
      .deleteFrom("presence")
      .where("person_id", "=", person)
      .where("conversation_id", "=", conversation)
      .execute();
    return;
  }
  const seen = { is_writing: doing === "writing", seen_at: now };
  await db
    .insertInto("presence")
    .values({ person_id: person, conversation_id: conversation, ...seen })
    .onConflict((on) => on.columns(["person_id", "conversation_id"]).doUpdateSet(seen))
    .execute();
}

export async function whoIsHere(
  db: Db,
  conversation: ConversationId,
  now: Date,
): Promise<Array<{ person_id: PersonId; is_writing: boolean }>> {
  return db
    .selectFrom("presence")
    .select(["person_id", "is_writing"])
    .where("conversation_id", "=", conversation)
    .where("seen_at", ">", new Date(now.getTime() - GONE_AFTER_MS))
    .orderBy("person_id")
    .execute();
}
