/**
 * Between the guide and the letter that is being written: which steps the draft takes so far, and with which one the guide was asked
 * to begin. Kept in this window alone, as everything that is said of a draft.
 */
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { STEPS, type Step } from "../../../method/steps/index.ts";
import { letterWish } from "./letter-wish.ts";

let drafted: { readonly conversationId: number; readonly steps: readonly Step[] } | null = null;
const listeners = new Set<() => void>();
const changed = (): void => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const NONE: readonly Step[] = [];

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

const { make, useGrant } = letterWish<Step>();

/** Opens a reply and begins it with this step, in words made of this customer's own facts, where there are such words. */
export const beginWith = make;

/**
 * Grants a wish once; `begin` says whether it could. A blank letter in which somebody begins by themselves meanwhile is left to
 * them.
 */
export function useBeginWish(conversationId: number, isBlank: boolean, begin: (step: Step) => boolean): void {
  const wasBlank = useRef(isBlank);
  const grant = useCallback((step: Step) => (wasBlank.current && !isBlank) || begin(step), [isBlank, begin]);
  useGrant(conversationId, grant);
  useEffect(() => {
    wasBlank.current = isBlank;
  }, [isBlank]);
}
