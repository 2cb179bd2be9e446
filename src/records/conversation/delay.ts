/** A message of ours that a server on the way has not got through yet, and still tries to. */
import type { MessageId } from "../../kit/index.ts";
import { jsonb, type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import type { Message } from "./messages.ts";

/** What is known of a message that has left, until its end has been heard of: then `delivery` says it. */
export async function noteDelay(
  db: Kysely<Tables>,
  message: MessageId,
  delay: { readonly sentence: string; readonly until: Date },
): Promise<void> {
  const noted = jsonb({ delay: { sentence: delay.sentence, until: delay.until.toISOString() } });
  await sql`UPDATE message SET notes = notes || ${noted} WHERE id = ${message}`.execute(db);
}

/** @returns what to say of it now; undefined when it is not delayed, or when its time has passed and nothing has come back. */
export function delayOf({ delivery, notes }: Pick<Message, "delivery" | "notes">, now: Date): string | undefined {
  return delivery === "sent" && notes.delay && now < new Date(notes.delay.until) ? notes.delay.sentence : undefined;
}
