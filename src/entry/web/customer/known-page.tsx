/** The page of a customer or an organisation: who it is, what they wrote about, and beside it what is known of them. */
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { sayProblem } from "../look/toasts.tsx";

interface KnownPageProps {
  /** What to call it on screen, and the name that can be changed. */
  readonly title: string;
  readonly name: string;
  readonly onRename: (name: string) => Promise<void>;
  readonly under: ReactNode;
  readonly mergeLabel: string;
  readonly onMerge: () => void;
  readonly historyTitle: string;
  readonly history: ReactNode;
  readonly aboutTitle: string;
  readonly about: ReactNode;
  /** Dialogs over the page. */
  readonly children: ReactNode;
}

export function KnownPage(props: KnownPageProps): ReactNode {
  const [renames, setRenames] = useState(false);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <div className="max-w-4xl">
        <header className="mb-6 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="text-sm">
              <Link to="/customers" className="link">
                {t("customers.title")}
              </Link>
            </p>
            <h1 className="title text-3xl leading-10 [overflow-wrap:anywhere]">{props.title}</h1>
            <p className="text-soft">{props.under}</p>
          </div>
          <div className="flex gap-1">
            <button type="button" className="btn btn-quiet" onClick={() => setRenames(true)}>
              {t("customer.rename")}
            </button>
            <button type="button" className="btn btn-quiet" onClick={props.onMerge}>
              {props.mergeLabel}
            </button>
          </div>
        </header>
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_17rem]">
          <section aria-labelledby="history" className="min-w-0">
            <h2 id="history" className="title mb-2 text-lg">
              {props.historyTitle}
            </h2>
            {props.history}
          </section>
          <aside className="flex flex-col gap-5" aria-label={props.aboutTitle}>
            {props.about}
          </aside>
        </div>
      </div>
      {renames ? (
        <AskText
          title={t("customer.rename")}
          label={t("name")}
          initial={props.name}
          action={t("save")}
          onClose={() => setRenames(false)}
          onDone={props.onRename}
        />
      ) : null}
      {props.children}
    </main>
  );
}

/** Until it is there, and where it is not. */
export function NotYetKnown({ error }: { error: unknown }): ReactNode {
  if (error) return <main className="flex-1 bg-sheet p-10 text-trouble">{sayProblem(error)}</main>;
  return <main className="flex-1 bg-sheet" />;
}

interface KnownEntryProps {
  readonly title: string;
  readonly onChange?: () => void;
  readonly children: ReactNode;
}

/** One thing that is known, and the way to change it. */
export function KnownEntry({ title, onChange, children }: KnownEntryProps): ReactNode {
  return (
    <div>
      <h2 className="eyebrow mb-1">{title}</h2>
      {children}
      {onChange ? (
        <button type="button" className="btn btn-small btn-quiet -ml-2" onClick={onChange}>
          {t("change")}
        </button>
      ) : null}
    </div>
  );
}
