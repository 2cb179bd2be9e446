/** A field for addresses: each a chip that can be taken out; typing offers customers who are known. */
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useState } from "react";
import type { Address } from "../../contract/index.ts";
import { looksLikeAddress, parseAddresses, sayAddress } from "../address/parse-addresses.ts";
import { t } from "../i18n.ts";
import { ask } from "../queries.ts";

interface RecipientsProps {
  readonly label: string;
  readonly value: readonly Address[];
  readonly onChange: (value: Address[]) => void;
  readonly autoFocus?: boolean;
}

export function Recipients({ label, value, onChange, autoFocus = false }: RecipientsProps): ReactNode {
  const base = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(false);
  const query = useDeferredValue(typed.trim());
  const found =
    useQuery({ ...ask.customers(query), enabled: query.length > 1 && !looksLikeAddress(query) }).data?.items ?? [];
  const offered = (query.length > 1 ? found : [])
    .flatMap((one) => one.addresses.map((each) => ({ name: one.name, address: each.address })))
    .filter((one) => !value.some((had) => had.address.toLowerCase() === one.address.toLowerCase()))
    .slice(0, 8);
  const isOpen = open && offered.length > 0;

  const add = (more: readonly Address[]): void => {
    const known = new Set(value.map((one) => one.address.toLowerCase()));
    onChange([...value, ...more.filter((one) => !known.has(one.address.toLowerCase()))]);
    setTyped("");
    setAt(-1);
    setOpen(false);
  };
  /** Takes what is typed, when it can be read; what cannot be read stays in the field. */
  const take = (text: string): boolean => {
    const { addresses, unread } = parseAddresses(text);
    if (addresses.length === 0) return false;
    add(addresses);
    setTyped(unread.join(", "));
    return true;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setAt((at + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setOpen(false);
    } else if (
      event.key === "Enter" ||
      event.key === "," ||
      event.key === ";" ||
      (event.key === "Tab" && typed.trim())
    ) {
      const chosen = isOpen ? offered[at] : undefined;
      if (event.metaKey || event.ctrlKey) return;
      if (chosen) {
        event.preventDefault();
        add([chosen]);
      } else if (take(typed) || event.key === "Enter") event.preventDefault();
    } else if (event.key === "Backspace" && typed === "") {
      onChange(value.slice(0, -1));
    }
  };
  const bad = typed.trim() !== "" && !open && !looksLikeAddress(typed.trim());

  return (
    <div className="flex items-baseline gap-2 border-b py-1">
      <label htmlFor={base} className="w-12 shrink-0 text-soft text-sm">
        {label}
      </label>
      <div className="relative flex min-w-0 flex-1 flex-wrap items-center gap-1">
        {value.map((one) => (
          <span key={one.address} className="chip !min-h-6 max-w-full !border-line !text-ink" data-tip={one.address}>
            <span className="truncate">{sayAddress(one)}</span>
            <button
              type="button"
              aria-label={t("recipients.remove", { who: sayAddress(one) })}
              className="-mr-1.5 grid size-6 place-items-center rounded-full"
              onClick={() => onChange(value.filter((had) => had !== one))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={base}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${base}-offered`}
          aria-activedescendant={isOpen && at >= 0 ? `${base}-${at}` : undefined}
          aria-autocomplete="list"
          aria-invalid={bad || undefined}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: a forward begins with whom it goes to
          autoFocus={autoFocus}
          className={`min-h-7 min-w-32 flex-1 bg-transparent outline-none ${bad ? "text-trouble" : ""}`}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
            setAt(-1);
          }}
          onKeyDown={onKey}
          onPaste={(event) => {
            const text = event.clipboardData.getData("text/plain");
            if (/[,;\n]/.test(text) && take(text)) event.preventDefault();
          }}
          onBlur={() => {
            setOpen(false);
            if (typed.trim()) take(typed);
          }}
        />
        <div
          id={`${base}-offered`}
          role="listbox"
          aria-label={t("recipients.offered")}
          className={isOpen ? "floating absolute top-full left-0 z-20 mt-1 w-full max-w-md p-1" : "hidden"}
        >
          {offered.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={one.address}
              id={`${base}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="flex min-h-8 cursor-pointer items-baseline gap-2 rounded px-2.5 py-1 hover:bg-accent-soft aria-selected:bg-accent-soft"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add([one])}
            >
              <span className="truncate">{one.name || one.address}</span>
              <span className="truncate text-soft text-sm">{one.name ? one.address : ""}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
