/** Keeps what came with a mail beside the message that it became. */
import type { MessageId } from "../../kit/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
import type { ReadAttachment } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { addAttachment } from "../../records/conversation/index.ts";

export async function keepAttachments(
  tx: Kysely<Tables>,
  messageId: MessageId,
  attachments: readonly ReadAttachment[],
  now: Date,
): Promise<void> {
  for (const [position, attachment] of attachments.entries())
    await addAttachment(tx, {
      message_id: messageId,
      draft_id: null,
      position,
      name: attachment.name,
      type: attachment.type,
      size: attachment.size,
      content_id: attachment.contentId ?? null,
      is_inline: attachment.inline,
      blob_hash: await keepBlob(tx, attachment.content),
      created_at: now,
    });
}
