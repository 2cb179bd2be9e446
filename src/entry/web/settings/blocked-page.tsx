/** Blocked senders: addresses and whole domains whose mail goes to spam by itself. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Field } from "../look/field.tsx";
import { sayProblem, tellProblem } from "../look/toasts.tsx";
import { When } from "../look/when.tsx";
import { ask, client } from "../queries.ts";
import { Empty, PageTitle } from "./page-parts.tsx";

export function BlockedPage(): ReactNode {
  const list = useQuery(ask.blocked());
  const [pattern, setPattern] = useState("");
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ask.blocked().queryKey });
  const block = useMutation({
    mutationFn: () => call("POST /api/v1/blocked", { body: { pattern: pattern.trim() } }),
    onSuccess: () => setPattern(""),
    onSettled: refresh,
  });
  const unblock = useMutation({
    mutationFn: (one: string) => call("DELETE /api/v1/blocked/:pattern", { params: { pattern: one } }),
    onSettled: refresh,
    onError: tellProblem,
  });
  const items = list.data?.items ?? [];
  return (
    <>
      <PageTitle title={t("blocked.title")} lead={t("blocked.lead")} />
      <form
        className="mb-6 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          block.mutate();
        }}
      >
        <div className="max-w-sm flex-1">
          <Field
            label={t("blocked.pattern")}
            placeholder={t("blocked.example")}
            required
            minLength={3}
            value={pattern}
            problem={block.error ? sayProblem(block.error) : undefined}
            onChange={(event) => setPattern(event.target.value)}
          />
        </div>
        <button type="submit" className="btn btn-plain !min-h-9" disabled={block.isPending}>
          {t("blocked.do")}
        </button>
      </form>
      {list.data && items.length === 0 ? <Empty title={t("blocked.empty")}>{t("blocked.empty-what")}</Empty> : null}
      <ul>
        {items.map((one) => (
          <li key={one.pattern} className="flex items-center gap-3 border-t py-2">
            <span className="min-w-0 flex-1 truncate">{one.pattern}</span>
            <When at={one.createdAt} className="text-soft text-sm" />
            <button
              type="button"
              className="btn btn-small btn-quiet"
              aria-label={t("blocked.undo-this", { pattern: one.pattern })}
              onClick={() => unblock.mutate(one.pattern)}
            >
              {t("blocked.undo")}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
