/** Finding the other conversation: the same customer's first, then whatever the search finds. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useState } from "react";
import type { ConversationRow } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { Pick, type PickItem } from "../look/pick.tsx";
import { When } from "../look/when.tsx";
import { ask } from "../queries.ts";

interface MergePickProps {
  readonly row: ConversationRow;
  readonly onPick: (otherId: number) => void;
  readonly onClose: () => void;
}

export function MergePick({ row, onPick, onClose }: MergePickProps): ReactNode {
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const same = useQuery(ask.customer(row.customer.id)).data?.conversations ?? [];
  const found = useInfiniteQuery({ ...ask.search(query), enabled: query.length > 1 }).data?.pages.flatMap(
    (page) => page.hits,
  );
  const number = Number(/^#?(\d{1,9})$/.exec(query)?.[1] ?? 0);
  const rows = query.length > 1 ? (found ?? []).map((hit) => hit.conversation) : same;
  const unique = [...new Map(rows.map((one) => [one.id, one])).values()].filter((one) => one.id !== row.id);
  const items: PickItem[] = unique.slice(0, 30).map((one) => ({
    key: String(one.id),
    title: `#${one.id} ${one.subject}`,
    group: query.length > 1 ? t("merge.found") : t("merge.same-customer"),
    detail: (
      <>
        {one.customer.name || one.customer.address} · <When at={one.lastActivityAt} shortly focusable={false} />
      </>
    ),
    onPick: () => onPick(one.id),
  }));
  return (
    <Pick
      label={t("merge.title")}
      placeholder={t("merge.placeholder")}
      empty={t("merge.empty")}
      items={items}
      onQuery={setTyped}
      otherwise={() =>
        number && number !== row.id && !unique.some((one) => one.id === number)
          ? { key: "number", title: t("merge.number", { number }), onPick: () => onPick(number) }
          : undefined
      }
      footer={<p className="text-soft text-sm">{t("merge.note")}</p>}
      onClose={onClose}
    />
  );
}
