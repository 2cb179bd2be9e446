/**
 * Slows down guessing. Each door counts its tries; past the free ones, each further try closes it for twice as long as the
 * one before, up to a quarter of an hour. Tries at a closed door are not counted, so nobody can hold it shut by knocking.
 *
 * That alone would let a stranger keep a victim waiting, so a device that has signed in before has a door of its own
 * (known-device.ts; OWASP "Slow Down Online Guessing Attacks with Device Cookies").
 */
import { createHash } from "node:crypto";
import { type Refusal, refuse } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import { networkOf } from "./network-of.ts";

export interface Door {
  readonly key: string;
  /** Tries before it begins to close. */
  readonly free: number;
  /** Tries are forgotten this long after the first of them. */
  readonly windowMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** Rows older than any window. */
const STALE_MS = 48 * HOUR_MS;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** The address is hashed: what strangers type into the form must not become a list of addresses. */
export const accountDoor = (email: string): Door => ({
  key: `account:${digest(email.trim().toLowerCase().normalize("NFKC"))}`,
  free: 5,
  windowMs: 24 * HOUR_MS,
});
export const deviceDoor = (device: string): Door => ({ key: `device:${device}`, free: 10, windowMs: HOUR_MS });
/** Wide enough for an office behind one address; a right password does not count. */
export const addressDoor = (what: "sign-in" | "set-up" | "link" | "forgot", address: string): Door => ({
  key: `${what}:${networkOf(address)}`,
  free: what === "sign-in" ? 30 : 15,
  windowMs: HOUR_MS,
});
/** How many reset mails one account is sent in an hour. */
export const resetMailDoor = (email: string): Door => ({
  ...accountDoor(email),
  key: `reset-mail:${digest(email.trim().toLowerCase())}`,
  free: 3,
  windowMs: HOUR_MS,
});
/** Guessing the present password from an open session. */
export const ownPasswordDoor = (personId: number): Door => ({
  key: `own-password:${personId}`,
  free: 5,
  windowMs: HOUR_MS,
});

export interface Knock {
  readonly letIn: boolean;
  /** When the door opens again, if it is closed. */
  readonly until: Date | null;
  /** True for the one try that closed the door for the first time. */
  readonly justClosed: boolean;
}

/** Counts a try before it is made, in one statement: tries at the same moment cannot slip through together. */
export async function knock(db: Kysely<Tables>, door: Door, now: Date): Promise<Knock> {
  const fresh = sql`throttle.window_started_at <= ${new Date(now.getTime() - door.windowMs)}::timestamptz`;
  const { rows } = await sql<{ count: number }>`
    INSERT INTO throttle (key, count, window_started_at) VALUES (${door.key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN ${fresh} THEN 1 ELSE throttle.count + 1 END,
      window_started_at = CASE WHEN ${fresh} THEN excluded.window_started_at ELSE throttle.window_started_at END,
      blocked_until = CASE
        WHEN ${fresh} OR throttle.count + 1 < ${door.free}::int THEN NULL
        ELSE ${now}::timestamptz
          + make_interval(secs => least(${LONGEST_WAIT_SECONDS}, 2 ^ least(throttle.count + 1 - ${door.free}::int, 20)))
      END
    WHERE throttle.blocked_until IS NULL OR throttle.blocked_until <= ${now}
    RETURNING count
  `.execute(db);
  const [row] = rows;
  if (row) return { letIn: true, until: null, justClosed: row.count === door.free };
  const closed = await db.selectFrom("throttle").select("blocked_until").where("key", "=", door.key).executeTakeFirst();
  return { letIn: false, until: closed?.blocked_until ?? now, justClosed: false };
}

/** The try was a right one: all earlier ones were slips of the same person. */
export async function forgetTries(db: Kysely<Tables>, door: Door): Promise<void> {
  await db.deleteFrom("throttle").where("key", "=", door.key).execute();
}

/** The try was a right one, but others share this door: only this one is taken back. */
export async function takeTryBack(db: Kysely<Tables>, door: Door): Promise<void> {
  await sql`UPDATE throttle SET count = greatest(count - 1, 0), blocked_until = NULL WHERE key = ${door.key}`.execute(
    db,
  );
}

/** The refusal for a closed door. It says nothing about whether the account exists. */
export function tooManyTries(until: Date, now: Date, wayOut: string): Refusal {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  const wait = seconds < 60 ? plural(seconds, "second") : plural(Math.ceil(seconds / 60), "minute");
  return refuse("too-many-tries", `There were many tries. Please wait ${wait} and try again.`, wayOut);
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** @returns how many rows of long ago went. */
export async function forgetOldTries(db: Kysely<Tables>, now: Date): Promise<number> {
  const done = await db
    .deleteFrom("throttle")
    .where("window_started_at", "<", new Date(now.getTime() - STALE_MS))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
