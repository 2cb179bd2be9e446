/** Taking a mailbox away: first where its conversations go, then yes. */
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Mailbox } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Modal } from "../look/modal.tsx";
import { sayProblem, tell } from "../look/toasts.tsx";
import { client } from "../queries.ts";
import { useMailboxes } from "../viewer.ts";
import { Section } from "./page-parts.tsx";

export function MailboxRemove({ mailbox }: { mailbox: Mailbox }): ReactNode {
  const go = useNavigate();
  const others = useMailboxes().filter((one) => one.id !== mailbox.id && !one.isSample);
  const [isAsking, setAsking] = useState(false);
  const [to, setTo] = useState<number | undefined>(undefined);
  const remove = useMutation({
    mutationFn: () => call("DELETE /api/v1/mailboxes/:id", { params: { id: mailbox.id }, query: { to } }),
    onSuccess: async () => {
      setAsking(false);
      tell(t("mailbox.removed", { name: mailbox.name }));
      await go({ to: "/settings/mailboxes" });
      void client.invalidateQueries();
    },
  });
  const close = (): void => {
    setAsking(false);
    remove.reset();
  };
  return (
    <Section title={t("mailbox.remove")} lead={t("mailbox.remove-lead")}>
      <button type="button" className="btn btn-plain" onClick={() => setAsking(true)}>
        {t("mailbox.remove-ask")}
      </button>
      {isAsking ? (
        <Modal title={t("mailbox.remove-title", { name: mailbox.name })} onClose={close}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              remove.mutate();
            }}
          >
            <p className="mb-4">{t("mailbox.remove-what", { address: mailbox.address })}</p>
            <label className="mb-5 block">
              <span className="mb-1 block font-medium">{t("mailbox.remove-to")}</span>
              <select
                className="field"
                value={to ?? ""}
                onChange={(event) => setTo(Number(event.target.value) || undefined)}
              >
                <option value="">{t("mailbox.remove-nowhere")}</option>
                {others.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name} · {one.address}
                  </option>
                ))}
              </select>
            </label>
            {remove.error ? (
              <p role="alert" className="mb-4 text-trouble">
                {sayProblem(remove.error)}
              </p>
            ) : null}
            <div className="flex justify-end gap-2">
              <button type="button" className="btn btn-quiet" onClick={close}>
                {t("cancel")}
              </button>
              <button type="submit" className="btn btn-do" disabled={remove.isPending}>
                {t("mailbox.remove-do")}
              </button>
            </div>
          </form>
        </Modal>
      ) : null}
    </Section>
  );
}
