/** Every version of a playbook there was; each can be read, and taken back. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { PlaybookWhole } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tell, tellProblem } from "../look/toasts.tsx";
import { When } from "../look/when.tsx";
import { useMay } from "../viewer.ts";
import { refreshPlaybook } from "./refresh-playbook.ts";
import { SourceSheet } from "./source-sheet.tsx";

export function PlaybookVersions({
  whole: { id, version: now, versions, isShipped },
}: {
  whole: PlaybookWhole;
}): ReactNode {
  const [seen, setSeen] = useState<number | null>(null);
  const mayWrite = useMay("lead");
  const take = useMutation({
    mutationFn: (version: number) =>
      call("POST /api/v1/playbooks/:id/take-back", { params: { id }, body: { version } }),
    onSuccess: async () => {
      setSeen(null);
      await refreshPlaybook(id);
      tell(t("playbook.version-taken"));
    },
    onError: tellProblem,
  });
  return (
    <details className="border-t border-b py-4">
      <summary className="title text-lg">
        {t("playbook.versions")} <span className="font-normal font-sans text-base text-soft">{versions.length}</span>
      </summary>
      <ul className="mt-3">
        {versions.map(({ version, at, by }) => (
          <li key={version} className="flex flex-wrap items-baseline gap-x-3 py-1">
            <span className="tabular-nums">{t("playbook.version", { version })}</span>
            <span className="text-soft">
              <When at={at} />,{" "}
              {by ?? t(isShipped && version === 1 ? "playbook.version-shipped" : "playbook.version-came")}
            </span>
            {version === now ? (
              <span className="text-soft">{t("playbook.version-now")}</span>
            ) : (
              <button
                type="button"
                className="btn btn-small btn-quiet"
                aria-label={t("playbook.version-see-named", { version })}
                onClick={() => setSeen(version)}
              >
                {t("playbook.version-see")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {seen === null ? null : (
        <SourceSheet
          title={t("playbook.version", { version: seen })}
          name={[id, seen]}
          load={() => call("GET /api/v1/playbooks/:id/versions/:version", { params: { id, version: seen } })}
          onClose={() => setSeen(null)}
        >
          {mayWrite ? (
            <button type="button" className="btn btn-plain" onClick={() => take.mutate(seen)}>
              {t("playbook.version-take")}
            </button>
          ) : null}
        </SourceSheet>
      )}
    </details>
  );
}
