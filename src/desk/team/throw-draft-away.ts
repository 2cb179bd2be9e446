/** Throws one's own draft away. */
import type { ConversationId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { type Draft, dropDraft, findDraft } from "../../records/conversation/index.ts";

export async function throwDraftAway(desk: Desk, by: SignedIn, id: ConversationId, kind: Draft["kind"]): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    const draft = await findDraft(tx, id, by.id, kind);
    if (draft) await dropDraft(tx, draft.id);
  });
}
