/** Clears away what is of no use any more: ended sessions, old links, forgotten tries. Safe to run at any time, anywhere. */
import type { Desk } from "../../platform/desk/index.ts";
import { forgetOldSessions, forgetOldTokens, forgetOldTries } from "../../records/account/index.ts";

/** @returns how many rows went. */
export async function tidyAccounts(desk: Desk): Promise<number> {
  const { db } = desk.database;
  const now = desk.now();
  return (await forgetOldSessions(db, now)) + (await forgetOldTokens(db, now)) + (await forgetOldTries(db, now));
}
