/** Takes back what was said of a promise: it is owed again. The letter that said so, if one did, stays as it is. */
import { type PromiseId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { takeBackOutcome } from "../../records/promise/index.ts";
import { inPromise } from "../shared/in-promise.ts";

export async function reopenPromise(desk: Desk, by: SignedIn, id: PromiseId): Promise<Refusal | undefined> {
  return inPromise(desk, by, id, async (tx, _promise, conversationId) => {
    if (!(await takeBackOutcome(tx, id)))
      return refuse("promise-open", "This promise is open already.", "There is nothing to take back.");
    const at = desk.now();
    await note(tx, { at, kind: "promise.reopened", conversationId, personId: by.id, data: { promiseId: id } });
    return undefined;
  });
}
