/** A wish to have the composer open in some conversation, made from elsewhere: after an undo, from a link, from a toast. */
import { useEffect } from "react";
import type { Writing } from "./conversation.tsx";

let wish: { readonly conversationId: number; readonly kind: Writing } | null = null;
const listeners = new Set<() => void>();

export function wishWriting(conversationId: number, kind: Writing): void {
  wish = { conversationId, kind };
  for (const listener of listeners) listener();
}

/** Calls `open` when a wish for this conversation is there, now or later; each wish is granted once. */
export function useWritingWish(conversationId: number, open: (kind: Writing) => void): void {
  useEffect(() => {
    const grant = (): void => {
      if (wish?.conversationId !== conversationId) return;
      const { kind } = wish;
      wish = null;
      open(kind);
    };
    grant();
    listeners.add(grant);
    return () => {
      listeners.delete(grant);
    };
  }, [conversationId, open]);
}
