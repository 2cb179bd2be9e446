/** Who did what, newest first, by person. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
import { SelectField } from "../look/field.tsx";
import { When } from "../look/when.tsx";
import { ask } from "../queries.ts";
import { usePeople } from "../viewer.ts";
import { Empty, PageTitle } from "./page-parts.tsx";
import { sayDeed } from "./say-deed.ts";
import { useNaming } from "./use-naming.ts";

export function LogPage(): ReactNode {
  const people = usePeople();
  const say = useNaming();
  const [personId, setPersonId] = useState<number | undefined>(undefined);
  const log = useInfiniteQuery(ask.log({ personId }));
  const lines = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTitle title={t("log.title")} lead={t("log.lead")}>
        <SelectField
          label={t("log.person")}
          value={personId ? String(personId) : ""}
          onChange={(value) => setPersonId(value ? Number(value) : undefined)}
          options={[
            { value: "", label: t("log.everybody") },
            ...people.map((one) => ({ value: String(one.id), label: one.name })),
          ]}
        />
      </PageTitle>
      {log.data && lines.length === 0 ? <Empty title={t("log.empty")} /> : null}
      <ol>
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-baseline gap-x-3 border-t py-2">
            <span className="w-36 shrink-0 text-soft text-sm">
              <When at={line.at} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="font-medium">{line.personName ?? t("log.heard-itself")}</span> {sayDeed(line, say)}{" "}
              {line.conversationId ? (
                <Link className="link" to="/desk/$view/$id" params={{ view: "open", id: String(line.conversationId) }}>
                  #{line.conversationId}
                </Link>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {log.hasNextPage ? (
        <button
          type="button"
          className="btn btn-plain mt-4"
          disabled={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t("more")}
        </button>
      ) : null}
    </>
  );
}
