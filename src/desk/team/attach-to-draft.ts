/** Puts a file into one's own draft. */
import { type ConversationId, type Refusal, refuse } from "../../kit/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { safeName, safeType } from "../../platform/mail/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  type AttachmentRow,
  addAttachment,
  attachmentsOfDrafts,
  type Draft,
  draftFor,
} from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

/** Servers of customers refuse more than this, whatever ours allows. */
const LARGEST_TOGETHER = 25 * 1024 * 1024;

export async function attachToDraft(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  kind: Draft["kind"],
  file: { readonly name: string; readonly bytes: Uint8Array; readonly isInline: boolean },
): Promise<AttachmentRow | Refusal> {
  return inConversation(desk, by, id, async (tx) => {
    const draft = await draftFor(tx, id, by.id, kind, desk.now());
    const there = (await attachmentsOfDrafts(tx, [draft.id])).get(draft.id) ?? [];
    const together = there.reduce((sum, each) => sum + each.size, file.bytes.length);
    if (together > LARGEST_TOGETHER)
      return refuse(
        "too-large",
        "The attachments would be larger than 25 MB together.",
        "Send fewer, or a link to them.",
      );
    const type = safeType("", file.name, file.bytes);
    const name = safeName(file.name, type, there.length);
    return addAttachment(tx, {
      message_id: null,
      draft_id: draft.id,
      position: there.length,
      name,
      type,
      size: file.bytes.length,
      content_id: file.isInline ? `${Buffer.from(desk.random(9)).toString("hex")}@heard` : null,
      is_inline: file.isInline,
      blob_hash: await keepBlob(tx, file.bytes),
      created_at: desk.now(),
    });
  });
}
