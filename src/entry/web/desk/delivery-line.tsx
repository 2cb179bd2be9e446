/** Where one of our messages is on its way. Until it has left, this never says that it has. */
import { useMutation } from "@tanstack/react-query";
import { Check, CircleAlert, Clock } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { Message } from "../../contract/index.ts";
import { putMessage, refreshConversation, refreshLists } from "../cache.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tellProblem } from "../look/toasts.tsx";
import { When } from "../look/when.tsx";
import type { Writing } from "./conversation.tsx";
import { takeBack } from "./take-back.ts";

/** Whole seconds until `at`, counting down; 0 once it has passed. */
function useSecondsUntil(at: string | null): number {
  const left = (): number => (at ? Math.max(0, Math.ceil((new Date(at).getTime() - Date.now()) / 1000)) : 0);
  const [seconds, setSeconds] = useState(left);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` only depends on `at`
  useEffect(() => {
    setSeconds(left());
    if (!at || left() === 0) return;
    const timer = setInterval(() => {
      setSeconds(left());
      if (left() === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}

interface DeliveryProps {
  readonly message: Message;
  readonly conversationId: number | undefined;
  readonly onWrite: (kind: Writing) => void;
}

export function DeliveryLine({ message, conversationId, onWrite }: DeliveryProps): ReactNode {
  const seconds = useSecondsUntil(message.undoUntil);
  const undo = useMutation({
    mutationFn: () => takeBack(message.id, conversationId ?? 0),
    onSuccess: onWrite,
    onError: tellProblem,
  });
  const retry = useMutation({
    mutationFn: () => call("POST /api/v1/messages/:id/retry", { params: { id: message.id } }),
    onSuccess: (answer) => {
      if (conversationId) {
        putMessage(conversationId, answer);
        refreshConversation(conversationId);
      }
      refreshLists();
    },
    onError: tellProblem,
  });
  if (message.kind !== "outbound" || message.delivery === null) return null;

  const mayUndo = message.undoUntil !== null && seconds > 0;
  const undoButton = mayUndo ? (
    <button
      type="button"
      className="btn btn-small btn-quiet !text-accent"
      disabled={undo.isPending}
      onClick={() => undo.mutate()}
    >
      {message.delivery === "scheduled" ? t("delivery.take-back") : t("delivery.undo")}
    </button>
  ) : null;
  const line = "mt-3 flex min-h-6 flex-wrap items-center gap-x-2 text-sm print-hidden";
  switch (message.delivery) {
    case "scheduled":
      return (
        <p className={`${line} text-soft`}>
          <Clock size={14} aria-hidden="true" />
          {t("delivery.scheduled")} {message.sendAt ? <When at={message.sendAt} /> : null}
          {message.deliveryNote ? <span>{message.deliveryNote}</span> : null}
          {undoButton}
        </p>
      );
    case "waiting":
      return (
        <p className={`${line} text-soft`}>
          <Clock size={14} aria-hidden="true" />
          {mayUndo ? t("delivery.leaves-in", { seconds }) : (message.deliveryNote ?? t("delivery.waiting"))}
          {undoButton}
        </p>
      );
    case "sending":
      return (
        <p className={`${line} text-soft`}>
          <Clock size={14} aria-hidden="true" />
          {t("delivery.sending")}
        </p>
      );
    case "sent":
      return (
        <p className={`${line} text-soft`}>
          <Check size={14} aria-hidden="true" />
          {t("delivery.sent")} {message.sentAt ? <When at={message.sentAt} /> : null}
          {message.deliveryNote ? (
            <span className="min-w-0 truncate text-faint text-xs" data-tip={message.deliveryNote}>
              {message.deliveryNote}
            </span>
          ) : null}
        </p>
      );
    case "delayed":
      return (
        <p className={`${line} text-soft`}>
          <Clock size={14} aria-hidden="true" />
          <span className="min-w-0 flex-1">{message.deliveryNote ?? t("delivery.delayed")}</span>
        </p>
      );
    case "failed":
    case "bounced":
      return (
        <p className="mt-3 flex flex-wrap items-start gap-x-2 gap-y-1.5 text-sm text-trouble print-hidden">
          <CircleAlert size={15} aria-hidden="true" className="mt-0.5 shrink-0" />
          <span className="min-w-0 flex-[1_1_18rem]">
            <strong className="font-semibold">{t(`delivery.${message.delivery}`)}</strong> {message.deliveryNote}
          </span>
          {message.delivery === "failed" && !message.isAutomatic ? (
            <button
              type="button"
              className="btn btn-small btn-quiet -mt-0.5"
              disabled={undo.isPending}
              onClick={() => undo.mutate()}
            >
              {t("delivery.take-back")}
            </button>
          ) : null}
          {message.delivery === "failed" ? (
            <button
              type="button"
              className="btn btn-small btn-plain -mt-0.5"
              disabled={retry.isPending}
              onClick={() => retry.mutate()}
            >
              {t("delivery.retry")}
            </button>
          ) : null}
        </p>
      );
  }
}
