/** The foot of a conversation while nobody is writing: answer, note, forward; and the draft that waits, if there is one. */
import { Forward, PenLine, StickyNote } from "lucide-react";
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

export function ReplyBar({
  whole,
  onWrite,
}: {
  whole: ConversationWhole;
  onWrite: (kind: Writing) => void;
}): ReactNode {
  const draft = whole.drafts.find((one) => beginningOf(one.html) || one.attachments.length > 0);
  const kind = draft?.kind === "letter" ? undefined : draft?.kind;
  const to = whole.replyTo.to.map(sayAddress).join(", ");
  return (
    <footer className="flex flex-wrap items-center gap-2 border-t px-5 py-3 sm:px-8 print-hidden">
      <AskedElsewhere whole={whole} />
      {draft && kind ? (
        <>
          <button type="button" className="btn btn-do" onClick={() => onWrite(kind)}>
            <PenLine size={16} aria-hidden="true" />
            {t("reply-bar.continue")}
          </button>
          <span className="min-w-0 flex-1 truncate text-soft">
            <span className="font-serif italic">“{beginningOf(draft.html)}”</span> <When at={draft.updatedAt} />
          </span>
        </>
      ) : (
        <button
          type="button"
          className="btn btn-do"
          onClick={() => onWrite("reply")}
          data-tip={t("reply-bar.to", { to })}
          data-tip-keys="r"
        >
          <PenLine size={16} aria-hidden="true" />
          {t("reply-bar.reply")}
        </button>
      )}
      <button
        type="button"
        className="btn btn-quiet"
        onClick={() => onWrite("note")}
        data-tip={t("reply-bar.note-tip")}
        data-tip-keys="n"
      >
        <StickyNote size={16} aria-hidden="true" />
        {t("reply-bar.note")}
      </button>
      <button
        type="button"
        className="btn btn-quiet"
        onClick={() => onWrite("forward")}
        data-tip={t("command.forward")}
        data-tip-keys="f"
      >
        <Forward size={16} aria-hidden="true" />
        <span className="max-sm:sr-only">{t("reply-bar.forward")}</span>
      </button>
    </footer>
  );
}
