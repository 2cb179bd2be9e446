/** To whom, about what; folded to one line until somebody wants to change it. */
import { ChevronDown, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { sayAddress } from "../address/parse-addresses.ts";
import type { Writing } from "../desk/conversation.tsx";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { Recipients } from "./recipients.tsx";
import type { Drafting } from "./use-draft.ts";

interface HeadProps {
  readonly kind: Writing;
  readonly draft: Drafting;
  readonly onKind: (kind: Writing) => void;
  readonly onClose: () => void;
}

export function ComposerHead({ kind, draft, onKind, onClose }: HeadProps): ReactNode {
  const { fields, change } = draft;
  const [open, setOpen] = useState(kind === "forward" || (kind === "reply" && fields.to.length === 0));
  const [copies, setCopies] = useState(fields.cc.length + fields.bcc.length > 0);
  const said = {
    kept: t("draft.kept"),
    keeping: t("draft.keeping"),
    unkept: t("draft.unkept"),
    elsewhere: t("draft.elsewhere"),
    left: t("draft.unkept"),
  };
  const kinds: Writing[] = ["reply", "note", "forward"];
  return (
    <header className="px-5 pt-2 sm:px-8">
      <div className="mx-auto flex max-w-[42rem] items-center gap-1">
        {kinds.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === kind}
            className={`min-h-7 rounded-md px-2 text-sm ${one === kind ? "font-semibold" : "text-soft hover:text-ink"}`}
            onClick={() => onKind(one)}
          >
            {t(`composer.kind.${one}`)}
          </button>
        ))}
        <span role="status" className="ml-1 truncate text-faint text-xs max-sm:sr-only">
          {said[draft.state]}
        </span>
        {kind === "note" ? (
          <span className="min-w-0 flex-1 truncate text-right text-soft text-sm">{t("composer.note-private")}</span>
        ) : (
          <button
            type="button"
            aria-expanded={open}
            className="flex min-h-7 min-w-0 flex-1 items-center justify-end gap-1 rounded-md text-soft text-sm hover:text-ink"
            onClick={() => setOpen(!open)}
          >
            <span className="truncate">
              {open
                ? t("composer.addresses")
                : t("composer.to", { names: [...fields.to, ...fields.cc, ...fields.bcc].map(sayAddress).join(", ") })}
            </span>
            <ChevronDown size={14} aria-hidden="true" className={`shrink-0 ${open ? "rotate-180" : ""}`} />
          </button>
        )}
        <IconButton icon={X} label={t("composer.close")} keys="Esc" onPress={onClose} className="-mr-2" />
      </div>
      {open && kind !== "note" ? (
        <div className="mx-auto max-w-[42rem] pb-1">
          <div className="flex items-start">
            <div className="min-w-0 flex-1">
              <Recipients
                label={t("message.to-line")}
                value={fields.to}
                onChange={(to) => change({ to })}
                autoFocus={kind === "forward"}
              />
            </div>
            {copies ? null : (
              <button type="button" className="btn btn-small btn-quiet" onClick={() => setCopies(true)}>
                {t("composer.copies")}
              </button>
            )}
          </div>
          {copies ? (
            <>
              <Recipients label={t("message.cc-line")} value={fields.cc} onChange={(cc) => change({ cc })} />
              <Recipients label={t("message.bcc-line")} value={fields.bcc} onChange={(bcc) => change({ bcc })} />
            </>
          ) : null}
          <label className="flex items-baseline gap-2 border-b py-1">
            <span className="w-12 shrink-0 text-soft text-sm">{t("message.subject-line")}</span>
            <input
              className="min-h-7 flex-1 bg-transparent outline-none"
              value={fields.subject}
              maxLength={998}
              onChange={(event) => change({ subject: event.target.value })}
            />
          </label>
        </div>
      ) : null}
    </header>
  );
}
