/**
 * Between the guide and the letter that is being written: which steps the draft takes so far, and with which one the guide was asked
 * to begin. Kept in this window alone, as everything that is said of a draft.
 */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { STEPS, type Step } from "../../../method/steps/index.ts";
import { wishWriting } from "./writing-wish.ts";

let drafted: { readonly conversationId: number; readonly steps: readonly Step[] } | null = null;
let wish: { readonly conversationId: number; readonly step: Step } | null = null;
const listeners = new Set<() => void>();
const changed = (): void => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const NONE: readonly Step[] = [];
const PATIENCE_MS = 20_000;

/** Tells the guide what the letter of this conversation does, as long as it is being written. */
export function useTellGuide(conversationId: number, steps: readonly Step[] | undefined): void {
  const named = steps?.join(" ") ?? null;
  useEffect(() => {
    if (named === null) return;
    drafted = { conversationId, steps: STEPS.filter((step) => named.split(" ").includes(step)) };
    changed();
    return () => {
      drafted = null;
      changed();
    };
  }, [conversationId, named]);
}

export const useDraftedSteps = (conversationId: number): readonly Step[] =>
  useSyncExternalStore(subscribe, () => (drafted?.conversationId === conversationId ? drafted.steps : NONE));

/** Opens a reply and begins it with this step, in words made of this customer's own facts, where there are such words. */
export function beginWith(conversationId: number, step: Step): void {
  const mine = { conversationId, step };
  wish = mine;
  setTimeout(() => {
    if (wish === mine) wish = null;
  }, PATIENCE_MS);
  wishWriting(conversationId, "reply");
  changed();
}

/**
 * Grants a wish once; `begin` says whether it could. A blank letter in which somebody begins by themselves meanwhile is left to
 * them.
 */
export function useBeginWish(conversationId: number, isBlank: boolean, begin: (step: Step) => boolean): void {
  const wanted = useSyncExternalStore(subscribe, () => (wish?.conversationId === conversationId ? wish.step : null));
  const wasBlank = useRef(isBlank);
  useEffect(() => {
    if (wanted !== null && ((wasBlank.current && !isBlank) || begin(wanted))) wish = null;
    wasBlank.current = isBlank;
  }, [wanted, isBlank, begin]);
}
