/** Taking a mailbox away: first where its conversations go, then yes. */
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Mailbox } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { DialogForm } from "../look/dialog-form.tsx";
import { SelectField } from "../look/field.tsx";
import { Modal } from "../look/modal.tsx";
import { tell } from "../look/toasts.tsx";
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
          <DialogForm
            action={t("mailbox.remove-do")}
            disabled={remove.isPending}
            error={remove.error}
            onCancel={close}
            onDo={() => remove.mutate()}
          >
            <p>{t("mailbox.remove-what", { address: mailbox.address })}</p>
            <SelectField
              label={t("mailbox.remove-to")}
              value={String(to ?? "")}
              onChange={(value) => setTo(Number(value) || undefined)}
              options={[
                { value: "", label: t("mailbox.remove-nowhere") },
                ...others.map((one) => ({ value: String(one.id), label: `${one.name} · ${one.address}` })),
              ]}
            />
          </DialogForm>
        </Modal>
      ) : null}
    </Section>
  );
}
