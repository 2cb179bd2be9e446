/** One conversation, read as correspondence: its head, its letters oldest first, and the sheet to answer on. */
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ConversationRow, ConversationWhole, Message } from "../../contract/index.ts";
import { call, Refused } from "../client.ts";
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { useAfterPaint } from "../look/after-paint.ts";
import { sayProblem } from "../look/toasts.tsx";
import { ask } from "../queries.ts";
import { useMe } from "../viewer.ts";
import { ConversationHead } from "./conversation-head.tsx";
import { Composer } from "./lazy-parts.ts";
import { MessageView } from "./message-view.tsx";
import { PresenceLine, usePresence } from "./presence.tsx";
import { ReplyBar } from "./reply-bar.tsx";
import { useFirstPlace } from "./use-first-place.ts";
import { useSeen } from "./use-seen.ts";
import { useWritingWish } from "./writing-wish.ts";

export type Writing = "reply" | "note" | "forward";

interface ConversationProps {
  readonly id: number;
  readonly row: ConversationRow | undefined;
  readonly guideOpen: boolean;
  readonly onGuide: () => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
  /** It went into another one. */
  readonly onMerged: (into: number) => void;
}

const NOTHING_YET: Pick<ConversationWhole, "messages" | "facts" | "corrections"> = {
  messages: [],
  facts: [],
  corrections: [],
};

/**
 * Which letters stand open: the newest three, and whatever has not been read. The others are one line each, and so is what
 * the desk said by itself, as long as it got there.
 */
function startsOpen(messages: readonly Message[], index: number, unread: boolean): boolean {
  const message = messages[index];
  if (message?.isAutomatic && message.delivery !== "failed" && message.delivery !== "bounced") return false;
  const fromEnd = messages.length - index;
  return fromEnd <= 3 || (unread && fromEnd <= 6) || messages.length <= 5;
}

export function Conversation({ id, row, guideOpen, onGuide, onBack, onLeave, onMerged }: ConversationProps): ReactNode {
  const { data: whole, error } = useQuery(ask.conversation(id));
  const instead = error instanceof Refused && error.code === "merged" ? error.leadsTo : undefined;
  useEffect(() => {
    if (instead !== undefined) onMerged(instead);
  }, [instead, onMerged]);
  const scroller = useRef<HTMLDivElement>(null);
  const hash = useLocation({ select: (location) => location.hash });
  const wanted = Number(/^message-(\d+)$/.exec(hash)?.[1]) || undefined;
  const [older, setOlder] = useState<readonly Message[]>([]);
  const [writing, setWriting] = useState<Writing | null>(null);
  const wasUnread = useRef(row?.unread ?? false);
  const me = useMe();
  const listens = useAfterPaint();
  useSeen(whole);
  const presence = usePresence(id, writing !== null, whole?.presence);

  const { messages: latest, facts, corrections } = whole ?? NOTHING_YET;
  const messages = useMemo(() => [...older, ...latest], [older, latest]);
  const thread = useMemo(
    () => ({ conversationId: id, messages, facts, corrections }),
    [id, messages, facts, corrections],
  );
  const newest = messages.at(-1)?.id;
  /** Where reading begins: not at what the desk said by itself. */
  const begin = messages.findLast(({ isAutomatic }) => !isAutomatic)?.id ?? newest;
  const isThread = messages.length > 1;

  const placed = useRef(false);
  useFirstPlace(scroller, placed, wanted ?? begin, isThread ? 12 : 48);

  // What one has just written comes into view; what others write never moves the page.
  const isMine = messages.at(-1)?.personId === me.id;
  useEffect(() => {
    if (newest && isMine && placed.current)
      document.getElementById(`message-${newest}`)?.scrollIntoView({ block: "nearest" });
  }, [newest, isMine]);

  const showEarlier = async (): Promise<void> => {
    const first = messages[0];
    if (!first) return;
    const more = await call("GET /api/v1/conversations/:id", { params: { id }, query: { before: first.id } });
    setOlder((before) => [...more.messages, ...before]);
  };

  const write = useCallback((kind: Writing) => setWriting(kind), []);
  useWritingWish(id, write);
  const show = useCallback((messageId: number) => {
    document.getElementById(`message-${messageId}`)?.scrollIntoView({ block: "start", behavior: "auto" });
  }, []);
  useCommands([
    { id: "reply", title: t("command.reply"), group: t("group.conversation"), keys: "r", run: () => write("reply") },
    { id: "note", title: t("command.note"), group: t("group.conversation"), keys: "n", run: () => write("note") },
    {
      id: "forward",
      title: t("command.forward"),
      group: t("group.conversation"),
      keys: "f",
      run: () => write("forward"),
    },
    {
      id: "to-list",
      title: t("command.to-list"),
      group: t("group.conversation"),
      keys: "escape",
      run: () => document.querySelector<HTMLElement>("[role=listbox]")?.focus(),
    },
    { id: "print", title: t("command.print"), group: t("group.conversation"), run: () => print() },
  ]);

  const shownRow = whole?.conversation ?? row;
  const hidden = whole ? whole.earlier - older.length : 0;
  return (
    <article
      id="conversation"
      tabIndex={-1}
      aria-labelledby="subject"
      className="print-flow relative flex min-h-0 min-w-0 flex-1 flex-col outline-none"
    >
      {shownRow ? (
        <ConversationHead
          row={shownRow}
          whole={whole}
          guideOpen={guideOpen}
          onGuide={onGuide}
          onBack={onBack}
          onLeave={onLeave}
        />
      ) : null}
      <div ref={scroller} className="print-flow print-flush relative min-h-0 flex-1 overflow-y-auto px-5 pb-8 sm:px-8">
        <div className="print-flush mx-auto max-w-[42rem]">
          {error && !whole ? <p className="py-10 text-trouble">{sayProblem(error)}</p> : null}
          {hidden > 0 ? (
            <button
              type="button"
              className="btn btn-small btn-quiet my-3 print-hidden"
              onClick={() => void showEarlier()}
            >
              {t("conversation.earlier", { count: hidden })}
            </button>
          ) : null}
          {messages.map((message, index) => (
            <MessageView
              key={message.id}
              message={message}
              conversation={shownRow}
              thread={thread}
              listens={listens}
              startsOpen={message.id === wanted || startsOpen(messages, index, wasUnread.current)}
              onWrite={write}
            />
          ))}
        </div>
      </div>
      <PresenceLine items={presence} />
      {whole && writing ? (
        <Suspense fallback={<div className="h-48 border-t bg-raised" />}>
          <Composer
            key={`${id}-${writing}`}
            whole={whole}
            kind={writing}
            onKind={setWriting}
            onClose={() => {
              setWriting(null);
              document.getElementById("conversation")?.focus();
            }}
            onLeave={onLeave}
            onShow={show}
          />
        </Suspense>
      ) : whole ? (
        <ReplyBar whole={whole} onWrite={write} />
      ) : null}
    </article>
  );
}
