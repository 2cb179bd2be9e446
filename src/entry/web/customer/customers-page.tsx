/** Everybody who has written, found by name or address, forgiving typing mistakes. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useState } from "react";
import { t } from "../i18n.ts";
import { Day } from "../look/when.tsx";
import { ask } from "../queries.ts";

export function CustomersPage(): ReactNode {
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const list = useQuery({ ...ask.customers(query), placeholderData: keepPreviousData });
  const items = list.data?.items ?? [];
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <div className="max-w-3xl">
        <h1 className="title mb-4 text-2xl leading-8">{t("customers.title")}</h1>
        <input
          type="search"
          className="field mb-5 !min-h-10"
          aria-label={t("customers.find")}
          placeholder={t("customers.find")}
          // biome-ignore lint/a11y/noAutofocus: one comes here in order to find somebody
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p role="status" className="sr-only">
          {list.data ? t("customers.found", { count: items.length }) : ""}
        </p>
        {list.data && items.length === 0 ? (
          <div className="border-t py-8">
            <p className="title text-lg">{query ? t("customers.none") : t("customers.nobody")}</p>
            <p className="text-soft">{query ? t("customers.none-what") : t("customers.nobody-what")}</p>
          </div>
        ) : null}
        <ul>
          {items.map((one) => (
            <li key={one.id} className="border-t">
              <Link
                to="/customers/$id"
                params={{ id: String(one.id) }}
                className="-mx-3 flex items-baseline gap-4 rounded-md px-3 py-2.5 hover:bg-[color-mix(in_oklab,var(--ink)_3.5%,transparent)]"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{one.name || one.addresses[0]?.address}</span>
                  <span className="block truncate text-soft text-sm">
                    {one.addresses.map((each) => each.address).join(", ")}
                    {one.organisation ? ` · ${one.organisation.name}` : ""}
                  </span>
                </span>
                <span className="shrink-0 text-right text-soft text-sm">
                  {t("customers.conversations", { count: one.conversationCount })}
                  <span className="block text-faint text-xs max-sm:hidden">
                    {t("customer.since")} <Day at={one.since} />
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
