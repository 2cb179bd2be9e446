/** Takes a correction of a reading back: what the coach heard stands again. */
import type { CorrectionId, Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { dropCorrection, findCorrection, findMessage } from "../../records/conversation/index.ts";
import { CONVERSATION_NOT_FOUND, inConversation } from "../shared/in-conversation.ts";

export async function restoreReading(desk: Desk, by: SignedIn, id: CorrectionId): Promise<Refusal | undefined> {
  const { db } = desk.database;
  const found = await findCorrection(db, id);
  const place = found && (await findMessage(db, found.message_id));
  if (!found || !place) return CONVERSATION_NOT_FOUND;
  return inConversation(desk, by, place.conversation_id, async (tx) => {
    const message = await findMessage(tx, found.message_id);
    if (message?.conversation_id !== place.conversation_id) return CONVERSATION_NOT_FOUND;
    await dropCorrection(tx, id);
    await note(tx, {
      at: desk.now(),
      kind: "reading.restored",
      conversationId: place.conversation_id,
      personId: by.id,
      data: { messageId: found.message_id, aspect: found.aspect },
    });
    return undefined;
  });
}
