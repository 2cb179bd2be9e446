/** Clears away what is of no use any more: ended sessions, old links, forgotten tries, what the brake has forgotten. Safe to run at any time, anywhere. */
import type { Desk } from "../../platform/desk/index.ts";
import { forgetOldSessions, forgetOldTokens, forgetOldTries } from "../../records/account/index.ts";
import { forgetOldAutomaticMail } from "../../records/mailbox/index.ts";

/** @returns how many rows went. */
export async function tidyUp(desk: Desk): Promise<number> {
  const { db } = desk.database;
  const now = desk.now();
  let gone = 0;
  for (const forget of [forgetOldSessions, forgetOldTokens, forgetOldTries, forgetOldAutomaticMail])
    gone += await forget(db, now);
  return gone;
}
