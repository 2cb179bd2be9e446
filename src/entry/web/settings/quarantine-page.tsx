/** Mails that could not be read. Nothing is thrown away: the bytes are kept, and can be read again or taken out as a file. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { saySize } from "../look/say-size.ts";
import { tell, tellProblem } from "../look/toasts.tsx";
import { When } from "../look/when.tsx";
import { ask, client } from "../queries.ts";
import { useMay } from "../viewer.ts";
import { Empty, PageTitle } from "./page-parts.tsx";

export function QuarantinePage(): ReactNode {
  const list = useQuery(ask.quarantine());
  const mayDismiss = useMay("lead");
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ask.quarantine().queryKey });
    await client.invalidateQueries({ queryKey: ask.counts().queryKey });
  };
  const again = useMutation({
    mutationFn: (id: number) => call("POST /api/v1/quarantine/:id/retry", { params: { id } }),
    onSuccess: () => tell(t("quarantine.read")),
    onSettled: refresh,
    onError: tellProblem,
  });
  const dismiss = useMutation({
    mutationFn: (id: number) => call("POST /api/v1/quarantine/:id/dismiss", { params: { id } }),
    onSuccess: () => tell(t("quarantine.dismissed")),
    onSettled: refresh,
    onError: tellProblem,
  });
  const items = list.data?.items ?? [];
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <div className="max-w-3xl">
        <PageTitle title={t("quarantine.title")} lead={t("quarantine.lead")} />
        {list.data && items.length === 0 ? (
          <Empty title={t("quarantine.empty")}>{t("quarantine.empty-what")}</Empty>
        ) : null}
        <ul>
          {items.map((one) => (
            <li key={one.id} className="border-t py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-medium">{one.from || t("quarantine.nobody")}</span>
                <span className="text-soft text-sm">
                  {t("message.to", { names: one.to.join(", ") })} · {saySize(one.size)} · <When at={one.receivedAt} />
                </span>
              </p>
              <p className="mt-0.5">{one.problem}</p>
              <div className="mt-1.5 -ml-2 flex gap-1">
                <button
                  type="button"
                  className="btn btn-small btn-quiet !text-accent"
                  disabled={again.isPending}
                  onClick={() => again.mutate(one.id)}
                >
                  {t("quarantine.again")}
                </button>
                <a className="btn btn-small btn-quiet" href={`/api/v1/quarantine/${one.id}/source`} download>
                  {t("quarantine.source")}
                </a>
                {mayDismiss ? (
                  <button type="button" className="btn btn-small btn-quiet" onClick={() => dismiss.mutate(one.id)}>
                    {t("quarantine.dismiss")}
                  </button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
