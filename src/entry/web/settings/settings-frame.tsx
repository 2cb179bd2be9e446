/** The settings: what can be set at the left, one page of it at the right. */
import { Link, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { useMay } from "../viewer.ts";

export function SettingsFrame(): ReactNode {
  const isLead = useMay("lead");
  const isAdmin = useMay("admin");
  const pages = [
    { to: "/settings/me", label: t("me.title") },
    { to: "/settings/snippets", label: t("snippets.title") },
    { to: "/settings/blocked", label: t("blocked.title") },
    { to: "/settings/mailboxes", label: t("mailboxes.title") },
    { to: "/settings/people", label: t("people.title") },
    ...(isLead ? [{ to: "/settings/log", label: t("log.title") } as const] : []),
    ...(isAdmin ? [{ to: "/settings/samples", label: t("samples.title") } as const] : []),
  ] as const;
  return (
    <div className="flex min-h-0 flex-1 overflow-y-auto bg-sheet max-md:flex-col">
      <nav
        aria-label={t("settings.title")}
        className="shrink-0 px-5 py-6 md:sticky md:top-0 md:w-52 md:self-start md:pr-0 max-md:border-b max-md:py-3"
      >
        <h2 className="title mb-3 px-2.5 text-lg max-md:sr-only">{t("settings.title")}</h2>
        <ul className="flex gap-px max-md:overflow-x-auto md:flex-col">
          {pages.map((page) => (
            <li key={page.to}>
              <Link
                to={page.to}
                activeOptions={{ exact: false }}
                className="flex min-h-8 items-center whitespace-nowrap rounded-md px-2.5 py-1 text-soft hover:text-ink aria-[current=page]:bg-paper aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {page.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main className="min-w-0 flex-1 px-5 py-7 sm:px-10">
        <div className="max-w-2xl">
          <Outlet />
        </div>
      </main>
    </div>
  );
}
