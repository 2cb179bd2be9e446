/**
 * The list: one tab stop, j/k and arrows move the selection and the reading follows. Only what is visible is in the page, so
 * a key costs the same in a list of ten and of ten thousand.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { t } from "../i18n.ts";
import { afterPaint } from "../look/after-paint.ts";
import { sayProblem } from "../look/toasts.tsx";
import type { ListFilter } from "../queries.ts";
import { useMailboxes, useMe, usePeople } from "../viewer.ts";
import { ConversationRowView, rowHeight } from "./conversation-row.tsx";
import type { Rows } from "./use-rows.ts";

interface ListProps {
  readonly filter: ListFilter;
  readonly rows: Rows;
  readonly selected: number | undefined;
  readonly onSelect: (id: number, options?: { readonly replace: boolean }) => void;
  readonly onEnter: () => void;
  readonly onClearTag: () => void;
  readonly className: string;
}

/** Says in words that something has arrived, without moving anything. */
function useArrivals(rows: Rows): string {
  const [words, setWords] = useState("");
  const known = useRef<Map<number, string> | null>(null);
  useEffect(() => {
    if (rows.isLoading) return;
    const before = known.current;
    known.current = new Map(rows.items.map((row) => [row.id, row.lastActivityAt]));
    const arrived = before && rows.items.find((row) => row.unread && (before.get(row.id) ?? "") < row.lastActivityAt);
    if (arrived)
      setWords(t("list.arrived", { who: arrived.customer.name || arrived.customer.address, subject: arrived.subject }));
  }, [rows.items, rows.isLoading]);
  return words;
}

export function ConversationList(props: ListProps): ReactNode {
  const { rows, selected, filter } = props;
  const { items, at } = rows;
  const box = useRef<HTMLDivElement>(null);
  const arrivals = useArrivals(rows);
  const me = useMe();
  const people = usePeople();
  const mailbox = useMailboxes().find((one) => one.id === filter.mailboxId);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => rowHeight(items[index]),
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights follow the rows, which the virtualizer cannot know
  useEffect(() => virtual.measure(), [items]);
  useEffect(() => {
    // Asking the browser where things stand costs a layout; between the first and the last row on screen nothing has to move.
    const { startIndex = at, endIndex = at } = virtual.range ?? {};
    if (at < 0 || (startIndex < at && at < endIndex)) return;
    return afterPaint(() => virtual.scrollToIndex(at));
  }, [at, virtual]);

  const visible = virtual.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  const { more } = rows;
  useEffect(() => {
    if (lastVisible >= items.length - 20) more();
  }, [lastVisible, items.length, more]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: at + 8,
      PageUp: at - 8,
    }[event.key];
    if (event.key === "Enter" && selected) {
      event.preventDefault();
      props.onEnter();
    } else if (to !== undefined) {
      event.preventDefault();
      const row = items[Math.max(0, Math.min(items.length - 1, to))];
      if (row) props.onSelect(row.id);
    }
  };
  const title = mailbox ? mailbox.name : t(`view.${filter.view}`);

  return (
    <section
      aria-labelledby="list-title"
      className={`flex min-h-0 shrink-0 flex-col border-r bg-paper lg:w-88 print-hidden ${props.className}`}
    >
      <header className="flex min-h-14 items-center gap-2 border-b px-5">
        <h1 id="list-title" className="title text-lg">
          {title}
        </h1>
        {filter.tag ? (
          <button
            type="button"
            className="chip !min-h-6"
            onClick={props.onClearTag}
            aria-label={t("list.clear-tag", { tag: filter.tag })}
          >
            {filter.tag} <X size={12} aria-hidden="true" />
          </button>
        ) : null}
      </header>
      <p aria-live="polite" className="sr-only">
        {arrivals}
      </p>
      {rows.problem && items.length === 0 ? <p className="p-5 text-trouble">{sayProblem(rows.problem)}</p> : null}
      {!rows.isLoading && !rows.problem && items.length === 0 ? (
        <div className="px-5 py-8">
          <p className="title mb-1 text-lg">{t(`empty.${filter.view}`)}</p>
          <p className="text-soft">{t(`empty.${filter.view}.what`)}</p>
        </div>
      ) : null}
      <div
        ref={box}
        role="listbox"
        tabIndex={items.length > 0 ? 0 : -1}
        aria-label={t("list.label", { view: title })}
        aria-activedescendant={at >= 0 ? `row-${selected}` : undefined}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
        onKeyDown={onKey}
      >
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {visible.map((place) => {
            const row = items[place.index];
            return row ? (
              <ConversationRowView
                key={row.id}
                row={row}
                isSelected={row.id === selected}
                assignee={row.assigneeId === null ? undefined : people.find((one) => one.id === row.assigneeId)}
                isMine={row.assigneeId === me.id}
                position={place.index + 1}
                total={items.length}
                top={place.start}
                height={place.size}
                onSelect={props.onSelect}
              />
            ) : null;
          })}
        </div>
      </div>
    </section>
  );
}
