/** The sample customers: let them write, or remove everything that belongs to them. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { DialogForm } from "../look/dialog-form.tsx";
import { Modal } from "../look/modal.tsx";
import { tell, tellProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { PageTitle } from "./page-parts.tsx";

export function SamplesPage(): ReactNode {
  const setup = useQuery(ask.setup()).data;
  const [asks, setAsks] = useState(false);
  const refresh = (): Promise<void> => client.invalidateQueries();
  const begin = useMutation({
    mutationFn: () => call("POST /api/v1/samples", {}),
    onSuccess: ({ conversations }) => {
      tell(t("samples.coming", { count: conversations }));
      return refresh();
    },
    onError: tellProblem,
  });
  const remove = useMutation({
    mutationFn: () => call("DELETE /api/v1/samples", {}),
    onSuccess: () => {
      setAsks(false);
      tell(t("samples.removed"));
      return refresh();
    },
    onError: tellProblem,
  });
  if (!setup) return null;
  return (
    <>
      <PageTitle title={t("samples.title")} lead={t("samples.lead")} />
      {setup.hasSamples ? (
        <button type="button" className="btn btn-grave" onClick={() => setAsks(true)}>
          {t("samples.remove")}
        </button>
      ) : (
        <button type="button" className="btn btn-do" disabled={begin.isPending} onClick={() => begin.mutate()}>
          {begin.isPending ? t("choose.samples-doing") : t("choose.samples-do")}
        </button>
      )}
      {asks ? (
        <Modal title={t("samples.remove-ask")} onClose={() => setAsks(false)}>
          <DialogForm
            action={t("samples.remove")}
            grave
            disabled={remove.isPending}
            onCancel={() => setAsks(false)}
            onDo={() => remove.mutate()}
          >
            <p className="text-soft">{t("samples.remove-what")}</p>
          </DialogForm>
        </Modal>
      ) : null}
    </>
  );
}
