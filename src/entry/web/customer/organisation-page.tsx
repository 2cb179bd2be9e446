/** One organisation: its people, what it is known for, and everything its people wrote about. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Customer, Organisation } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { tell } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { ConversationLines } from "./conversation-lines.tsx";
import { KnownEntry, KnownPage, NotYetKnown } from "./known-page.tsx";
import { OrganisationMerge } from "./organisation-merge.tsx";
import { SavedText } from "./saved-text.tsx";

type Over = "domain" | "merge" | null;

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

  if (!found.data) return <NotYetKnown error={found.error} />;
  const { organisation, people, conversations } = found.data;
  const close = (): void => setOver(null);
  return (
    <KnownPage
      title={organisation.name}
      name={organisation.name}
      onRename={(name) => change({ name })}
      under={t("organisation.people", { count: people.length })}
      mergeLabel={t("organisation.merge")}
      onMerge={() => setOver("merge")}
      historyTitle={t("organisation.conversations")}
      history={<ConversationLines conversations={conversations} named />}
      aboutTitle={t("organisation.about")}
      about={
        <>
          <KnownEntry title={t("organisation.people-title")}>
            <People people={people} />
          </KnownEntry>
          <KnownEntry title={t("organisation.domain")} onChange={() => setOver("domain")}>
            <p className="[overflow-wrap:anywhere]">
              {organisation.domain ? (
                `@${organisation.domain}`
              ) : (
                <span className="text-faint">{t("customer.no-organisation")}</span>
              )}
            </p>
          </KnownEntry>
          <SavedText
            label={t("customer.notes")}
            hint={t("organisation.notes-hint")}
            value={organisation.notes}
            onSave={(notes) => change({ notes })}
          />
        </>
      }
    >
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
    </KnownPage>
  );
}
