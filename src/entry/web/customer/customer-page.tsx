/** One customer: who they are, what matters to them, and everything they wrote about. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Customer } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { tell } from "../look/toasts.tsx";
import { Day } from "../look/when.tsx";
import { ask, client } from "../queries.ts";
import { ConversationLines } from "./conversation-lines.tsx";
import { CustomerMerge } from "./customer-merge.tsx";
import { KnownEntry, KnownPage, NotYetKnown } from "./known-page.tsx";
import { SavedText } from "./saved-text.tsx";

type Over = "organisation" | "address" | "merge" | null;

function Addresses({ customer, onAdd }: { customer: Customer; onAdd: () => void }): ReactNode {
  return (
    <ul className="mb-2">
      {customer.addresses.map((one) => (
        <li key={one.address} className="[overflow-wrap:anywhere]">
          {one.address}
          {one.bounce ? <span className="block text-sm text-trouble">{one.bounce}</span> : null}
        </li>
      ))}
      <li>
        <button type="button" className="btn btn-small btn-quiet -ml-2" onClick={onAdd}>
          {t("customer.add-address")}
        </button>
      </li>
    </ul>
  );
}

export function CustomerPage(): ReactNode {
  const params = useParams({ strict: false }) as { id?: string };
  const id = Number(params.id);
  const go = useNavigate();
  const found = useQuery(ask.customer(id));
  const [over, setOver] = useState<Over>(null);
  const fresh = (customer: Customer): void => {
    client.setQueryData(ask.customer(id).queryKey, (before) => before && { ...before, customer });
    void client.invalidateQueries({ queryKey: ask.customer(id).queryKey });
    void client.invalidateQueries({ queryKey: ["customers"] });
    void client.invalidateQueries({ queryKey: ["organisation"] });
    void client.invalidateQueries({ queryKey: ["list"] });
  };
  const change = async (body: {
    name?: string;
    notes?: string;
    matters?: string;
    organisation?: string | null;
  }): Promise<void> => fresh(await call("PATCH /api/v1/customers/:id", { params: { id }, body }));

  if (!found.data) return <NotYetKnown error={found.error} />;
  const { customer, conversations } = found.data;
  const close = (): void => setOver(null);
  return (
    <KnownPage
      title={customer.name || customer.addresses[0]?.address || ""}
      name={customer.name}
      onRename={(name) => change({ name })}
      under={
        <>
          {t("customer.since")} <Day at={customer.since} />
        </>
      }
      mergeLabel={t("customer.merge")}
      onMerge={() => setOver("merge")}
      historyTitle={t("customers.conversations", { count: customer.conversationCount })}
      history={<ConversationLines conversations={conversations} />}
      aboutTitle={t("customer.about")}
      about={
        <>
          <KnownEntry title={t("customer.addresses")}>
            <Addresses customer={customer} onAdd={() => setOver("address")} />
          </KnownEntry>
          <KnownEntry title={t("customer.organisation")} onChange={() => setOver("organisation")}>
            <p>
              {customer.organisation ? (
                <Link to="/organisations/$id" params={{ id: String(customer.organisation.id) }} className="link">
                  {customer.organisation.name}
                </Link>
              ) : (
                <span className="text-faint">{t("customer.no-organisation")}</span>
              )}
            </p>
          </KnownEntry>
          <SavedText
            label={t("customer.matters")}
            hint={t("customer.matters-hint")}
            value={customer.matters}
            onSave={(matters) => change({ matters })}
          />
          <SavedText
            label={t("customer.notes")}
            hint={t("customer.notes-hint")}
            value={customer.notes}
            onSave={(notes) => change({ notes })}
          />
        </>
      }
    >
      {over === "organisation" ? (
        <AskText
          title={t("customer.organisation")}
          lead={t("customer.organisation-lead")}
          label={t("name")}
          initial={customer.organisation?.name ?? ""}
          action={t("save")}
          mayBeEmpty
          onClose={close}
          onDone={(name) => change({ organisation: name || null })}
        />
      ) : null}
      {over === "address" ? (
        <AskText
          title={t("customer.add-address")}
          lead={t("customer.add-address-lead")}
          label={t("email")}
          action={t("add")}
          onClose={close}
          onDone={async (address) =>
            fresh(await call("POST /api/v1/customers/:id/addresses", { params: { id }, body: { address } }))
          }
        />
      ) : null}
      {over === "merge" ? (
        <CustomerMerge
          customer={customer}
          onClose={close}
          onDone={(merged) => {
            tell(t("customer.merged"));
            fresh(merged);
            void go({ to: "/customers/$id", params: { id: String(merged.id) }, replace: true });
          }}
        />
      ) : null}
    </KnownPage>
  );
}
