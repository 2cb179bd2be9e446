/** Puts a file into one's own draft. */
import { type Refusal, refuse } from "../../kit/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { safeName, safeType } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  type AttachmentRow,
  addAttachment,
  attachmentsOfDrafts,
  type DraftPlace,
  draftFor,
} from "../../records/conversation/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

/** Servers of customers refuse more than this, whatever ours allows. */
const LARGEST_TOGETHER = 25 * 1024 * 1024;

export async function attachToDraft(
  desk: Desk,
  by: SignedIn,
  place: DraftPlace,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<AttachmentRow | Refusal> {
  const attach = async (tx: Kysely<Tables>): Promise<AttachmentRow | Refusal> => {
    const draft = await draftFor(tx, place, by.id, desk.now());
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
      content_id: null,
      is_inline: false,
      blob_hash: await keepBlob(tx, file.bytes),
      created_at: desk.now(),
    });
  };
  return place.conversationId === null
    ? desk.database.inOneGo(attach)
    : inConversation(desk, by, place.conversationId, attach);
}
