/** The person behind the conversation: what matters to them, what we noted, what else they wrote about. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { useAfterPaint } from "../look/after-paint.ts";
import { Day, When } from "../look/when.tsx";
import { ask } from "../queries.ts";

export function CustomerCard({
  customerId,
  conversationId,
}: {
  customerId: number;
  conversationId: number;
}): ReactNode {
  const isPainted = useAfterPaint();
  const found = useQuery({ ...ask.customer(customerId), enabled: isPainted }).data;
  if (!found || !isPainted) return null;
  const { customer, conversations } = found;
  const others = conversations.filter((one) => one.id !== conversationId);
  return (
    <section aria-labelledby="customer-name" className="mx-auto max-w-md">
      <h2 id="customer-name" className="font-medium">
        <Link to="/customers/$id" params={{ id: String(customer.id) }} className="hover:underline">
          {customer.name || customer.addresses[0]?.address}
        </Link>
      </h2>
      <ul className="text-soft text-sm">
        {customer.addresses.map((one) => (
          <li key={one.address} className="truncate">
            {one.address}
            {one.bounce ? <span className="text-trouble"> · {one.bounce}</span> : null}
          </li>
        ))}
        {customer.organisation ? (
          <li>
            <Link to="/organisations/$id" params={{ id: String(customer.organisation.id) }} className="hover:underline">
              {customer.organisation.name}
            </Link>
          </li>
        ) : null}
        <li>
          {t("customer.since")} <Day at={customer.since} />
        </li>
      </ul>
      {customer.matters ? (
        <p className="mt-3 border-l-2 pl-3 font-serif text-[0.9375rem] leading-6">
          <span className="eyebrow block font-sans">{t("customer.matters")}</span>
          {customer.matters}
        </p>
      ) : null}
      {customer.notes ? (
        <p className="mt-3 whitespace-pre-wrap text-sm">
          <span className="eyebrow block">{t("customer.notes")}</span>
          {customer.notes}
        </p>
      ) : null}
      {customer.organisation?.notes ? (
        <p className="mt-3 whitespace-pre-wrap text-sm">
          <span className="eyebrow block">{customer.organisation.name}</span>
          {customer.organisation.notes}
        </p>
      ) : null}
      {others.length > 0 ? (
        <>
          <h3 className="eyebrow mt-4">{t("customer.others", { count: others.length })}</h3>
          <ul className="mt-1">
            {others.slice(0, 6).map((one) => (
              <li key={one.id}>
                <Link
                  to="/desk/$view/$id"
                  params={{ view: "open", id: String(one.id) }}
                  className="-mx-2 block rounded-md px-2 py-1 hover:bg-[color-mix(in_oklab,var(--ink)_5%,transparent)]"
                >
                  <span className="block truncate">{one.subject || t("row.no-subject")}</span>
                  <span className="text-soft text-xs">
                    {t(`status.${one.status}`)} · <When at={one.lastActivityAt} shortly focusable={false} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mt-3 text-faint text-sm">{t("customer.first-time")}</p>
      )}
    </section>
  );
}
