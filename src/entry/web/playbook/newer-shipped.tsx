/** A newer version came with Heard while ours had been changed: see it, take it, or keep ours. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { PlaybookWhole } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tell, tellProblem } from "../look/toasts.tsx";
import { useMay } from "../viewer.ts";
import { refreshPlaybook } from "./refresh-playbook.ts";
import { SourceSheet } from "./source-sheet.tsx";

export function NewerShipped({ whole: { id }, source }: { whole: PlaybookWhole; source: string }): ReactNode {
  const [sees, setSees] = useState(false);
  const mayWrite = useMay("lead");
  const decide = useMutation({
    mutationFn: (choice: "shipped" | "ours") =>
      call("POST /api/v1/playbooks/:id/shipped", { params: { id }, body: { choice } }),
    onSuccess: async (_, choice) => {
      await refreshPlaybook(id);
      tell(t(choice === "shipped" ? "playbook.newer-taken" : "playbook.newer-kept"));
    },
    onError: tellProblem,
  });
  const choices = mayWrite ? (
    <>
      <button type="button" className="btn btn-quiet" onClick={() => decide.mutate("ours")}>
        {t("playbook.newer-keep")}
      </button>
      <button type="button" className="btn btn-plain" onClick={() => decide.mutate("shipped")}>
        {t("playbook.newer-take")}
      </button>
    </>
  ) : null;
  return (
    <section className="mb-5 border-accent border-l-2 bg-accent-soft px-4 py-3">
      <h2 className="font-medium">{t("playbook.newer-title")}</h2>
      <p className="text-soft">{t("playbook.newer-what")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <button type="button" className="btn btn-plain" onClick={() => setSees(true)}>
          {t("playbook.newer-see")}
        </button>
        {choices}
      </div>
      {sees ? (
        <SourceSheet
          title={t("playbook.back-to-shipped")}
          name={[id, "shipped", source.length]}
          load={() => call("POST /api/v1/playbooks/look", { body: { source } })}
          onClose={() => setSees(false)}
        >
          {choices}
        </SourceSheet>
      ) : null}
    </section>
  );
}
