/** The foot of a conversation while nobody is writing: answer, note, forward; and the draft that waits, if there is one. */
import { Forward, type LucideIcon, PenLine, StickyNote } from "lucide-react";
import type { ReactNode } from "react";
import type { Address, ConversationWhole } from "../../contract/index.ts";
import { sayAddress } from "../address/parse-addresses.ts";
import { t } from "../i18n.ts";
import { When } from "../look/when.tsx";
import type { Writing } from "./conversation.tsx";

/** The words of a draft as one line, without its tags. */
function beginningOf(html: string): string {
  const text = new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";
  return text.replace(/\s+/g, " ").trim().slice(0, 140);
}

const spelled = ({ name, address }: Address): string => (name ? `${name} <${address}>` : address);

/** An answer goes elsewhere than to who wrote: that is said before anybody writes it, with the addresses themselves. */
export function AskedElsewhere({ whole }: { whole: ConversationWhole }): ReactNode {
  const { insteadOf, to } = whole.replyTo;
  if (!insteadOf) return null;
  return (
    <p className="w-full break-words text-soft text-sm">
      {t("reply-bar.asked", { from: spelled(insteadOf), to: to.map(spelled).join(", ") })}
    </p>
  );
}

const KEYS = { reply: "r", note: "n", forward: "f" } as const;

interface BeginProps {
  readonly icon: LucideIcon;
  readonly tip: string;
  readonly keys: string;
  readonly isFirst?: true;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Begins to write; the key that does the same is told with it. */
function Begin({ icon: Icon, tip, keys, isFirst, onPress, children }: BeginProps): ReactNode {
  return (
    <button
      type="button"
      className={`btn ${isFirst ? "btn-do" : "btn-quiet"}`}
      onClick={onPress}
      data-tip={tip}
      data-tip-keys={keys}
    >
      <Icon size={16} aria-hidden="true" />
      {children}
    </button>
  );
}

export function ReplyBar({
  whole,
  onWrite,
}: {
  whole: ConversationWhole;
  onWrite: (kind: Writing) => void;
}): ReactNode {
  const draft = whole.drafts.find((one) => beginningOf(one.html) || one.attachments.length > 0);
  const kind = draft === undefined || draft.kind === "letter" ? "reply" : draft.kind;
  const to = whole.replyTo.to.map(sayAddress).join(", ");
  return (
    <footer className="flex flex-wrap items-center gap-2 border-t px-5 py-3 sm:px-8 print-hidden">
      <AskedElsewhere whole={whole} />
      <Begin icon={PenLine} tip={t("reply-bar.to", { to })} keys={KEYS[kind]} isFirst onPress={() => onWrite(kind)}>
        {draft ? t("reply-bar.continue") : t("reply-bar.reply")}
      </Begin>
      {draft ? (
        <span className="min-w-0 flex-1 truncate text-soft">
          <span className="font-serif italic">“{beginningOf(draft.html)}”</span> <When at={draft.updatedAt} />
        </span>
      ) : null}
      <Begin icon={StickyNote} tip={t("reply-bar.note-tip")} keys={KEYS.note} onPress={() => onWrite("note")}>
        {t("reply-bar.note")}
      </Begin>
      <Begin icon={Forward} tip={t("command.forward")} keys={KEYS.forward} onPress={() => onWrite("forward")}>
        <span className="max-sm:sr-only">{t("reply-bar.forward")}</span>
      </Begin>
    </footer>
  );
}
