/** Two customers are one person. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useState } from "react";
import type { Customer } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { ask } from "../queries.ts";
import { SameAs } from "./same-as.tsx";

interface CustomerMergeProps {
  readonly customer: Customer;
  readonly onClose: () => void;
  readonly onDone: (merged: Customer) => void;
}

const say = (one: Customer): string => one.name || one.addresses[0]?.address || "";

export function CustomerMerge({ customer, onClose, onDone }: CustomerMergeProps): ReactNode {
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const found = useQuery(ask.customers(query)).data?.items ?? [];
  return (
    <SameAs
      label={t("customer.merge-with")}
      placeholder={t("customers.find")}
      candidates={found
        .filter((one) => one.id !== customer.id)
        .map((one) => ({
          id: one.id,
          title: say(one),
          detail: one.addresses.map((each) => each.address).join(", "),
        }))}
      onQuery={setTyped}
      ask={(other) => ({
        title: t("customer.merge-ask"),
        what: t("customer.merge-what", { one: say(customer), other: other.title }),
        yes: t("customer.merge-do"),
      })}
      onMerge={(otherId) =>
        call("POST /api/v1/customers/:id/merge", { params: { id: customer.id }, body: { otherId } })
      }
      onClose={onClose}
      onDone={onDone}
    />
  );
}
