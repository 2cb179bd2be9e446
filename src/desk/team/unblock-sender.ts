/** Lets a blocked address or domain write again. What lies in the spam view already stays there until somebody moves it. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { unblock } from "../../records/conversation/index.ts";

/** Refusals: pattern-not-found. */
export async function unblockSender(desk: Desk, by: SignedIn, pattern: string): Promise<Refusal | undefined> {
  return desk.database.inOneGo(async (tx) => {
    if (!(await unblock(tx, pattern.trim())))
      return refuse("pattern-not-found", `“${pattern}” is not blocked.`, "Look at the list again.");
    await note(tx, {
      at: desk.now(),
      kind: "sender.unblocked",
      personId: by.id,
      data: { pattern: pattern.trim().toLowerCase() },
    });
    return undefined;
  });
}
