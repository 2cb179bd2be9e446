/** Takes an attachment out of a draft again. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { removeDraftAttachment } from "../../records/conversation/index.ts";

/** Refusals: attachment-not-found. */
export async function takeFromDraft(desk: Desk, by: SignedIn, attachment: number): Promise<Refusal | undefined> {
  const gone = await removeDraftAttachment(desk.database.db, attachment, by.id);
  return gone ? undefined : refuse("attachment-not-found", "This attachment is not in a draft of yours.", "");
}
