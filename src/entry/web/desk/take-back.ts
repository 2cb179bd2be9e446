/** Takes a message back before it leaves; it is a draft again, and the composer opens with it. */
import type { Draft } from "../../contract/index.ts";
import { patchConversation, refreshConversation, refreshLists } from "../cache.ts";
import { call } from "../client.ts";

export async function takeBack(messageId: number, conversationId: number): Promise<Draft> {
  const { draft } = await call("POST /api/v1/messages/:id/undo", { params: { id: messageId } });
  patchConversation(conversationId, (whole) => ({
    ...whole,
    messages: whole.messages.filter((one) => one.id !== messageId),
    drafts: [...whole.drafts.filter((one) => one.kind !== draft.kind), draft],
  }));
  refreshConversation(conversationId);
  refreshLists();
  return draft;
}
