/**
 * Choose one of many by typing: the command palette, snoozing, assigning, moving, snippets. A dialog with a filter and a
 * listbox driven by aria-activedescendant, so the focus stays in the filter.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { t } from "../i18n.ts";

export interface PickItem {
  readonly key: string;
  readonly title: string;
  readonly detail?: ReactNode;
  readonly group?: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  /** More words by which it is found. */
  readonly also?: string;
  readonly onPick: () => void;
}

interface PickProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly items: readonly PickItem[];
  readonly onClose: () => void;
  /** For lists that a server searches: told what is typed, and trusted to give the right items. */
  readonly onQuery?: (query: string) => void;
  /** Shown when nothing fits; may offer to make something of what was typed. */
  readonly otherwise?: (query: string) => PickItem | undefined;
  readonly empty?: string;
  readonly footer?: ReactNode;
}

function fits(item: PickItem, words: readonly string[]): boolean {
  const text = `${item.title} ${item.group ?? ""} ${item.also ?? ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

export function Pick(props: PickProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  useEffect(() => {
    const returnTo = document.activeElement;
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => {
      shown?.close();
      if (returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus();
    };
  }, []);

  const shown = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const found = props.onQuery ? [...props.items] : props.items.filter((item) => fits(item, words));
    const extra = query.trim() ? props.otherwise?.(query.trim()) : undefined;
    return extra ? [...found, extra] : found;
  }, [props.items, props.onQuery, props.otherwise, query]);
  const current = Math.min(at, shown.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[id="${base}-${current}"]`)?.scrollIntoView({ block: "nearest" });
  }, [base, current]);

  const pick = (item: PickItem | undefined): void => {
    if (!item) return;
    props.onClose();
    // After the dialog has given the focus back, so that what is picked may take it.
    setTimeout(item.onPick, 0);
  };
  const onKey = (event: KeyboardEvent): void => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + 8, PageUp: current - 8 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(shown.length - 1, to)));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(shown[current]);
    }
  };

  return (
    <dialog
      ref={dialog}
      aria-label={props.label}
      className="floating !mt-[12vh] !mb-auto overflow-hidden"
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) props.onClose();
      }}
    >
      <div className="flex max-h-[70vh] flex-col">
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${base}-list`}
          aria-activedescendant={shown.length > 0 ? `${base}-${current}` : undefined}
          aria-label={props.label}
          placeholder={props.placeholder ?? props.label}
          className="w-full border-b bg-transparent px-5 py-4 text-lg outline-none"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
            props.onQuery?.(event.target.value);
          }}
          onKeyDown={onKey}
        />
        <div
          ref={list}
          id={`${base}-list`}
          role="listbox"
          aria-label={props.label}
          className={shown.length > 0 ? "overflow-auto p-2" : "hidden"}
        >
          {shown.map((item, index) => (
            <div key={item.key}>
              {item.group && item.group !== shown[index - 1]?.group ? (
                <div className="eyebrow px-3 pt-3 pb-1" role="presentation">
                  {item.group}
                </div>
              ) : null}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the filter, which keeps the focus */}
              <div
                id={`${base}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 aria-selected:bg-accent-soft"
                onClick={() => pick(item)}
                onPointerMove={() => setAt(index)}
              >
                {item.icon}
                <span className={item.detail ? "min-w-0 max-w-[70%] shrink-0 truncate" : "min-w-0 flex-1 truncate"}>
                  {item.title}
                </span>
                {item.detail ? (
                  <span className="min-w-0 flex-1 truncate text-right text-soft text-sm">{item.detail}</span>
                ) : null}
                {item.keys ? <kbd>{item.keys}</kbd> : null}
              </div>
            </div>
          ))}
        </div>
        {shown.length === 0 ? <p className="px-5 py-4 text-soft">{props.empty ?? t("pick.nothing")}</p> : null}
        {props.footer ? <div className="border-t px-5 py-3">{props.footer}</div> : null}
      </div>
    </dialog>
  );
}
