/** One organisation: its people, what it is known for, and everything its people wrote about. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Customer, Organisation } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { sayProblem, tell } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { ConversationLines } from "./conversation-lines.tsx";
import { OrganisationMerge } from "./organisation-merge.tsx";
import { SavedText } from "./saved-text.tsx";

type Over = "name" | "domain" | "merge" | null;

function People({ people }: { people: readonly Customer[] }): ReactNode {
  if (people.length === 0) return <p className="text-faint">{t("organisation.nobody")}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {people.map((one) => (
        <li key={one.id}>
          <Link to="/customers/$id" params={{ id: String(one.id) }} className="link">
            {one.name || one.addresses[0]?.address}
          </Link>
          {one.name ? <span className="block truncate text-soft text-sm">{one.addresses[0]?.address}</span> : null}
        </li>
      ))}
    </ul>
  );
}

export function OrganisationPage(): ReactNode {
  const params = useParams({ strict: false }) as { id?: string };
  const id = Number(params.id);
  const go = useNavigate();
  const found = useQuery(ask.organisation(id));
  const [over, setOver] = useState<Over>(null);
  const fresh = (organisation: Organisation): void => {
    client.setQueryData(ask.organisation(id).queryKey, (before) => before && { ...before, organisation });
    for (const key of ["organisation", "organisations", "customers", "customer"])
      void client.invalidateQueries({ queryKey: [key] });
  };
  const change = async (body: { name?: string; notes?: string; domain?: string | null }): Promise<void> =>
    fresh(await call("PATCH /api/v1/organisations/:id", { params: { id }, body }));

  if (found.error && !found.data)
    return <main className="flex-1 bg-sheet p-10 text-trouble">{sayProblem(found.error)}</main>;
  if (!found.data) return <main className="flex-1 bg-sheet" />;
  const { organisation, people, conversations } = found.data;
  const close = (): void => setOver(null);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <div className="max-w-4xl">
        <header className="mb-6 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="text-sm">
              <Link to="/customers" className="link">
                {t("customers.title")}
              </Link>
            </p>
            <h1 className="title text-3xl leading-10 [overflow-wrap:anywhere]">{organisation.name}</h1>
            <p className="text-soft">{t("organisation.people", { count: people.length })}</p>
          </div>
          <div className="flex gap-1">
            <button type="button" className="btn btn-quiet" onClick={() => setOver("name")}>
              {t("customer.rename")}
            </button>
            <button type="button" className="btn btn-quiet" onClick={() => setOver("merge")}>
              {t("organisation.merge")}
            </button>
          </div>
        </header>
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_17rem]">
          <section aria-labelledby="history" className="min-w-0">
            <h2 id="history" className="title mb-2 text-lg">
              {t("organisation.conversations")}
            </h2>
            <ConversationLines conversations={conversations} named />
          </section>
          <aside className="flex flex-col gap-5" aria-label={t("organisation.about")}>
            <div>
              <h2 className="eyebrow mb-1">{t("organisation.people-title")}</h2>
              <People people={people} />
            </div>
            <div>
              <h2 className="eyebrow mb-1">{t("organisation.domain")}</h2>
              <p className="[overflow-wrap:anywhere]">
                {organisation.domain ? (
                  `@${organisation.domain}`
                ) : (
                  <span className="text-faint">{t("customer.no-organisation")}</span>
                )}
              </p>
              <button type="button" className="btn btn-small btn-quiet -ml-2" onClick={() => setOver("domain")}>
                {t("change")}
              </button>
            </div>
            <SavedText
              label={t("customer.notes")}
              hint={t("organisation.notes-hint")}
              value={organisation.notes}
              onSave={(notes) => change({ notes })}
            />
          </aside>
        </div>
      </div>
      {over === "name" ? (
        <AskText
          title={t("customer.rename")}
          label={t("name")}
          initial={organisation.name}
          action={t("save")}
          onClose={close}
          onDone={(name) => change({ name })}
        />
      ) : null}
      {over === "domain" ? (
        <AskText
          title={t("organisation.domain")}
          lead={t("organisation.domain-lead")}
          label={t("organisation.domain")}
          initial={organisation.domain ?? ""}
          action={t("save")}
          mayBeEmpty
          onClose={close}
          onDone={(domain) => change({ domain: domain || null })}
        />
      ) : null}
      {over === "merge" ? (
        <OrganisationMerge
          organisation={organisation}
          onClose={close}
          onDone={(merged) => {
            tell(t("organisation.merged"));
            fresh(merged);
            void go({ to: "/organisations/$id", params: { id: String(merged.id) }, replace: true });
          }}
        />
      ) : null}
    </main>
  );
}
