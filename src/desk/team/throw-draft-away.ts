/** Throws one's own draft away. */
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { type DraftPlace, dropDraft, findDraft } from "../../records/conversation/index.ts";

export async function throwDraftAway(desk: Desk, by: SignedIn, place: DraftPlace): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    const draft = await findDraft(tx, place, by.id);
    if (draft) await dropDraft(tx, draft.id);
  });
}
