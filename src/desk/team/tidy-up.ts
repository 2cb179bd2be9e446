/**
 * Clears away what is of no use any more: ended sessions, old links, forgotten tries, what the brake has forgotten, bytes that no row
 * names. A sweep: safe to run at any time, anywhere.
 */
import { dropLetGo } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { forgetOldSessions, forgetOldTokens, forgetOldTries } from "../../records/account/index.ts";
import { forgetOldAutomaticMail } from "../../records/mailbox/index.ts";

const PORTION = 200;

/** @returns "more" when there may be more to do at once. */
export async function tidyUp(desk: Desk): Promise<"done" | "more"> {
  const { db } = desk.database;
  const now = desk.now();
  for (const forget of [forgetOldSessions, forgetOldTokens, forgetOldTries, forgetOldAutomaticMail])
    await forget(db, now);
  const looked = await desk.database.inOneGo((tx) => dropLetGo(tx, PORTION));
  return looked === PORTION ? "more" : "done";
}
