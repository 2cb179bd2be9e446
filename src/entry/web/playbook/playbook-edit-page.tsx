/** Writing a playbook: as a form or as Markdown, with what is to be put right and how it will look beside it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useBlocker, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import type { Playbook, PlaybookWhole } from "../../contract/index.ts";
import { call } from "../client.ts";
import { useStored } from "../frame/stored.ts";
import { t } from "../i18n.ts";
import { TextField } from "../look/field.tsx";
import { Problem } from "../look/problem.tsx";
import { tell, tellProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { blankPlaybook, tidied } from "./playbook-draft.ts";
import { PlaybookForm } from "./playbook-form.tsx";
import { PlaybookText } from "./playbook-text.tsx";
import { ProblemList } from "./problem-list.tsx";
import { refreshPlaybook } from "./refresh-playbook.ts";
import { look, useLooked, type Written } from "./use-looked.ts";
import { WholeOrProblem } from "./whole-or-problem.tsx";

const WAYS = ["form", "markdown"] as const;
type Way = (typeof WAYS)[number];

export function PlaybookEditPage(): ReactNode {
  const params = useParams({ strict: false }) as { id?: string };
  const id = params.id === undefined ? undefined : Number(params.id);
  const found = useQuery({ ...ask.playbook(id ?? 0), enabled: id !== undefined });
  if (id !== undefined && !found.data) return <WholeOrProblem error={found.error} />;
  // What somebody else saves meanwhile does not take the words away that are being written here.
  return <Editor key={id ?? "new"} whole={found.data} />;
}

function Editor({ whole: newest }: { whole: PlaybookWhole | undefined }): ReactNode {
  const [whole] = useState(newest);
  const [likesForm, setLikesForm] = useStored("playbook.form", true);
  const [way, setWay] = useState<Way>(!whole || (likesForm && whole.playbook) ? "form" : "markdown");
  const [draft, setDraft] = useState<Playbook>(whole?.playbook ?? blankPlaybook());
  const [source, setSource] = useState(whole?.source ?? "");
  const [isTouched, setTouched] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const go = useNavigate();

  const written: Written = way === "form" ? { playbook: tidied(draft, whole?.slug) } : { source };
  const { looked, lastRead, error } = useLooked(written);
  const problems = looked?.problems ?? [];

  const save = useMutation({
    mutationFn: async () => {
      const text = way === "form" ? (await look(written)).source : source;
      return whole
        ? call("PUT /api/v1/playbooks/:id", {
            params: { id: whole.id },
            body: { source: text, version: whole.version },
          })
        : call("POST /api/v1/playbooks", { body: { source: text } });
    },
    onSuccess: async (saved) => {
      client.setQueryData(ask.playbook(saved.id).queryKey, saved);
      setTouched(false);
      await refreshPlaybook(saved.id);
      tell(t("edit-playbook.saved", { version: saved.version }));
      await go({ to: "/playbooks/$id", params: { id: String(saved.id) }, ignoreBlocker: true });
    },
  });
  useBlocker({
    shouldBlockFn: () => isTouched && !confirm(t("edit-playbook.leave")),
    enableBeforeUnload: () => isTouched,
  });

  const change = useMutation({
    mutationFn: async (to: Way) => ({ to, now: await look(written) }),
    onSuccess: ({ to, now }) => {
      if (to === "form" && !now.playbook) {
        tell(t("edit-playbook.form-first"));
        return;
      }
      if (now.playbook && to === "form") setDraft(now.playbook);
      // A form that nobody has touched must not write the Markdown anew.
      if (to === "markdown" && (isTouched || !whole)) setSource(now.source);
      setWay(to);
      setLikesForm(to === "form");
    },
    onError: tellProblem,
  });

  const goToLine = (line: number): void => {
    const area = field.current?.querySelector("textarea");
    if (!area) return;
    const lines = area.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 4);
  };

  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <header className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-sm">
            {whole ? (
              <Link to="/playbooks/$id" params={{ id: String(whole.id) }} className="link">
                {whole.title}
              </Link>
            ) : (
              <Link to="/playbooks" className="link">
                {t("playbooks.title")}
              </Link>
            )}
          </p>
          <h1 className="title text-2xl leading-8">
            {whole ? t("edit-this", { name: whole.title }) : t("edit-playbook.new")}
          </h1>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <fieldset className="flex gap-3">
            <legend className="sr-only">{t("edit-playbook.way")}</legend>
            {WAYS.map((one) => (
              <label key={one} className="flex min-h-8 items-center gap-1.5">
                <input
                  type="radio"
                  name="way"
                  className="size-4.5"
                  checked={(change.isPending ? change.variables : way) === one}
                  onChange={() => change.mutate(one)}
                />
                {t(`edit-playbook.${one}`)}
              </label>
            ))}
          </fieldset>
          <button
            type="button"
            className="btn btn-do"
            disabled={save.isPending || problems.length > 0 || !isTouched}
            onClick={() => save.mutate()}
          >
            {t("save")}
          </button>
        </div>
      </header>
      <Problem error={save.error ?? error} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div ref={field} className="min-w-0">
          {way === "form" ? (
            <PlaybookForm
              draft={draft}
              onChange={(now) => {
                setTouched(true);
                setDraft(now);
              }}
            />
          ) : (
            <TextField
              label={t("edit-playbook.source")}
              hint={t("edit-playbook.source-hint")}
              className="field min-h-[70dvh] font-mono text-sm"
              spellCheck={false}
              value={source}
              onChange={({ target }) => {
                setTouched(true);
                setSource(target.value);
              }}
            />
          )}
        </div>
        <div className="min-w-0">
          <section
            aria-label={t("edit-playbook.preview")}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever has no mouse must be able to
            tabIndex={0}
            className="rounded-sm lg:sticky lg:top-0 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:border-l lg:pl-8"
          >
            <ProblemList problems={problems} onLine={way === "markdown" ? goToLine : undefined} />
            <div className="mt-5">
              {lastRead ? (
                <>
                  <p className="eyebrow mb-1">
                    {problems.length > 0 ? t("edit-playbook.preview-old") : t("edit-playbook.preview")}
                  </p>
                  <h2 className="title mb-2 text-2xl leading-8 [overflow-wrap:anywhere]">{lastRead.title}</h2>
                  <PlaybookText playbook={lastRead} level={3} />
                </>
              ) : (
                <p className="text-soft">{t("edit-playbook.preview-none")}</p>
              )}
            </div>
          </section>
        </div>
      </div>
    </main>
  );
}
