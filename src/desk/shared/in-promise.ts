/** What every change of a promise begins with: does it count, and may this person see the conversation that it was given in? */
import { type ConversationId, type PromiseId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { conversationOfPromise, type PromiseStanding, promisesOf } from "../../records/promise/index.ts";
import { inConversation } from "./in-conversation.ts";

const NOT_HERE = refuse(
  "promise-not-found",
  "This promise is not here.",
  "Its letter may have been taken back, or may not have left yet.",
);

/** Does the work in one transaction with the conversation locked. */
export async function inPromise(
  desk: Desk,
  by: SignedIn,
  id: PromiseId,
  work: (tx: Kysely<Tables>, promise: PromiseStanding, conversation: ConversationId) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  const conversationId = await conversationOfPromise(desk.database.db, id);
  if (conversationId === undefined) return NOT_HERE;
  return inConversation(desk, by, conversationId, async (tx) => {
    const promise = (await promisesOf(tx, conversationId, desk.now())).find((one) => one.id === id);
    return promise ? work(tx, promise, conversationId) : NOT_HERE;
  });
}
