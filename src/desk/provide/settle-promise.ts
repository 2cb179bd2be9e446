/**
 * Says what became of a promise when no letter says so: it was kept, or it is owed no longer, for a reason (METHOD close.through).
 * Moving one is never done here: that takes a letter with the new day.
 */
import { type PromiseId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { settle } from "../../records/promise/index.ts";
import { inPromise } from "../shared/in-promise.ts";
import { PROMISE_SETTLED } from "../shared/settle-with-letter.ts";

export async function settlePromise(
  desk: Desk,
  by: SignedIn,
  id: PromiseId,
  { outcome, reason }: { readonly outcome: "kept" | "withdrawn"; readonly reason: string },
): Promise<Refusal | undefined> {
  return inPromise(desk, by, id, async (tx, promise, conversationId) => {
    if (promise.outcome !== null || promise.settling !== null) return PROMISE_SETTLED;
    if (outcome === "withdrawn" && reason.trim() === "")
      return refuse("reason-missing", "A promise that is owed no longer needs a reason.", "Say in a few words why.");
    const now = desk.now();
    const as = outcome === "kept" ? { outcome, message: null } : { outcome, reason: reason.trim() };
    if (!(await settle(tx, id, as, { person: by.id, at: now }))) return PROMISE_SETTLED;
    await note(tx, { at: now, kind: `promise.${outcome}`, conversationId, personId: by.id, data: { promiseId: id } });
    return undefined;
  });
}
