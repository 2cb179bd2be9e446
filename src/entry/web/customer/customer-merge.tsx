/** Saying that two customers are one person: find the other, then confirm, because it cannot be undone by a click. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useRef, useState } from "react";
import type { Customer } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Modal } from "../look/modal.tsx";
import { Pick } from "../look/pick.tsx";
import { sayProblem } from "../look/toasts.tsx";
import { ask } from "../queries.ts";

interface CustomerMergeProps {
  readonly customer: Customer;
  readonly onClose: () => void;
  readonly onDone: (merged: Customer) => void;
}

const say = (one: Customer): string => one.name || one.addresses[0]?.address || "";

export function CustomerMerge({ customer, onClose, onDone }: CustomerMergeProps): ReactNode {
  const [typed, setTyped] = useState("");
  const [other, setOther] = useState<Customer | null>(null);
  const [picking, setPicking] = useState(true);
  const chosen = useRef(false);
  const query = useDeferredValue(typed.trim());
  const found = useQuery(ask.customers(query)).data?.items.filter((one) => one.id !== customer.id) ?? [];
  const merge = useMutation({
    mutationFn: () =>
      call("POST /api/v1/customers/:id/merge", { params: { id: customer.id }, body: { otherId: other?.id ?? 0 } }),
    onSuccess: (merged) => {
      onClose();
      onDone(merged);
    },
  });
  if (picking)
    return (
      <Pick
        label={t("customer.merge-with")}
        placeholder={t("customers.find")}
        items={found.map((one) => ({
          key: String(one.id),
          title: say(one),
          detail: one.addresses.map((each) => each.address).join(", "),
          onPick: () => {
            chosen.current = true;
            setOther(one);
          },
        }))}
        onQuery={setTyped}
        onClose={() => {
          setPicking(false);
          // Closed without a choice: nothing to confirm.
          setTimeout(() => {
            if (!chosen.current) onClose();
          }, 20);
        }}
      />
    );
  if (!other) return null;
  return (
    <Modal title={t("customer.merge-ask")} onClose={onClose}>
      <p className="mb-5">{t("customer.merge-what", { one: say(customer), other: say(other) })}</p>
      {merge.error ? (
        <p role="alert" className="mb-4 text-trouble">
          {sayProblem(merge.error)}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <button type="button" className="btn btn-quiet" onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="button" className="btn btn-do" disabled={merge.isPending} onClick={() => merge.mutate()}>
          {t("customer.merge-do")}
        </button>
      </div>
    </Modal>
  );
}
