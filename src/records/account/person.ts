/** A person who works here: who they are, what they may do, how they like things. Where they may look is the mailbox's matter. */
import type { PersonId } from "../../kit/index.ts";
import { jsonb, type Kysely, storable, type Tables, type Transaction } from "../../platform/storage/index.ts";
import type { Role } from "./tables.ts";

export interface PersonLine {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** Has not chosen a password yet. */
  readonly invited: boolean;
}

/** What a person sees and changes of themselves. */
export interface Profile {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly timeZone: string;
  readonly signatureHtml: string;
  readonly preferences: Readonly<Record<string, unknown>>;
}

interface Row {
  id: PersonId;
  name: string;
  email: string;
  role: Role;
  disabled_at: Date | null;
  password_hash: string | null;
}

const LINE = ["id", "name", "email", "role", "disabled_at", "password_hash"] as const;

/** For signing in and for changing a person. Never leaves the server. */
export interface PersonWithSecret extends PersonLine {
  readonly passwordHash: string | null;
}

const withSecret = ({ disabled_at, password_hash, ...row }: Row): PersonWithSecret => ({
  ...row,
  disabled: disabled_at !== null,
  invited: password_hash === null,
  passwordHash: password_hash,
});

const lineOf = (row: Row): PersonLine => {
  const { passwordHash: _, ...line } = withSecret(row);
  return line;
};

export const isAnybodyHere = async (db: Kysely<Tables>): Promise<boolean> =>
  (await db.selectFrom("person").select("id").limit(1).executeTakeFirst()) !== undefined;

/** Capital and small letters are one. */
export async function findPersonByEmail(db: Kysely<Tables>, email: string): Promise<PersonWithSecret | undefined> {
  const row = await db.selectFrom("person").select(LINE).where("email", "=", storable(email.trim())).executeTakeFirst();
  return row && withSecret(row);
}

export async function findPerson(db: Kysely<Tables>, id: PersonId): Promise<PersonWithSecret | undefined> {
  const row = await db.selectFrom("person").select(LINE).where("id", "=", id).executeTakeFirst();
  return row && withSecret(row);
}

/** As `findPerson`, and nobody else changes them until the transaction ends. */
export async function lockPerson(tx: Transaction<Tables>, id: PersonId): Promise<PersonWithSecret | undefined> {
  const row = await tx.selectFrom("person").select(LINE).where("id", "=", id).forUpdate().executeTakeFirst();
  return row && withSecret(row);
}

/** Everyone, by name; those who left are at the end. */
export async function listPeople(db: Kysely<Tables>): Promise<PersonLine[]> {
  const rows = await db
    .selectFrom("person")
    .select(LINE)
    .orderBy((order) => order.eb("disabled_at", "is not", null))
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(lineOf);
}

export async function getProfile(db: Kysely<Tables>, id: PersonId): Promise<Profile> {
  return db
    .selectFrom("person")
    .select(["id", "name", "email", "role", "time_zone as timeZone", "signature_html as signatureHtml", "preferences"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string | null;
  readonly timeZone: string;
}

/** @returns undefined when somebody has this address already. */
export async function addPerson(db: Kysely<Tables>, person: NewPerson, now: Date): Promise<PersonLine | undefined> {
  const row = await db
    .insertInto("person")
    .values({
      email: storable(person.email.trim()),
      name: storable(person.name.trim()),
      role: person.role,
      password_hash: person.passwordHash,
      time_zone: person.timeZone,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning(LINE)
    .executeTakeFirst();
  return row && lineOf(row);
}

export async function setPasswordHash(db: Kysely<Tables>, id: PersonId, passwordHash: string): Promise<void> {
  await db.updateTable("person").set({ password_hash: passwordHash }).where("id", "=", id).execute();
}

export interface OwnSettings {
  readonly name?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly signatureHtml?: string | undefined;
  /** Merged into what is there; a value of null takes a key out. */
  readonly preferences?: Readonly<Record<string, unknown>> | undefined;
}

export async function changeOwnSettings(tx: Transaction<Tables>, id: PersonId, change: OwnSettings): Promise<Profile> {
  const before = await tx
    .selectFrom("person")
    .select("preferences")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const merged = Object.fromEntries(
    Object.entries({ ...before.preferences, ...change.preferences }).filter(([, value]) => value !== null),
  );
  await tx
    .updateTable("person")
    .set({
      ...(change.name === undefined ? {} : { name: storable(change.name.trim()) }),
      ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
      ...(change.signatureHtml === undefined ? {} : { signature_html: storable(change.signatureHtml) }),
      preferences: jsonb(merged),
    })
    .where("id", "=", id)
    .execute();
  return getProfile(tx, id);
}

/** The admins who can really sign in, each locked until the transaction ends: two of them cannot shut each other out. */
export async function lockAdmins(tx: Transaction<Tables>): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom("person")
    .select("id")
    .where("role", "=", "admin")
    .where("disabled_at", "is", null)
    .where("password_hash", "is not", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

export async function setRole(db: Kysely<Tables>, id: PersonId, role: Role): Promise<void> {
  await db.updateTable("person").set({ role }).where("id", "=", id).execute();
}

/** @param disabledAt null lets the person in again. */
export async function setDisabledAt(db: Kysely<Tables>, id: PersonId, disabledAt: Date | null): Promise<void> {
  await db.updateTable("person").set({ disabled_at: disabledAt }).where("id", "=", id).execute();
}

/** IANA names that this machine knows; browsers hand these over. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The addresses of everyone who has access, in small letters: mail from them may be a customer's, forwarded. */
export async function staffAddresses(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom("person").select("email").where("disabled_at", "is", null).execute();
  return rows.map((row) => row.email.toLowerCase());
}

/** Whether one of these people at least has access, or was invited. */
export async function hasAnyAccess(db: Kysely<Tables>, ids: readonly PersonId[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const found = db
    .selectFrom("person")
    .select("id")
    .where("id", "in", [...ids])
    .where("disabled_at", "is", null);
  return (await found.limit(1).executeTakeFirst()) !== undefined;
}

/** What to call people on screen; somebody who is gone is left out. */
export async function namesOfPeople(db: Kysely<Tables>, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("person")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
