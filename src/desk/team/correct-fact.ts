/** Corrects a noted fact; it shows as corrected. */
import { type FactId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changeFact, type Fact, findFact } from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function correctFact(
  desk: Desk,
  by: SignedIn,
  id: FactId,
  change: { readonly label?: string | undefined; readonly value?: string | undefined },
): Promise<Fact | Refusal> {
  const fact = await findFact(desk.database.db, id);
  if (!fact) return refuse("fact-not-found", "This fact is not here any more.", "");
  return inConversation(desk, by, fact.conversation_id, async (tx) => {
    await note(tx, {
      at: desk.now(),
      kind: "fact.corrected",
      conversationId: fact.conversation_id,
      personId: by.id,
      data: { factId: id },
    });
    return changeFact(tx, id, change);
  });
}
