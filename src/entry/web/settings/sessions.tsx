/** Where one is signed in, and ending it there. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tellProblem } from "../look/toasts.tsx";
import { When } from "../look/when.tsx";
import { ask, client } from "../queries.ts";

/** "Chrome on Linux", as far as a user agent can be believed. */
function sayBrowser(userAgent: string): string {
  const browser = ["Edg", "OPR", "Firefox", "Chrome", "Safari"].find((one) => userAgent.includes(one));
  const system = ["iPhone", "iPad", "Android", "Windows", "Mac OS", "Linux"].find((one) => userAgent.includes(one));
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera", "Mac OS": "Mac" };
  const say = (one: string | undefined): string => (one ? (names[one] ?? one) : "");
  return [say(browser), say(system)].filter(Boolean).join(", ") || t("me.unknown-browser");
}

export function Sessions(): ReactNode {
  const sessions = useQuery(ask.sessions()).data?.items ?? [];
  const end = useMutation({
    mutationFn: (id: number) => call("DELETE /api/v1/sessions/:id", { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ask.sessions().queryKey }),
    onError: tellProblem,
  });
  return (
    <ul>
      {sessions.map((one) => (
        <li key={one.id} className="flex items-center gap-3 border-t py-2 first:border-t-0">
          <div className="min-w-0 flex-1">
            <p className="truncate">
              {sayBrowser(one.userAgent)} {one.current ? <span className="chip">{t("me.this-session")}</span> : null}
            </p>
            <p className="text-soft text-sm">
              {one.address} · {t("me.last-seen")} <When at={one.seenAt} />
            </p>
          </div>
          {one.current ? null : (
            <button type="button" className="btn btn-small btn-plain" onClick={() => end.mutate(one.id)}>
              {t("me.end-session")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
