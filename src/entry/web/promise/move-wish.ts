/** A wish to move a promise, made in the ledger or in the guide: it opens a reply, and the sheet grants it once. */
import { useEffect, useSyncExternalStore } from "react";
import { wishWriting } from "../desk/writing-wish.ts";

let wish: { readonly conversationId: number; readonly promiseId: number } | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** A conversation that is not there after this long is not coming. */
const PATIENCE_MS = 20_000;

export function wishMove(conversationId: number, promiseId: number): void {
  const mine = { conversationId, promiseId };
  wish = mine;
  setTimeout(() => {
    if (wish === mine) wish = null;
  }, PATIENCE_MS);
  wishWriting(conversationId, "reply");
  for (const listener of listeners) listener();
}

/** @param grant says whether it could be done now. */
export function useMoveWish(conversationId: number, grant: (promiseId: number) => boolean): void {
  const wanted = useSyncExternalStore(subscribe, () =>
    wish?.conversationId === conversationId ? wish.promiseId : null,
  );
  useEffect(() => {
    if (wanted !== null && grant(wanted)) wish = null;
  }, [wanted, grant]);
}
