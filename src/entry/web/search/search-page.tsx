/** Search over everything: what matched is marked, filters are explained, people come first. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { SearchHit } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { sayProblem } from "../look/toasts.tsx";
import { When } from "../look/when.tsx";
import { ask } from "../queries.ts";
import { markedPieces } from "./marked-pieces.ts";

const FILTERS = ["from", "to", "subject", "is", "has", "tag", "mailbox", "before", "after"] as const;

function Excerpt({ text }: { text: string }): ReactNode {
  let position = 0;
  return markedPieces(text).map((piece) => {
    const key = position;
    position += piece.text.length + 1;
    return piece.marked ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
  });
}

function Hit({ hit }: { hit: SearchHit }): ReactNode {
  const row = hit.conversation;
  return (
    <li className="border-t">
      <Link
        to="/desk/$view/$id"
        params={{ view: "open", id: String(row.id) }}
        {...(hit.messageId ? { hash: `message-${hit.messageId}` } : {})}
        className="-mx-3 block rounded-md px-3 py-3 hover:bg-[color-mix(in_oklab,var(--ink)_3.5%,transparent)]"
      >
        <span className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate">
            <span className="font-medium">{row.customer.name || row.customer.address}</span>{" "}
            <span className="text-soft">{row.subject || t("row.no-subject")}</span>
          </span>
          <When at={hit.at} shortly focusable={false} className="shrink-0 text-soft text-sm" />
        </span>
        <span className="mt-0.5 line-clamp-2 font-serif text-[0.9375rem] leading-6">
          <Excerpt text={hit.excerpt} />
        </span>
        <span className="text-faint text-xs">
          #{row.id} · {t(`status.${row.status}`)}
        </span>
      </Link>
    </li>
  );
}

function FilterHelp({ onAdd }: { onAdd: (text: string) => void }): ReactNode {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t pt-4">
      {FILTERS.map((one) => (
        <div key={one} className="contents">
          <dt>
            <button
              type="button"
              className="min-h-6 rounded-sm font-mono text-sm text-accent hover:underline"
              onClick={() => onAdd(`${one}:`)}
            >
              {one}:
            </button>
          </dt>
          <dd className="text-soft">{t(`search.filter.${one}`)}</dd>
        </div>
      ))}
      <dt className="font-mono text-sm">“…”</dt>
      <dd className="text-soft">{t("search.filter.phrase")}</dd>
    </dl>
  );
}

export function SearchPage(): ReactNode {
  const { q = "" } = useSearch({ from: "/inside/search" });
  const go = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  const [helps, setHelps] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed.trim() !== q)
        void go({ to: "/search", search: typed.trim() ? { q: typed.trim() } : {}, replace: true });
    }, 220);
    return () => clearTimeout(timer);
  }, [typed, q, go]);
  const found = useInfiniteQuery({ ...ask.search(q), enabled: q.length > 0, placeholderData: keepPreviousData });
  const pages = q ? (found.data?.pages ?? []) : [];
  const hits = pages.flatMap((page) => page.hits);
  const customers = pages[0]?.customers ?? [];
  const remarks = pages[0]?.remarks ?? [];
  const add = (text: string): void => {
    setTyped((before) => `${before.trim()} ${text}`.trimStart());
    field.current?.focus();
  };
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <div className="max-w-3xl">
        <h1 className="title mb-4 text-2xl leading-8">{t("search.title")}</h1>
        <input
          ref={field}
          type="search"
          className="field !min-h-10 text-lg"
          aria-label={t("search.field")}
          placeholder={t("search.field")}
          // biome-ignore lint/a11y/noAutofocus: one comes here in order to search
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="mt-1.5 mb-4 flex items-center justify-between text-soft text-sm">
          <span role="status">
            {q && found.data
              ? hits.length > 0
                ? t(found.hasNextPage ? "search.many" : "search.count", { count: hits.length })
                : t("search.none")
              : ""}
          </span>
          <button type="button" aria-expanded={helps || !q} className="link min-h-6" onClick={() => setHelps(!helps)}>
            {t("search.help")}
          </button>
        </p>
        {found.error ? <p className="mb-4 text-trouble">{sayProblem(found.error)}</p> : null}
        {remarks.map((remark) => (
          <p key={remark} className="mb-2 text-soft">
            {remark}
          </p>
        ))}
        {helps || !q ? <FilterHelp onAdd={add} /> : null}
        {customers.length > 0 ? (
          <ul aria-label={t("customers.title")} className="mb-4 flex flex-wrap gap-2">
            {customers.map((one) => (
              <li key={one.id}>
                <Link
                  to="/customers/$id"
                  params={{ id: String(one.id) }}
                  className="chip !min-h-7 !border-line !text-ink hover:!border-accent"
                  data-tip={one.address}
                >
                  {one.name || one.address}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
        {q && found.data && hits.length === 0 && customers.length === 0 ? (
          <div className="border-t py-8">
            <p className="title text-lg">{t("search.none")}</p>
            <p className="text-soft">{t("search.none-what")}</p>
          </div>
        ) : null}
        <ul>
          {hits.map((hit) => (
            <Hit key={`${hit.conversation.id}-${hit.messageId ?? 0}`} hit={hit} />
          ))}
        </ul>
        {found.hasNextPage && q ? (
          <button
            type="button"
            className="btn btn-plain mt-4"
            disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t("more")}
          </button>
        ) : null}
      </div>
    </main>
  );
}
