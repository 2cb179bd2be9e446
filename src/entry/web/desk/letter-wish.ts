/**
 * A wish about a letter that is not open yet, made beside it: it opens a reply, and the sheet grants it once it can. One that nobody
 * grants in a while is forgotten, so that nothing is written into a letter of another hour.
 */
import { useEffect, useSyncExternalStore } from "react";
import { wishWriting } from "./writing-wish.ts";

/** A conversation that is not there after this long is not coming. */
const PATIENCE_MS = 20_000;

export interface LetterWish<What extends string | number> {
  readonly make: (conversationId: number, what: What) => void;
  /** @param grant says whether it could be done now; asked again whenever it is another function. */
  readonly useGrant: (conversationId: number, grant: (what: What) => boolean) => void;
}

export function letterWish<What extends string | number>(): LetterWish<What> {
  let wish: { readonly conversationId: number; readonly what: What } | null = null;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    make: (conversationId, what) => {
      const mine = { conversationId, what };
      wish = mine;
      setTimeout(() => {
        if (wish === mine) wish = null;
      }, PATIENCE_MS);
      wishWriting(conversationId, "reply");
      for (const listener of listeners) listener();
    },
    useGrant: (conversationId, grant) => {
      const wanted = useSyncExternalStore(subscribe, () =>
        wish?.conversationId === conversationId ? wish.what : null,
      );
      useEffect(() => {
        if (wanted !== null && grant(wanted)) wish = null;
      }, [wanted, grant]);
    },
  };
}
