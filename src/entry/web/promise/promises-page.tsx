/** The promise ledger: what is owed to customers, due first, and how much of what fell due was kept (METHOD close.through). */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { LedgerLine } from "../../contract/index.ts";
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { MenuButton } from "../look/menu.tsx";
import { sayProblem } from "../look/toasts.tsx";
import { ask } from "../queries.ts";
import { useMe, usePeople } from "../viewer.ts";
import { Due } from "./due.tsx";
import { KeptRate } from "./kept-rate.tsx";
import { wishMove } from "./move-wish.ts";
import { markKept, withdraw } from "./promise-acts.ts";

const BUCKETS = ["overdue", "today", "week", "later", "no-day"] as const;

interface RowProps {
  readonly row: LedgerLine;
  readonly whose: string;
  readonly onMove: () => void;
  readonly onWithdraw: () => void;
}

function Row({ row, whose, onMove, onWithdraw }: RowProps): ReactNode {
  const customer = row.customer.name || row.customer.address;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-t py-2.5">
      <Link
        to="/desk/$view/$id"
        params={{ view: "all", id: String(row.conversationId) }}
        hash={`message-${row.messageId}`}
        data-promise={row.id}
        className="-mx-3 min-w-0 flex-[1_1_16rem] rounded-md px-3 py-0.5 hover:bg-[color-mix(in_oklab,var(--ink)_3.5%,transparent)]"
      >
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">
            <bdi>{customer}</bdi>
          </span>
          <span className="text-sm">
            <Due due={row.due} isDay={row.isDay} focusable={false} />
          </span>
        </span>
        <span className="line-clamp-2 font-serif text-[0.9375rem] leading-6 [overflow-wrap:anywhere]">
          “{row.what}”
        </span>
        <span className="block truncate text-soft text-sm">
          {whose} · <bdi>{row.subject || t("row.no-subject")}</bdi>
        </span>
      </Link>
      {row.settling ? (
        <p className="text-soft text-sm">{t(`promises.settling.${row.settling === "kept" ? "kept" : "moved"}`)}</p>
      ) : (
        <span className="flex items-center gap-1">
          <button
            type="button"
            className="btn btn-small btn-quiet"
            aria-label={`${t("promises.kept")}: ${row.what}`}
            data-tip={t("promises.kept-tip")}
            data-tip-keys="e"
            onClick={() => void markKept(row)}
          >
            {t("promises.kept")}
          </button>
          <button
            type="button"
            className="btn btn-small btn-quiet"
            aria-label={`${t("promises.move")}: ${row.what}`}
            data-tip={t("promises.move-tip")}
            data-tip-keys="m"
            onClick={onMove}
          >
            {t("promises.move")}
          </button>
          <MenuButton
            label={`${t("promises.more")}: ${row.what}`}
            icon={Ellipsis}
            entries={[{ key: "withdraw", title: t("promises.withdraw"), onPick: onWithdraw }]}
          />
        </span>
      )}
    </li>
  );
}

function Whose({ whose, onWhose }: { whose: "all" | "mine"; onWhose: (whose: "all" | "mine") => void }): ReactNode {
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{t("promises.whose")}</legend>
      {(["all", "mine"] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={whose === one}
          className={`btn btn-small ${whose === one ? "btn-plain" : "btn-quiet"}`}
          onClick={() => onWhose(one)}
        >
          {t(`promises.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The promises of the list in their order, and which of them the focus is on or was on last. */
function useSteps(rows: readonly LedgerLine[]) {
  const last = useRef(0);
  const place = (id: number | undefined): HTMLElement | null => document.querySelector(`[data-promise="${id}"]`);
  const at = (): number => {
    const id = Number(
      document.activeElement?.closest("li")?.querySelector("[data-promise]")?.getAttribute("data-promise"),
    );
    const found = rows.findIndex((row) => row.id === id);
    if (found >= 0) last.current = found;
    return found;
  };
  return {
    step: (by: number): void => {
      const from = at();
      const to = from < 0 ? Math.min(last.current, rows.length - 1) : from + by;
      place(rows[Math.max(0, Math.min(rows.length - 1, to))]?.id)?.focus();
    },
    current: (): LedgerLine | undefined => rows[at()],
  };
}

export function PromisesPage(): ReactNode {
  const [whose, setWhose] = useState<"all" | "mine">("all");
  const [withdrawing, setWithdrawing] = useState<LedgerLine | null>(null);
  const me = useMe();
  const people = usePeople();
  const go = useNavigate();
  const list = useInfiniteQuery(ask.promises(whose));
  const rate = useQuery(ask.keptRate());
  const rows = useMemo(() => {
    const seen = new Set<number>();
    return (list.data?.pages.flatMap((page) => page.items) ?? []).filter(({ id }) => !seen.has(id) && seen.add(id));
  }, [list.data]);
  const steps = useSteps(rows);
  const move = ({ conversationId, id }: LedgerLine): void => {
    wishMove(conversationId, id);
    void go({ to: "/desk/$view/$id", params: { view: "all", id: String(conversationId) } });
  };
  const withCurrent = (act: (row: LedgerLine) => void) => (): void => {
    const row = steps.current();
    if (row && !row.settling) act(row);
  };
  useCommands([
    { id: "next", title: t("command.next"), group: t("group.list"), keys: "j", run: () => steps.step(1) },
    { id: "previous", title: t("command.previous"), group: t("group.list"), keys: "k", run: () => steps.step(-1) },
    {
      id: "promise-kept",
      title: t("promises.kept"),
      group: t("promises.title"),
      keys: "e",
      run: withCurrent((row) => {
        void markKept(row);
        steps.step(1);
      }),
    },
    {
      id: "promise-move",
      title: t("promises.move"),
      group: t("promises.title"),
      keys: "m",
      run: withCurrent(move),
    },
  ]);
  useEffect(() => {
    document.title = `${t("promises.title")} · Heard`;
  }, []);

  const nameOf = (id: number | null): string | undefined => people.find((one) => one.id === id)?.name;
  const whoseOf = ({ assigneeId, personId, who }: LedgerLine): string => {
    const owner = assigneeId ?? (who === "me" ? personId : null);
    return owner === me.id ? t("promises.mine") : (nameOf(owner) ?? t("promises.team"));
  };
  const isEmpty = list.data !== undefined && rows.length === 0;
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-7 sm:px-10">
      <div className="max-w-3xl">
        <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h1 className="title text-2xl leading-8">{t("promises.title")}</h1>
          {rate.data ? <KeptRate rate={rate.data} /> : null}
        </header>
        <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="max-w-md text-soft text-sm">{t("promises.lead")}</p>
          <Whose whose={whose} onWhose={setWhose} />
        </div>
        {list.error ? <p className="mb-4 text-trouble">{sayProblem(list.error)}</p> : null}
        {isEmpty ? (
          <div className="border-t py-8">
            <p className="title text-lg">{t(whose === "mine" ? "promises.none-mine" : "promises.none")}</p>
            <p className="text-soft">{t(whose === "mine" ? "promises.none-mine-what" : "promises.none-what")}</p>
          </div>
        ) : null}
        {BUCKETS.map((bucket) => {
          const inside = rows.filter((row) => row.bucket === bucket);
          return inside.length === 0 ? null : (
            <section key={bucket} aria-labelledby={`bucket-${bucket}`} className="mb-7">
              <h2 id={`bucket-${bucket}`} className="title mb-1 text-lg">
                {t(`promises.bucket.${bucket}`)}
              </h2>
              <ul>
                {inside.map((row) => (
                  <Row
                    key={row.id}
                    row={row}
                    whose={whoseOf(row)}
                    onMove={() => move(row)}
                    onWithdraw={() => setWithdrawing(row)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {list.hasNextPage ? (
          <button
            type="button"
            className="btn btn-quiet -ml-2"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t("promises.further")}
          </button>
        ) : null}
      </div>
      {withdrawing ? (
        <AskText
          title={t("promises.withdraw-title")}
          lead={t("promises.withdraw-lead")}
          label={t("promises.withdraw-why")}
          action={t("promises.withdraw-title")}
          onClose={() => setWithdrawing(null)}
          onDone={(reason) => withdraw(withdrawing, reason)}
        />
      ) : null}
    </main>
  );
}
