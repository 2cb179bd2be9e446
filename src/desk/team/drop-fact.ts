/** Takes a fact away that should not have been noted. */
import { type FactId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { findFact, removeFact } from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function dropFact(desk: Desk, by: SignedIn, id: FactId): Promise<Refusal | undefined> {
  const fact = await findFact(desk.database.db, id);
  if (!fact) return refuse("fact-not-found", "This fact is not here any more.", "");
  return inConversation(desk, by, fact.conversation_id, async (tx) => {
    await removeFact(tx, id);
    await note(tx, {
      at: desk.now(),
      kind: "fact.dropped",
      conversationId: fact.conversation_id,
      personId: by.id,
      data: { factId: id },
    });
    return undefined;
  });
}
