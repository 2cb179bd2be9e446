/** Who else is here: tells the server that this person is, and says who else reads or writes. */
import { type ReactNode, useEffect } from "react";
import type { Presence } from "../../contract/index.ts";
import { patchConversation } from "../cache.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { afterPaint } from "../look/after-paint.ts";
import { useMe } from "../viewer.ts";

const REPEAT = 20_000;

export function usePresence(id: number, writing: boolean, items: readonly Presence[] | undefined): readonly Presence[] {
  const me = useMe();
  useEffect(() => {
    const here = (): void => {
      if (document.visibilityState !== "visible") return;
      void call("POST /api/v1/conversations/:id/presence", { params: { id }, body: { writing } })
        .then((answer) => patchConversation(id, (whole) => ({ ...whole, presence: answer.items })))
        .catch(() => undefined);
    };
    const first = setTimeout(here, 400);
    const again = setInterval(here, REPEAT);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [id, writing]);
  useEffect(() => {
    const leave = (): void => {
      void call(
        "POST /api/v1/conversations/:id/presence",
        { params: { id }, body: { writing: false, leaving: true } },
        { keepalive: true },
      ).catch(() => undefined);
    };
    addEventListener("pagehide", leave);
    const arrived = Date.now();
    return () => {
      removeEventListener("pagehide", leave);
      // Passing by with j and k was never announced, so nothing needs taking back.
      if (Date.now() - arrived > 400) afterPaint(leave);
    };
  }, [id]);
  return (items ?? []).filter((one) => one.personId !== me.id);
}

export function PresenceLine({ items }: { items: readonly Presence[] }): ReactNode {
  const writing = items.filter((one) => one.writing);
  const names = (writing.length > 0 ? writing : items).map((one) => one.name).join(", ");
  return (
    <p role="status" className="print-hidden">
      {items.length > 0 ? (
        <span
          className={`flex items-center gap-2 border-t px-5 py-1.5 text-sm sm:px-8 ${writing.length > 0 ? "bg-note" : "text-soft"}`}
        >
          {writing.length > 0 ? t("presence.writing", { names }) : t("presence.here", { names })}
        </span>
      ) : null}
    </p>
  );
}
