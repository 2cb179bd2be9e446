/** Sending: what leaves, what may stop it, and what is shown at once. Until the server has taken it, nothing says "sent". */
import { useEffect, useRef, useState } from "react";
import type { ConversationWhole, Message } from "../../contract/index.ts";
import { patchConversation, patchRow, putMessage, refreshConversation, refreshLists } from "../cache.ts";
import { call, Refused } from "../client.ts";
import type { Writing } from "../desk/conversation.tsx";
import { takeBack } from "../desk/take-back.ts";
import { wishWriting } from "../desk/writing-wish.ts";
import { t } from "../i18n.ts";
import { sayProblem, tell, tellProblem } from "../look/toasts.tsx";
import { useMe } from "../viewer.ts";
import type { Drafting } from "./use-draft.ts";

export interface SendOptions {
  readonly html: string;
  readonly mentions: number[];
  readonly seenMessageId: number | null;
  readonly anyway?: boolean;
  readonly sendAt?: Date | null;
  readonly afterwards?: "waiting" | "open";
  readonly nextUpdateDueAt?: string | null;
}

export interface Sending {
  readonly isSending: boolean;
  readonly problem: string | null;
  /** Something was written meanwhile, and the server held the message back. */
  readonly heldBack: SendOptions | null;
  readonly send: (options: SendOptions) => Promise<void>;
  readonly forget: () => void;
}

function tellSent(message: Message, conversationId: number, undoSeconds: number): void {
  const undo = (): void => {
    takeBack(message.id, conversationId)
      .then((draft) => wishWriting(conversationId, draft.kind))
      .catch(tellProblem);
  };
  tell(message.delivery === "scheduled" ? t("sent.scheduled") : t("sent.soon"), {
    lasts: message.delivery === "scheduled" ? 8_000 : Math.max(4, undoSeconds) * 1_000,
    action: { label: t("undo"), run: undo },
  });
}

export function useSend(whole: ConversationWhole, kind: Writing, draft: Drafting, onDone: () => void): Sending {
  const me = useMe();
  const id = whole.conversation.id;
  const busy = useRef(false);
  // The words of the tries so far; none when they were not the same each time.
  const tried = useRef<string | null | undefined>(undefined);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [heldBack, setHeldBack] = useState<SendOptions | null>(null);

  const deliver = async (options: SendOptions): Promise<void> => {
    if (kind === "note") {
      const note = await call("POST /api/v1/conversations/:id/notes", {
        params: { id },
        body: { html: options.html, mentions: options.mentions, key: draft.fields.key },
      });
      putMessage(id, note);
      void draft.discard().catch(() => undefined);
      return;
    }
    const { message } = await call("POST /api/v1/conversations/:id/replies", {
      params: { id },
      body: {
        kind,
        ...draft.fields,
        html: options.html,
        seenMessageId: options.seenMessageId,
        anyway: options.anyway ?? false,
        sendAt: options.sendAt?.toISOString() ?? null,
        afterwards: options.afterwards ?? "waiting",
        nextUpdateDueAt: options.nextUpdateDueAt ?? null,
      },
    });
    putMessage(id, message);
    patchConversation(id, (now) => ({ ...now, drafts: now.drafts.filter((one) => one.kind !== kind) }));
    if (kind === "reply" && !options.sendAt)
      patchRow(id, { status: options.afterwards ?? "waiting", waitingSince: null });
    tellSent(message, id, me.undoSeconds);
  };

  /** An earlier try had arrived. What is on the sheet is either just that, and done, or the beginning of another letter. */
  const settleEarlierTry = (): void => {
    refreshConversation(id);
    refreshLists();
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

  return {
    isSending,
    problem,
    heldBack,
    forget: () => setHeldBack(null),
    send: async (options) => {
      if (busy.current) return;
      busy.current = true;
      setIsSending(true);
      setProblem(null);
      await draft.stop();
      const { html } = draft.fields;
      tried.current = tried.current === undefined || tried.current === html ? html : null;
      try {
        await deliver(options);
        setHeldBack(null);
        onDone();
        refreshConversation(id);
        refreshLists();
      } catch (failure) {
        draft.resume();
        if (failure instanceof Refused && failure.code === "answered-meanwhile") {
          setHeldBack(options);
          refreshConversation(id);
        } else {
          setProblem(sayProblem(failure));
          if (failure instanceof Refused && failure.code === "merged") refreshConversation(id);
          if (failure instanceof Refused && failure.code === "sent-before") settleEarlierTry();
        }
      } finally {
        busy.current = false;
        setIsSending(false);
      }
    },
  };
}
