/**
 * Spam: blocked senders, and a word count that the team teaches by moving conversations in and out of spam (naive Bayes
 * after Graham's "A Plan for Spam"). It learns nothing by itself, and says nothing while it has seen too little.
 */
import type { PersonId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

type Db = Kysely<Tables>;

/** Fewer examples of either kind than this, and the count is silent. */
const ENOUGH_EXAMPLES = 5;
const MOST_WORDS = 400;
const TELLING_WORDS = 15;
/** The row of spam_word that counts whole mails; no word looks like this. */
const ALL = "\u0001";

export async function isBlocked(db: Db, address: string): Promise<boolean> {
  const domain = `@${address.slice(address.lastIndexOf("@") + 1)}`;
  const row = await db
    .selectFrom("blocked_sender")
    .select("pattern")
    .where("pattern", "in", [address, domain])
    .executeTakeFirst();
  return row !== undefined;
}

export const listBlocked = (db: Db) =>
  db.selectFrom("blocked_sender").selectAll().orderBy("created_at", "desc").execute();

export async function block(db: Db, pattern: string, by: PersonId, now: Date): Promise<void> {
  await db
    .insertInto("blocked_sender")
    .values({ pattern: pattern.toLowerCase(), blocked_by: by, created_at: now })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** @returns false when it was not blocked. */
export async function unblock(db: Db, pattern: string): Promise<boolean> {
  const done = await db.deleteFrom("blocked_sender").where("pattern", "=", pattern).executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** The distinct words that are counted; letters of any script, links by their domain. */
export function spamWords(text: string): string[] {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}$€£%!][\p{L}\p{M}\p{N}'.-]{2,30}/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Counts one more mail as spam or not; `undo` takes an earlier lesson back. */
export async function learnSpam(
  db: Db,
  text: string,
  lesson: { readonly spam: number; readonly ham: number },
): Promise<void> {
  const words = [ALL, ...spamWords(text)].sort();
  await sql`
    INSERT INTO spam_word (word, spam, ham) SELECT w, greatest(${lesson.spam}::int, 0), greatest(${lesson.ham}::int, 0) FROM unnest(${words}::text[]) AS w
    ON CONFLICT (word) DO UPDATE SET spam = greatest(spam_word.spam + ${lesson.spam}::int, 0), ham = greatest(spam_word.ham + ${lesson.ham}::int, 0)
  `.execute(db);
}

/** How likely it is spam, 0 to 1, with the words that say so; undefined while too little has been learned. */
export async function spamLikelihood(
  db: Db,
  text: string,
): Promise<{ likelihood: number; because: string[] } | undefined> {
  const words = spamWords(text);
  const rows = await db
    .selectFrom("spam_word")
    .selectAll()
    .where("word", "in", [ALL, ...words])
    .execute();
  const all = rows.find((row) => row.word === ALL);
  if (!all || all.spam < ENOUGH_EXAMPLES || all.ham < ENOUGH_EXAMPLES) return undefined;
  const scored = rows
    .filter((row) => row.word !== ALL && row.spam + row.ham >= 2)
    .map((row) => {
      const spam = row.spam / all.spam;
      const ham = row.ham / all.ham;
      return { word: row.word, weight: Math.min(0.99, Math.max(0.01, spam / (spam + ham))) };
    })
    .sort((a, b) => Math.abs(b.weight - 0.5) - Math.abs(a.weight - 0.5))
    .slice(0, TELLING_WORDS);
  const logOdds = scored.reduce((sum, { weight }) => sum + Math.log(weight / (1 - weight)), 0);
  return {
    likelihood: 1 / (1 + Math.exp(-logOdds)),
    because: scored
      .filter(({ weight }) => weight > 0.9)
      .map(({ word }) => word)
      .slice(0, 5),
  };
}
