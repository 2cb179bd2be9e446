/**
 * Corrections of what the coach heard in a message, kept with what it had heard, so that they can be learned from. They belong
 * to the message and go wherever it goes. What a corrected reading looks like is not decided here.
 */
import type { ConversationId, CorrectionId, MessageId, PersonId } from "../../kit/index.ts";
import { jsonb, type Kysely, type Selectable, storable, type Tables } from "../../platform/storage/index.ts";
import type { Aspect, HeardThere, ReadingCorrectionTable, SaidInstead } from "./tables.ts";

type Db = Kysely<Tables>;
export type ReadingCorrection = Selectable<ReadingCorrectionTable>;

export interface NewCorrection {
  readonly messageId: MessageId;
  readonly aspect: Aspect;
  /** In the message's reply text, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly heard: HeardThere | null;
  readonly said: SaidInstead | null;
  readonly engine: string;
  readonly by: PersonId;
}

/** Oldest first. */
export const correctionsIn = (db: Db, conversation: ConversationId): Promise<ReadingCorrection[]> =>
  db
    .selectFrom("reading_correction")
    .innerJoin("message", "message.id", "reading_correction.message_id")
    .selectAll("reading_correction")
    .where("message.conversation_id", "=", conversation)
    .orderBy("reading_correction.id")
    .execute();

export const findCorrection = (db: Db, id: CorrectionId): Promise<ReadingCorrection | undefined> =>
  db.selectFrom("reading_correction").selectAll().where("id", "=", id).executeTakeFirst();

/**
 * Keeps a correction in the place of an earlier one of the same thing: of a message there is one feeling and one situation, of
 * each signal one word, of each place one fact. The caller holds the lock of the conversation.
 */
export async function keepCorrection(db: Db, correction: NewCorrection, now: Date): Promise<ReadingCorrection> {
  const { messageId, aspect, start, end, heard, said } = correction;
  const earlier = await db
    .selectFrom("reading_correction")
    .selectAll()
    .where("message_id", "=", messageId)
    .where("aspect", "=", aspect)
    .execute();
  const replaced = earlier
    .filter((one) => {
      if (aspect === "fact") return one.start_at < end && start < one.end_at;
      return aspect === "feeling" || aspect === "situation" || one.heard?.name === heard?.name;
    })
    .map((one) => one.id);
  if (replaced.length > 0) await db.deleteFrom("reading_correction").where("id", "in", replaced).execute();
  return db
    .insertInto("reading_correction")
    .values({
      message_id: messageId,
      aspect,
      start_at: start,
      end_at: end,
      heard: heard === null ? null : jsonb(heard),
      said: said === null ? null : jsonb(said),
      engine: storable(correction.engine),
      corrected_by: correction.by,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function dropCorrection(db: Db, id: CorrectionId): Promise<void> {
  await db.deleteFrom("reading_correction").where("id", "=", id).execute();
}
