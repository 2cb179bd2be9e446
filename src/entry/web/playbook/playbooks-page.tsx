/** The playbooks by the trouble they are for, found by any of their words. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { type ReactNode, useDeferredValue, useState } from "react";
import type { PlaybookLine } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { ask } from "../queries.ts";
import { useMay } from "../viewer.ts";

const troublesOf = ({ situations, signals }: PlaybookLine): string[] => [
  ...situations.map((one) => t(`situation.${one}`)),
  ...signals.map((one) => t(`signal-name.${one}`)),
];

/** The mark of one that is not simply as it came. */
export function markOf(line: PlaybookLine): string | undefined {
  if (line.hasNewerShipped) return t("playbooks.newer");
  if (line.isEdited) return t("playbooks.edited");
  return line.isShipped ? undefined : t("playbooks.ours");
}

function Lines({ title, lines }: { title: string; lines: readonly PlaybookLine[] }): ReactNode {
  return (
    <section className="grid gap-x-6 border-t py-3 md:grid-cols-[9rem_minmax(0,1fr)]">
      <h2 className="eyebrow py-2 leading-6">{title}</h2>
      <ul>
        {lines.map((one) => {
          const mark = markOf(one);
          return (
            <li key={one.id}>
              <Link
                to="/playbooks/$id"
                params={{ id: String(one.id) }}
                className="-mx-3 block rounded-md px-3 py-2 hover:bg-[color-mix(in_oklab,var(--ink)_3.5%,transparent)]"
              >
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="title text-lg">{one.title}</span>
                  {mark ? <span className="chip">{mark}</span> : null}
                </span>
                <span className="block max-w-prose text-soft">{one.summary}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Each playbook once, under the first trouble that it names. */
function grouped(lines: readonly PlaybookLine[]): [title: string, lines: PlaybookLine[]][] {
  const groups = new Map<string, PlaybookLine[]>();
  for (const line of lines) {
    const [situation] = line.situations;
    const title = situation ? t(`situation.${situation}`) : t("playbooks.by-tone");
    groups.set(title, [...(groups.get(title) ?? []), line]);
  }
  const last = t("playbooks.by-tone");
  return [...groups].sort(([a], [b]) => Number(a === last) - Number(b === last) || a.localeCompare(b));
}

export function PlaybooksPage(): ReactNode {
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed).toLowerCase().split(/\s+/).filter(Boolean);
  const mayWrite = useMay("lead");
  const list = useQuery(ask.playbooks());
  const all = list.data?.items ?? [];
  const found = all.filter((one) => {
    const words = [one.title, one.summary, one.slug, ...troublesOf(one)].join(" ").toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
  const inUse = found.filter(({ archivedAt }) => archivedAt === null);
  const archived = found.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <div className="max-w-3xl">
        <header className="mb-4 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h1 className="title text-2xl leading-8">{t("playbooks.title")}</h1>
            <p className="mt-1 max-w-prose text-soft">{t("playbooks.lead")}</p>
          </div>
          {mayWrite ? (
            <Link to="/playbooks/new" className="btn btn-do">
              <Plus size={16} aria-hidden="true" />
              {t("playbooks.new")}
            </Link>
          ) : null}
        </header>
        <input
          type="search"
          className="field mb-5 !min-h-10"
          aria-label={t("playbooks.find")}
          placeholder={t("playbooks.find")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p role="status" className="sr-only">
          {list.data ? t("playbooks.found", { count: inUse.length }) : ""}
        </p>
        {list.data && found.length === 0 ? (
          <div className="border-t py-8">
            <p className="title text-lg">{t(all.length > 0 ? "playbooks.none" : "playbooks.nothing")}</p>
            <p className="text-soft">{t(all.length > 0 ? "playbooks.none-what" : "playbooks.nothing-what")}</p>
          </div>
        ) : null}
        {grouped(inUse).map(([title, lines]) => (
          <Lines key={title} title={title} lines={lines} />
        ))}
        {archived.length > 0 ? <Lines title={t("playbooks.archive")} lines={archived} /> : null}
      </div>
    </main>
  );
}
