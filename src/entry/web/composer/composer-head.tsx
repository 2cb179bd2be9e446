/** To whom, about what; folded to one line until somebody wants to change it. */
import { ChevronDown, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { sayAddress } from "../address/parse-addresses.ts";
import type { Writing } from "../desk/conversation.tsx";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { Addresses } from "./addresses.tsx";
import { DraftWord } from "./strips.tsx";
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
        <DraftWord state={draft.state} className="ml-1 max-sm:sr-only" />
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
          <Addresses fields={fields} onChange={change} autoFocus={kind === "forward"} />
        </div>
      ) : null}
    </header>
  );
}
