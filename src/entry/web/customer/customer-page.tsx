/** One customer: who they are, what matters to them, and everything they wrote about. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Customer } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { sayProblem, tell } from "../look/toasts.tsx";
import { Day } from "../look/when.tsx";
import { ask, client } from "../queries.ts";
import { ConversationLines } from "./conversation-lines.tsx";
import { CustomerMerge } from "./customer-merge.tsx";
import { SavedText } from "./saved-text.tsx";

type Over = "name" | "organisation" | "address" | "merge" | null;

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

  if (found.error && !found.data)
    return <main className="flex-1 bg-sheet p-10 text-trouble">{sayProblem(found.error)}</main>;
  if (!found.data) return <main className="flex-1 bg-sheet" />;
  const { customer, conversations } = found.data;
  const close = (): void => setOver(null);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <div className="max-w-4xl">
        <header className="mb-6 flex flex-wrap items-start justify-between gap-3">
          <div>
            <p className="text-sm">
              <Link to="/customers" className="link">
                {t("customers.title")}
              </Link>
            </p>
            <h1 className="title text-3xl leading-10">{customer.name || customer.addresses[0]?.address}</h1>
            <p className="text-soft">
              {t("customer.since")} <Day at={customer.since} />
            </p>
          </div>
          <div className="flex gap-1">
            <button type="button" className="btn btn-quiet" onClick={() => setOver("name")}>
              {t("customer.rename")}
            </button>
            <button type="button" className="btn btn-quiet" onClick={() => setOver("merge")}>
              {t("customer.merge")}
            </button>
          </div>
        </header>
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_17rem]">
          <section aria-labelledby="history" className="min-w-0">
            <h2 id="history" className="title mb-2 text-lg">
              {t("customers.conversations", { count: customer.conversationCount })}
            </h2>
            <ConversationLines conversations={conversations} />
          </section>
          <aside className="flex flex-col gap-5" aria-label={t("customer.about")}>
            <div>
              <h2 className="eyebrow mb-1">{t("customer.addresses")}</h2>
              <Addresses customer={customer} onAdd={() => setOver("address")} />
            </div>
            <div>
              <h2 className="eyebrow mb-1">{t("customer.organisation")}</h2>
              <p>
                {customer.organisation ? (
                  <Link to="/organisations/$id" params={{ id: String(customer.organisation.id) }} className="link">
                    {customer.organisation.name}
                  </Link>
                ) : (
                  <span className="text-faint">{t("customer.no-organisation")}</span>
                )}
              </p>
              <button type="button" className="btn btn-small btn-quiet -ml-2" onClick={() => setOver("organisation")}>
                {t("change")}
              </button>
            </div>
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
          </aside>
        </div>
      </div>
      {over === "name" ? (
        <AskText
          title={t("customer.rename")}
          label={t("name")}
          initial={customer.name}
          action={t("save")}
          onClose={close}
          onDone={(name) => change({ name })}
        />
      ) : null}
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
    </main>
  );
}
