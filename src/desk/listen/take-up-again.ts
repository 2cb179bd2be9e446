/** After an interruption: what this process had taken is free again, and the interrupted attempt does not count against the mail. */
import type { Desk } from "../../platform/desk/index.ts";
import { freeMailTakenBy } from "../../records/conversation/index.ts";

export async function takeUpAgain(desk: Desk, taker: string): Promise<void> {
  await freeMailTakenBy(desk.database.db, [taker], desk.now(), "does not count");
  // A commit whose answer was lost has filed a mail, and nobody was told.
  for (const sweep of ["acknowledge", "refresh-search"] as const) desk.poke(sweep);
}
