/** Two ways to begin, side by side. Neither closes the other off. */
import { useMutation } from "@tanstack/react-query";
import { Mail, Sprout } from "lucide-react";
import type { ReactNode } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { sayProblem, tell } from "../look/toasts.tsx";
import { client } from "../queries.ts";
import { Problem } from "./door.tsx";

export function ChooseStart({ onConnect, onDone }: { onConnect: () => void; onDone: () => void }): ReactNode {
  const samples = useMutation({
    mutationFn: () => call("POST /api/v1/samples", {}),
    onSuccess: async ({ conversations }) => {
      await client.invalidateQueries();
      tell(t("samples.coming", { count: conversations }));
      onDone();
    },
  });
  const card = "flex flex-col items-start gap-3 border-t pt-5";
  return (
    <>
      <div className="grid gap-8 sm:grid-cols-2">
        <section className={card}>
          <Sprout size={22} strokeWidth={1.5} aria-hidden="true" className="text-accent" />
          <h2 className="title text-xl">{t("choose.samples")}</h2>
          <p className="text-soft">{t("choose.samples-what")}</p>
          <button type="button" className="btn btn-do" disabled={samples.isPending} onClick={() => samples.mutate()}>
            {samples.isPending ? t("choose.samples-doing") : t("choose.samples-do")}
          </button>
        </section>
        <section className={card}>
          <Mail size={22} strokeWidth={1.5} aria-hidden="true" className="text-accent" />
          <h2 className="title text-xl">{t("choose.connect")}</h2>
          <p className="text-soft">{t("choose.connect-what")}</p>
          <button type="button" className="btn btn-plain" onClick={onConnect}>
            {t("choose.connect-do")}
          </button>
        </section>
      </div>
      {samples.error ? (
        <div className="mt-6">
          <Problem>{sayProblem(samples.error)}</Problem>
        </div>
      ) : null}
      <p className="mt-8 text-soft text-sm">{t("choose.later")}</p>
    </>
  );
}
