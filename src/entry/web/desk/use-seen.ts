/** Tells the server what has been read: after a moment on screen, so that passing by with j and k is not reading. */
import { useEffect, useRef } from "react";
import type { ConversationWhole } from "../../contract/index.ts";
import { patchRow } from "../cache.ts";
import { call } from "../client.ts";

const MOMENT = 900;

export function useSeen(whole: ConversationWhole | undefined): void {
  const told = useRef(0);
  const id = whole?.conversation.id;
  const newest = whole?.messages.at(-1)?.id;
  const unread = whole?.conversation.unread ?? false;
  useEffect(() => {
    if (!id || !newest || !unread || told.current >= newest) return;
    const timer = setTimeout(() => {
      if (document.visibilityState !== "visible") return;
      told.current = newest;
      patchRow(id, { unread: false });
      void call("POST /api/v1/conversations/:id/seen", { params: { id }, body: { messageId: newest } }).catch(() => {
        told.current = 0;
      });
    }, MOMENT);
    return () => clearTimeout(timer);
  }, [id, newest, unread]);
}
