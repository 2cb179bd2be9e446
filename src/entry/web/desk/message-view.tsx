/** One letter, note or automatic mail: from whom, when, the words, what came with it, and where it is on its way. */
import { ChevronRight, ShieldAlert } from "lucide-react";
import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ConversationRow, Message } from "../../contract/index.ts";
import { sayAddress } from "../address/parse-addresses.ts";
import { t } from "../i18n.ts";
import { Beside } from "../look/beside.tsx";
import { When } from "../look/when.tsx";
import type { Thread } from "../reading/listening.ts";
import { useMe } from "../viewer.ts";
import { AttachmentList } from "./attachment-list.tsx";
import type { Writing } from "./conversation.tsx";
import { DeliveryLine } from "./delivery-line.tsx";
import { GivenWords } from "./given-words.tsx";
import { MessageReading } from "./lazy-parts.ts";
import { MessageBody } from "./message-body.tsx";
import { MessageMenu } from "./message-menu.tsx";
import { Recipients } from "./message-recipients.tsx";

interface MessageProps {
  readonly message: Message;
  readonly conversation: ConversationRow | undefined;
  readonly thread: Thread;
  /** What the coach hears is put beside the words once they can be read. */
  readonly listens: boolean;
  readonly startsOpen: boolean;
  readonly onWrite: (kind: Writing) => void;
}

function Labels({ message }: { message: Message }): ReactNode {
  return (
    <>
      {message.kind === "note" ? <span className="chip">{t("message.note")}</span> : null}
      {message.class === "bounce" ? (
        <span className="chip !border-trouble !text-trouble">{t("message.bounce")}</span>
      ) : null}
      {message.class === "list" ? <span className="chip">{t("message.list")}</span> : null}
      {message.class === "automatic" || (message.isAutomatic && message.class === "human") ? (
        <span className="chip">{t("message.automatic")}</span>
      ) : null}
      {message.authentication === "fail" ? (
        <span className="chip !border-trouble !text-trouble" data-tip={t("message.unproved-tip")}>
          <ShieldAlert size={12} aria-hidden="true" />
          {t("message.unproved")}
        </span>
      ) : null}
    </>
  );
}

/** Ours stand a little to the right, beside a line; theirs have the whole page; a note lies on a ground of its own. */
const STANCE: Record<Message["kind"], string> = {
  inbound: "",
  outbound: "ml-2 border-l-2 border-l-accent-soft pl-4 sm:ml-6 sm:pl-6",
  note: "-mx-4 rounded-md bg-note px-4 py-3",
};

export function MessageView({ message, conversation, thread, listens, startsOpen, onWrite }: MessageProps): ReactNode {
  const me = useMe();
  const [open, setOpen] = useState(startsOpen);
  const who = message.personId === me.id ? t("message.you") : sayAddress(message.from);
  const quiet = message.isAutomatic || message.class !== "human";
  const [showsWhy, setShowsWhy] = useState(false);
  const [letter, setLetter] = useState<HTMLElement | null>(null);
  const [feeling, setFeeling] = useState<HTMLElement | null>(null);
  const [signals, setSignals] = useState<HTMLElement | null>(null);
  const [notes, setNotes] = useState<HTMLElement | null>(null);
  const isHeard = listens && message.kind === "inbound" && message.class === "human";
  const takesFocus = useRef(false);
  // On paper nothing can be unfolded, so everything is.
  useEffect(() => {
    const unfold = (): void => flushSync(() => setOpen(true));
    addEventListener("beforeprint", unfold);
    return () => removeEventListener("beforeprint", unfold);
  }, []);

  if (!open)
    return (
      <div id={`message-${message.id}`} className="border-t first:border-t-0">
        <button
          type="button"
          aria-expanded={false}
          onClick={() => {
            setOpen(true);
            takesFocus.current = true;
          }}
          className={`flex min-h-10 w-full items-baseline gap-2 py-2 text-left ${message.kind === "note" ? "bg-note" : ""}`}
        >
          <ChevronRight size={14} aria-hidden="true" className="shrink-0 self-center text-faint" />
          <span className="shrink-0 font-medium">{who}</span>
          <Labels message={message} />
          <span className="min-w-0 flex-1 truncate font-serif text-soft">{message.replyText.slice(0, 200)}</span>
          <When at={message.at} shortly focusable={false} className="shrink-0 text-soft text-xs" />
        </button>
      </div>
    );

  return (
    <article
      id={`message-${message.id}`}
      ref={(article) => {
        if (!takesFocus.current) return;
        takesFocus.current = false;
        article?.focus({ preventScroll: true });
      }}
      tabIndex={-1}
      aria-label={t("message.label", { who })}
      className="print-message border-t py-5 outline-none first:border-t-0"
    >
      <div className={STANCE[message.kind]}>
        <header className="mb-3 flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className={`font-semibold ${quiet ? "text-soft" : ""}`}>{who}</span>
              <Labels message={message} />
              <span
                ref={isHeard ? setFeeling : undefined}
                className="inline-flex items-center gap-2 empty:hidden print-hidden"
              />
              {message.remarks.length > 0 ? (
                <button
                  type="button"
                  aria-expanded={showsWhy}
                  className="min-h-6 rounded-sm text-soft text-xs underline decoration-dotted underline-offset-2 print-hidden"
                  onClick={() => setShowsWhy(!showsWhy)}
                >
                  {t("message.why")}
                </button>
              ) : null}
            </p>
            <Recipients message={message} />
          </div>
          <When at={message.at} className="shrink-0 pt-0.5 text-soft text-sm" />
          <MessageMenu message={message} conversation={conversation} onWrite={onWrite} onFold={() => setOpen(false)} />
        </header>
        {showsWhy ? (
          <ul className="mb-3 list-disc pl-5 text-soft text-sm">
            {message.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        ) : null}
        <div ref={isHeard ? setSignals : undefined} />
        <div className={quiet ? "opacity-90" : ""}>
          <MessageBody message={message} onLetter={isHeard ? setLetter : undefined} />
        </div>
        <AttachmentList message={message} />
        <div ref={isHeard ? setNotes : undefined} />
        <GivenWords message={message} />
        <DeliveryLine message={message} conversationId={conversation?.id} onWrite={onWrite} />
      </div>
      {isHeard ? (
        <Beside>
          <Suspense fallback={null}>
            <MessageReading message={message} thread={thread} slots={{ feeling, signals, notes, letter }} />
          </Suspense>
        </Beside>
      ) : null}
    </article>
  );
}
