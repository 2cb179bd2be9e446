/**
 * Sessions: a browser that has signed in. The cookie's value is nowhere in the database, and each session ends by itself:
 * after two quiet weeks, and after two months whatever happens. Who may do what is not decided here.
 */
import type { PersonId, RandomBytes } from "../../kit/index.ts";
import { type Kysely, storable, type Tables } from "../../platform/storage/index.ts";
import { hashOfToken, newSecretToken } from "./secret-token.ts";
import type { Role } from "./tables.ts";

/** Somebody with a session that counts right now. */
export interface SignedIn {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly sessionId: number;
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
}

/** Where a session was opened; shown to its owner so that a stranger's can be recognised. */
export interface Device {
  readonly userAgent: string;
  readonly address: string;
}

export interface SessionLine extends Device {
  readonly id: number;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;
export const IDLE_MS = 14 * DAY_MS;
export const LONGEST_MS = 60 * DAY_MS;
/** Each request would otherwise be a write. */
const SEEN_EVERY_MS = 60_000;

/** @returns the value for the cookie; it is not kept and cannot be had again. */
export async function openSession(
  db: Kysely<Tables>,
  personId: PersonId,
  device: Device,
  now: Date,
  random: RandomBytes,
): Promise<{ cookieValue: string; sessionId: number }> {
  const cookieValue = newSecretToken(random);
  const { id } = await db
    .insertInto("session")
    .values({
      token_hash: hashOfToken(cookieValue) as Buffer,
      person_id: personId,
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + LONGEST_MS),
      user_agent: storable(device.userAgent.slice(0, 400)),
      address: device.address.slice(0, 100),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { cookieValue, sessionId: id };
}

/** The person behind a cookie's value. Nobody when the session ended, stood idle too long, or the person was shut out. */
export async function whoHas(db: Kysely<Tables>, cookieValue: string, now: Date): Promise<SignedIn | undefined> {
  const token_hash = hashOfToken(cookieValue);
  if (!token_hash) return undefined;
  const row = await db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .select([
      "person.id",
      "person.name",
      "person.email",
      "person.role",
      "person.time_zone as timeZone",
      "session.id as sessionId",
      "session.seen_at as seenAt",
    ])
    .where("session.token_hash", "=", token_hash)
    .where("session.expires_at", ">", now)
    .where("session.seen_at", ">", new Date(now.getTime() - IDLE_MS))
    .where("person.disabled_at", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { seenAt, ...signedIn } = row;
  if (now.getTime() - seenAt.getTime() >= SEEN_EVERY_MS)
    await db.updateTable("session").set({ seen_at: now }).where("token_hash", "=", token_hash).execute();
  return signedIn;
}

/** The sessions that still count, the one used last first. */
export async function listSessions(db: Kysely<Tables>, personId: PersonId, now: Date): Promise<SessionLine[]> {
  return db
    .selectFrom("session")
    .select(["id", "created_at as createdAt", "seen_at as seenAt", "user_agent as userAgent", "address"])
    .where("person_id", "=", personId)
    .where("expires_at", ">", now)
    .where("seen_at", ">", new Date(now.getTime() - IDLE_MS))
    .orderBy("seen_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** @returns false when this person has no such session. */
export async function closeSession(db: Kysely<Tables>, personId: PersonId, sessionId: number): Promise<boolean> {
  const done = await db
    .deleteFrom("session")
    .where("id", "=", sessionId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** The session a browser carried before it signed in again: its value must not stay good. */
export async function closeSessionOf(db: Kysely<Tables>, cookieValue: string): Promise<void> {
  const token_hash = hashOfToken(cookieValue);
  if (token_hash) await db.deleteFrom("session").where("token_hash", "=", token_hash).execute();
}

export async function closeAllSessions(
  db: Kysely<Tables>,
  personId: PersonId,
  except: { readonly sessionId: number } | undefined = undefined,
): Promise<number> {
  let query = db.deleteFrom("session").where("person_id", "=", personId);
  if (except) query = query.where("id", "!=", except.sessionId);
  const done = await query.executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** A new value for a session that goes on: after a change of what it may do or how it was won. */
export async function renewSession(
  db: Kysely<Tables>,
  sessionId: number,
  random: RandomBytes,
): Promise<{ cookieValue: string }> {
  const cookieValue = newSecretToken(random);
  await db
    .updateTable("session")
    .set({ token_hash: hashOfToken(cookieValue) as Buffer })
    .where("id", "=", sessionId)
    .execute();
  return { cookieValue };
}

/** @returns how many rows of sessions that ended by themselves went. */
export async function forgetOldSessions(db: Kysely<Tables>, now: Date): Promise<number> {
  const done = await db
    .deleteFrom("session")
    .where((is) => is.or([is("expires_at", "<=", now), is("seen_at", "<=", new Date(now.getTime() - IDLE_MS))]))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
