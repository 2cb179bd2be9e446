/** Sending: what may stop it, and what is shown at once. Until the server has taken it, nothing says "sent". */
import { useEffect, useRef, useState } from "react";
import type { Message } from "../../contract/index.ts";
import { Refused, Unreachable } from "../client.ts";
import { offered, takeBack } from "../desk/take-back.ts";
import { wishWriting } from "../desk/writing-wish.ts";
import { t } from "../i18n.ts";
import { sayProblem, tell, tellProblem } from "../look/toasts.tsx";
import type { Drafting } from "./use-draft.ts";

export interface SendOptions {
  readonly html: string;
  readonly mentions: number[];
  readonly anyway?: boolean;
  readonly sendAt?: Date | null;
  readonly afterwards?: "waiting" | "open";
  /** Why it leaves as it is, for each rule that held it back. */
  readonly reasons?: { readonly rule: string; readonly reason: string }[];
}

/** The coach asked to stop: at which words, and what can be done. */
export interface HeldAtGate {
  readonly options: SendOptions;
  /** The letter that it is said of. */
  readonly letter: string;
  readonly about: Refused["about"];
  readonly wayOut: string;
}

export interface Sending {
  readonly isSending: boolean;
  readonly problem: string | null;
  /** Something was written meanwhile, and the server held the message back. */
  readonly heldBack: SendOptions | null;
  readonly gate: HeldAtGate | null;
  readonly send: (options: SendOptions) => Promise<void>;
  readonly forget: () => void;
}

export interface WayOut {
  readonly deliver: (options: SendOptions) => Promise<void>;
  /** It has left, now or at an earlier try. */
  readonly onDone: () => void;
  /** What is on the screen may be out of date. */
  readonly refresh: () => void;
}

export function tellSent(message: Message, conversationId: number, undoSeconds: number): void {
  const undo = (): void => {
    takeBack(message.id, conversationId)
      .then((kind) => wishWriting(conversationId, kind))
      .catch(tellProblem);
  };
  const toast = tell(message.delivery === "scheduled" ? t("sent.scheduled") : t("sent.soon"), {
    lasts: message.delivery === "scheduled" ? 8_000 : Math.max(4, undoSeconds) * 1_000,
    action: { label: t("undo"), run: undo },
  });
  offered(message.id, toast);
}

export function useSend(draft: Drafting, { deliver, onDone, refresh }: WayOut): Sending {
  const busy = useRef(false);
  // The words of the tries so far; none when they were not the same each time.
  const tried = useRef<string | null | undefined>(undefined);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isAway = useRef(false);
  const [heldBack, setHeldBack] = useState<SendOptions | null>(null);
  const [gate, setGate] = useState<HeldAtGate | null>(null);

  /** An earlier try had arrived. What is on the sheet is either just that, and done, or the beginning of another letter. */
  const settleEarlierTry = (): void => {
    refresh();
    if (tried.current !== draft.fields.html) {
      tried.current = undefined;
      draft.renew();
      return;
    }
    void draft.discard().catch(() => undefined);
    tell(t("sent.after-all"));
    onDone();
  };
  const settle = useRef(settleEarlierTry);
  useEffect(() => {
    settle.current = settleEarlierTry;
  });
  useEffect(() => {
    if (draft.state === "left") settle.current();
  }, [draft.state]);

  // The desk that could not be reached has been.
  useEffect(() => {
    if (draft.state === "kept" && isAway.current) setProblem(null);
  }, [draft.state]);

  // What was said of the letter as it was is not said of another one.
  const now = draft.fields.html;
  useEffect(() => setGate((one) => (one?.letter === now ? one : null)), [now]);

  return {
    isSending,
    problem,
    heldBack,
    gate,
    forget: () => {
      setHeldBack(null);
      setGate(null);
    },
    send: async (options) => {
      if (busy.current) return;
      busy.current = true;
      setIsSending(true);
      setProblem(null);
      isAway.current = false;
      await draft.stop();
      const { html } = draft.fields;
      tried.current = tried.current === undefined || tried.current === html ? html : null;
      try {
        await deliver(options);
        setHeldBack(null);
        setGate(null);
        onDone();
        refresh();
      } catch (failure) {
        draft.resume();
        const code = failure instanceof Refused ? failure.code : "";
        setGate(null);
        if (code === "answered-meanwhile") setHeldBack(options);
        else if (failure instanceof Refused && code === "held-at-gate")
          setGate({ options, letter: html, about: failure.about, wayOut: failure.wayOut });
        else {
          isAway.current = failure instanceof Unreachable;
          setProblem(sayProblem(failure));
        }
        if (code === "sent-before") settleEarlierTry();
        else if (code === "merged" || code === "answered-meanwhile") refresh();
      } finally {
        busy.current = false;
        setIsSending(false);
      }
    },
  };
}
