/** One playbook as a page, with what can be done with it: edit, archive, look at its versions, decide about a newer one. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PlaybookWhole } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tell, tellProblem } from "../look/toasts.tsx";
import { ask } from "../queries.ts";
import { useMay } from "../viewer.ts";
import { NewerShipped } from "./newer-shipped.tsx";
import { PlaybookText } from "./playbook-text.tsx";
import { PlaybookVersions } from "./playbook-versions.tsx";
import { markOf } from "./playbooks-page.tsx";
import { refreshPlaybook } from "./refresh-playbook.ts";
import { WholeOrProblem } from "./whole-or-problem.tsx";

function Deeds({ whole }: { whole: PlaybookWhole }): ReactNode {
  const { id, archivedAt } = whole;
  const archive = useMutation({
    mutationFn: (to: "archive" | "use") => call("POST /api/v1/playbooks/:id/archive", { params: { id }, body: { to } }),
    onSuccess: async (_, to) => {
      await refreshPlaybook(id);
      tell(t(to === "archive" ? "playbook.archived-told" : "playbook.restored-told"));
    },
    onError: tellProblem,
  });
  return (
    <div className="flex gap-2">
      <button
        type="button"
        className="btn btn-quiet"
        disabled={archive.isPending}
        onClick={() => archive.mutate(archivedAt === null ? "archive" : "use")}
      >
        {t(archivedAt === null ? "playbook.archive" : "playbook.restore")}
      </button>
      <Link to="/playbooks/$id/edit" params={{ id: String(id) }} className="btn btn-plain">
        {t("playbook.edit")}
      </Link>
    </div>
  );
}

export function PlaybookPage(): ReactNode {
  const params = useParams({ strict: false }) as { id?: string };
  const id = Number(params.id);
  const mayWrite = useMay("lead");
  const found = useQuery(ask.playbook(id));
  if (!found.data) return <WholeOrProblem error={found.error} />;
  const whole = found.data;
  const mark = whole.archivedAt === null ? markOf(whole) : t("playbooks.archived");
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <article className="max-w-3xl">
        <header className="mb-3 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="text-sm">
              <Link to="/playbooks" className="link">
                {t("playbooks.title")}
              </Link>
            </p>
            <h1 className="title text-3xl leading-10 [overflow-wrap:anywhere]">{whole.title}</h1>
            {mark ? <p className="chip mt-1">{mark}</p> : null}
          </div>
          {mayWrite ? <Deeds whole={whole} /> : null}
        </header>
        {whole.shippedSource !== null && whole.hasNewerShipped ? (
          <NewerShipped whole={whole} source={whole.shippedSource} />
        ) : null}
        {whole.playbook ? (
          <PlaybookText playbook={whole.playbook} />
        ) : (
          <>
            <p className="mb-3 text-trouble">{t("playbook.not-read")}</p>
            <pre className="whitespace-pre-wrap font-mono text-sm">{whole.source}</pre>
          </>
        )}
        <PlaybookVersions whole={whole} />
      </article>
    </main>
  );
}
