/**
 * The brake on automatic answers: two machines that answer each other stop after a few rounds. The steps follow Zammad's
 * table (more in a short time brakes at once, slow drips brake in the end), halved, because we answer once a conversation.
 */
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

/** At most so many automatic mails to one address within so many minutes. */
const MOST_TO_ONE_ADDRESS: ReadonlyArray<readonly [count: number, minutes: number]> = [
  [5, 10],
  [8, 30],
  [12, 60],
  [25, 180],
  [50, 600],
];

/** Whether one more automatic mail to this address would be too many. */
export async function brakeHolds(db: Kysely<Tables>, address: string, now: Date): Promise<boolean> {
  const rows = await sql<{ at: Date }>`
    SELECT at FROM automatic_mail WHERE address = ${address} AND at > ${new Date(now.getTime() - 600 * 60_000)} ORDER BY at DESC LIMIT 50
  `.execute(db);
  return MOST_TO_ONE_ADDRESS.some(
    ([count, minutes]) => rows.rows.filter(({ at }) => at.getTime() > now.getTime() - minutes * 60_000).length >= count,
  );
}

export async function noteAutomaticMail(db: Kysely<Tables>, address: string, now: Date): Promise<void> {
  await db.insertInto("automatic_mail").values({ address, at: now }).execute();
}

/** Of people who are not here any more. */
export async function forgetAutomaticMailTo(db: Kysely<Tables>, addresses: readonly string[]): Promise<void> {
  if (addresses.length > 0)
    await db
      .deleteFrom("automatic_mail")
      .where("address", "in", [...addresses])
      .execute();
}

/** The brake looks back ten hours. @returns how many were forgotten. */
export async function forgetOldAutomaticMail(db: Kysely<Tables>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - 24 * 60 * 60_000);
  const gone = await db.deleteFrom("automatic_mail").where("at", "<", before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
