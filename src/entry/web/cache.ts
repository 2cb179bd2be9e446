/** Changes to what is already on screen: optimistic patches of rows and conversations, and taking them back. */
import type { InfiniteData } from "@tanstack/react-query";
import type { ConversationRow, ConversationWhole, Message } from "../contract/index.ts";
import { ask, client } from "./queries.ts";

interface Page {
  items: ConversationRow[];
  next: string | null;
}

/** Puts a change into every list and the open conversation at once, before the server has said yes. */
export function patchRow(id: number, patch: Partial<ConversationRow>): void {
  client.setQueriesData<InfiniteData<Page, string | undefined>>({ queryKey: ["list"] }, (data) =>
    data?.pages.some((page) => page.items.some((row) => row.id === id))
      ? {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((row) => (row.id === id ? { ...row, ...patch } : row)),
          })),
        }
      : data,
  );
  patchConversation(id, (whole) => ({ ...whole, conversation: { ...whole.conversation, ...patch } }));
}

export function patchConversation(id: number, change: (whole: ConversationWhole) => ConversationWhole): void {
  client.setQueryData(ask.conversation(id).queryKey, (whole) => whole && change(whole));
}

/** Adds a message, or puts its newer state in its place. */
export function putMessage(conversationId: number, message: Message): void {
  patchConversation(conversationId, (whole) => ({
    ...whole,
    messages: whole.messages.some((one) => one.id === message.id)
      ? whole.messages.map((one) => (one.id === message.id ? message : one))
      : [...whole.messages, message],
  }));
}

/** Lists and counts are looked at again soon; several calls in a moment become one. */
let isPending = false;
export function refreshLists(): void {
  if (isPending) return;
  isPending = true;
  setTimeout(() => {
    isPending = false;
    void client.invalidateQueries({ queryKey: ["list"] });
    void client.invalidateQueries({ queryKey: ["counts"] });
  }, 150);
}

export function refreshPromises(): void {
  void client.invalidateQueries({ queryKey: ["promises"] });
}

export function refreshConversation(id: number): void {
  void client.invalidateQueries({ queryKey: ask.conversation(id).queryKey });
  void client.invalidateQueries({ queryKey: ask.conversationLog(id).queryKey });
}
