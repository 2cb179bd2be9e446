/** Takes a message back before it leaves; it is a draft again. Answers of which kind, so that the composer can open with it. */
import { patchConversation, refreshConversation, refreshLists } from "../cache.ts";
import { call } from "../client.ts";
import type { Writing } from "./conversation.tsx";

export async function takeBack(messageId: number, conversationId: number): Promise<Writing> {
  const { draft } = await call("POST /api/v1/messages/:id/undo", { params: { id: messageId } });
  patchConversation(conversationId, (whole) => ({
    ...whole,
    messages: whole.messages.filter((one) => one.id !== messageId),
    drafts: [...whole.drafts.filter((one) => one.kind !== draft.kind), draft],
  }));
  refreshConversation(conversationId);
  refreshLists();
  return draft.kind === "letter" ? "reply" : draft.kind;
}
