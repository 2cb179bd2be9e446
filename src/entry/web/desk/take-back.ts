/** Takes a message back before it leaves; it is a draft again. Answers of which kind, so that the composer can open with it. */
import { patchConversation, refreshConversation, refreshLists } from "../cache.ts";
import { call } from "../client.ts";
import { dismiss } from "../look/toasts.tsx";
import type { Writing } from "./conversation.tsx";

/** What offers to take a message back; once that is done, or done elsewhere, it offers nothing any more. */
const offers = new Map<number, number>();
export const offered = (messageId: number, toast: number): void => void offers.set(messageId, toast);

export async function takeBack(messageId: number, conversationId: number): Promise<Writing> {
  const { draft } = await call("POST /api/v1/messages/:id/undo", { params: { id: messageId } });
  const offer = offers.get(messageId);
  if (offer !== undefined) dismiss(offer);
  patchConversation(conversationId, (whole) => ({
    ...whole,
    messages: whole.messages.filter((one) => one.id !== messageId),
    drafts: [...whole.drafts.filter((one) => one.kind !== draft.kind), draft],
  }));
  refreshConversation(conversationId);
  refreshLists();
  return draft.kind === "letter" ? "reply" : draft.kind;
}
