/** Links that work once: an invitation for seven days, a new password for one hour. Only the hash is kept; sends nothing. */
import { type PersonId, type RandomBytes, type Refusal, refuse } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { hashOfToken, newSecretToken } from "./secret-token.ts";

export type TokenPurpose = "invite" | "reset";

const HOUR_MS = 60 * 60 * 1000;
const GOOD_FOR_MS: Readonly<Record<TokenPurpose, number>> = { invite: 7 * 24 * HOUR_MS, reset: HOUR_MS };

const PAGES: Readonly<Record<TokenPurpose, string>> = { invite: "/invite", reset: "/reset" };

/** The path to open on the desk's own address. Opening it uses nothing up: mail scanners open links too. */
export const pathOfToken = (purpose: TokenPurpose, token: string): string => `${PAGES[purpose]}?token=${token}`;

/** The newest link is the only good one. @returns the link's secret part; it cannot be had again. */
export async function giveToken(
  db: Kysely<Tables>,
  given: { readonly purpose: TokenPurpose; readonly personId: PersonId; readonly createdBy: PersonId | null },
  now: Date,
  random: RandomBytes,
): Promise<string> {
  const { purpose, personId, createdBy } = given;
  await db.deleteFrom("account_token").where("person_id", "=", personId).where("purpose", "=", purpose).execute();
  const token = newSecretToken(random);
  await db
    .insertInto("account_token")
    .values({
      token_hash: hashOfToken(token) as Buffer,
      purpose,
      person_id: personId,
      created_by: createdBy,
      created_at: now,
      expires_at: new Date(now.getTime() + GOOD_FOR_MS[purpose]),
    })
    .execute();
  return token;
}

/** Uses a link up. @returns whose it was; undefined when it is unknown, used or too old. Two at once: one gets it. */
export async function takeToken(
  db: Kysely<Tables>,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<PersonId | undefined> {
  const token_hash = hashOfToken(token);
  if (!token_hash) return undefined;
  const row = await db
    .updateTable("account_token")
    .set({ used_at: now })
    .where("token_hash", "=", token_hash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("person_id")
    .executeTakeFirst();
  return row?.person_id;
}

/** Whose link it is, without using it up: for what has to be said before. */
export async function whoseToken(
  db: Kysely<Tables>,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<PersonId | undefined> {
  const token_hash = hashOfToken(token);
  if (!token_hash) return undefined;
  const row = await db
    .selectFrom("account_token")
    .select("person_id")
    .where("token_hash", "=", token_hash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.person_id;
}

/** The same words for unknown, used and too old: a stranger learns nothing. */
export const spentLink = (purpose: TokenPurpose): Refusal =>
  refuse(
    "spent-link",
    "This link was used already, or it is too old.",
    purpose === "invite" ? "Ask an admin of this desk to invite you again." : "Ask for a new link on the sign-in page.",
  );

/** Takes all open links of a person back. */
export async function voidTokens(db: Kysely<Tables>, personId: PersonId): Promise<void> {
  await db.deleteFrom("account_token").where("person_id", "=", personId).where("used_at", "is", null).execute();
}

/** @returns how many rows of links that are of no use any more went. */
export async function forgetOldTokens(db: Kysely<Tables>, now: Date): Promise<number> {
  const done = await db
    .deleteFrom("account_token")
    .where("expires_at", "<", new Date(now.getTime() - 30 * 24 * HOUR_MS))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
