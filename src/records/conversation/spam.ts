/**
 * Spam: blocked senders, and a word count that the team teaches by moving conversations in and out of spam (naive Bayes after
 * Graham, "A Plan for Spam", 2002, with Robinson's answer to words seen too seldom, "A Statistical Approach to the Spam
 * Problem", 2003). It learns nothing by itself, and says nothing while it has seen too little.
 */
import type { PersonId } from "../../kit/index.ts";
import { type Kysely, sql, storable, type Tables } from "../../platform/storage/index.ts";

type Db = Kysely<Tables>;

/** Fewer examples of either kind than this, and the count is silent. */
const ENOUGH_EXAMPLES = 5;
const MOST_WORDS = 400;
const MOST_LETTERS = 20_000;
const TELLING_WORDS = 15;
/** How many sightings the belief "this word says nothing" is worth (Robinson's s). */
const DOUBT = 1;
/** Nearer to one half than this, a word says nothing. */
const SAYS_NOTHING = 0.1;
/** The row of spam_word that counts whole mails; no word looks like this. */
const ALL = "\u0001";

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

/** The distinct words that are counted: letters of any script, prices, links by their domain; at most 400. */
export async function unblockAll(db: Db, patterns: readonly string[]): Promise<void> {
  if (patterns.length > 0)
    await db
      .deleteFrom("blocked_sender")
      .where("pattern", "in", [...patterns])
      .execute();
}

export function spamWords(text: string): string[] {
  const words =
    storable(text)
      .slice(0, MOST_LETTERS)
      .toWellFormed()
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}$€£%!][\p{L}\p{M}\p{N}'.-]{2,30}/gu) ?? [];
  return [...new Set(words.map((word) => word.replace(/['.-]+$/, "")))]
    .filter((word) => word.length >= 3)
    .slice(0, MOST_WORDS);
}

/** Counts one more mail as spam or not; a count of -1 takes an earlier lesson back. */
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

export interface KnownOfSender {
  /** The address, or its whole domain. */
  readonly isBlocked: boolean;
  /** How likely the text is spam, 0 to 1, with the words that say so; undefined while too little has been learned. */
  readonly spam: { readonly likelihood: number; readonly because: string[] } | undefined;
}

/** @param text not judged when it is empty. */
export async function knownOfSender(db: Db, address: string, text: string): Promise<KnownOfSender> {
  const patterns = [address, `@${address.slice(address.lastIndexOf("@") + 1)}`];
  const words = text === "" ? [] : [ALL, ...spamWords(text)];
  const found = await sql<{ blocked: boolean; counts: WordCount[] | null }>`
    SELECT EXISTS (SELECT 1 FROM blocked_sender WHERE pattern = ANY(${patterns}::citext[])) AS blocked,
      (SELECT json_agg(json_build_object('word', word, 'spam', spam, 'ham', ham)) FROM spam_word WHERE word = ANY(${words}::text[])) AS counts
  `.execute(db);
  const counts = found.rows[0]?.counts ?? [];
  const all = counts.find(({ word }) => word === ALL);
  const knowsEnough = all !== undefined && all.spam >= ENOUGH_EXAMPLES && all.ham >= ENOUGH_EXAMPLES;
  return {
    isBlocked: found.rows[0]?.blocked === true,
    spam: knowsEnough
      ? judge(
          all,
          counts.filter(({ word }) => word !== ALL),
        )
      : undefined,
  };
}

export interface WordCount {
  readonly word: string;
  /** In how many mails of each kind it stood. */
  readonly spam: number;
  readonly ham: number;
}

/** @param all how many mails of each kind there were. @param words the counted words of the mail to be judged. */
export function judge(
  all: { readonly spam: number; readonly ham: number },
  words: readonly WordCount[],
): { likelihood: number; because: string[] } {
  const telling = words
    .map((count) => ({ word: count.word, weight: weightOf(all, count) }))
    .filter(({ weight }) => Math.abs(weight - 0.5) >= SAYS_NOTHING)
    .sort((a, b) => Math.abs(b.weight - 0.5) - Math.abs(a.weight - 0.5) || (a.word < b.word ? -1 : 1))
    .slice(0, TELLING_WORDS);
  const logOdds = telling.reduce((sum, { weight }) => sum + Math.log(weight / (1 - weight)), 0);
  return {
    likelihood: 1 / (1 + Math.exp(-logOdds)),
    because: telling
      .filter(({ weight }) => weight > 0.8)
      .map(({ word }) => word)
      .slice(0, 5),
  };
}

/**
 * How much a word speaks for spam, strictly between 0 and 1. The fewer sightings, the nearer to one half: one mail alone
 * can make no word a proof, and a word that stood in all 500 spam mails counts for more than one that stood in 2.
 */
function weightOf(all: { readonly spam: number; readonly ham: number }, { spam, ham }: WordCount): number {
  // Taken-back lessons can leave a word with more sightings than there are mails.
  const inSpam = Math.min(1, spam / Math.max(1, all.spam));
  const inHam = Math.min(1, ham / Math.max(1, all.ham));
  const seen = spam + ham;
  const speaks = inSpam + inHam === 0 ? 0.5 : inSpam / (inSpam + inHam);
  return Math.min(0.99, Math.max(0.01, (DOUBT * 0.5 + seen * speaks) / (DOUBT + seen)));
}
