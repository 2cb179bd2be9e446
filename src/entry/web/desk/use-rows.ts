/** The rows of one view and where the reader is among them, even after the row being read has left the view. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import type { ConversationRow } from "../../contract/index.ts";
import { ask, type ListFilter } from "../queries.ts";

export interface Rows {
  readonly items: readonly ConversationRow[];
  /** -1 when the selected one is not in the list. */
  readonly at: number;
  readonly isLoading: boolean;
  readonly problem: unknown;
  readonly more: () => void;
  readonly stepBy: (by: number, select: (id: number) => void) => void;
  /** Where to go when the selected conversation has left the view: the one that took its place. */
  readonly leave: (select: (id: number | undefined) => void) => void;
}

export function useRows(filter: ListFilter, selected: number | undefined): Rows {
  const list = useInfiniteQuery(ask.list(filter));
  const items = useMemo(() => {
    const seen = new Set<number>();
    // Between two pages a row may have moved; it must not be listed twice.
    return (list.data?.pages.flatMap((page) => page.items) ?? []).filter(
      (row) => !seen.has(row.id) && seen.add(row.id),
    );
  }, [list.data]);
  const at = selected ? items.findIndex((row) => row.id === selected) : -1;
  const last = useRef(0);
  useEffect(() => {
    if (at >= 0) last.current = at;
  }, [at]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  return {
    items,
    at,
    isLoading: list.isPending,
    problem: list.error,
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    stepBy: (by, select) => {
      // When the row has left the view, the one that took its place is "next".
      const from =
        at >= 0
          ? at + by
          : selected && by > 0
            ? last.current
            : selected
              ? last.current - 1
              : by > 0
                ? 0
                : items.length - 1;
      const row = items[Math.max(0, Math.min(items.length - 1, from))];
      if (row) select(row.id);
    },
    leave: (select) => {
      const rest = items.filter((row) => row.id !== selected);
      const next = rest[Math.min(at >= 0 ? at : last.current, rest.length - 1)];
      select(matchMedia("(min-width: 64rem)").matches ? next?.id : undefined);
    },
  };
}
