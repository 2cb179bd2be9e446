/**
 * Keeps what a person says of a message where the coach heard something else (METHOD listen.details, listen.unsaid). From then
 * on everybody who sees the conversation sees the correction. Whether the reading really said so is taken on the person's word.
 */
import { type MessageId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  findMessage,
  keepCorrection,
  type NewCorrection,
  type ReadingCorrection,
} from "../../records/conversation/index.ts";
import { CONVERSATION_NOT_FOUND, inConversation } from "../shared/in-conversation.ts";

export async function correctReading(
  desk: Desk,
  by: SignedIn,
  id: MessageId,
  correction: Omit<NewCorrection, "messageId" | "by">,
): Promise<ReadingCorrection | Refusal> {
  const place = await findMessage(desk.database.db, id);
  if (!place) return CONVERSATION_NOT_FOUND;
  return inConversation(desk, by, place.conversation_id, async (tx) => {
    const message = await findMessage(tx, id);
    if (message?.conversation_id !== place.conversation_id) return CONVERSATION_NOT_FOUND;
    if (message.kind !== "inbound")
      return refuse("not-theirs", "The coach listens to customers only.", "Choose a message that a customer wrote.");
    if (correction.end > message.reply_text.length)
      return refuse("no-such-words", "The message has no words there.", "Look at the message again.");
    const kept = await keepCorrection(tx, { ...withoutCardNumber(correction), messageId: id, by: by.id }, desk.now());
    await note(tx, {
      at: desk.now(),
      kind: "reading.corrected",
      conversationId: place.conversation_id,
      personId: by.id,
      data: { messageId: id, aspect: correction.aspect },
    });
    return kept;
  });
}

/** Of a card only the last four digits are kept, whoever writes it. */
function withoutCardNumber<T extends Pick<NewCorrection, "aspect" | "said">>(correction: T): T {
  const { aspect, said } = correction;
  if (aspect !== "fact" || said?.name !== "card" || said.value === null) return correction;
  return { ...correction, said: { ...said, value: said.value.replace(/\D/g, "").slice(-4) } };
}
