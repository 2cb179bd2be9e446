/** The desk: the list at the left, the conversation being read, the guide at its right. On a phone each is a page. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { ConversationRow, View } from "../../contract/index.ts";
import { useCommands } from "../frame/commands.ts";
import { useStored } from "../frame/stored.ts";
import { t } from "../i18n.ts";
import { tell } from "../look/toasts.tsx";
import { ask } from "../queries.ts";
import { Conversation } from "./conversation.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { fetchAhead } from "./fetch-ahead.ts";
import { Guide } from "./guide.tsx";
import { prefetchWriting } from "./lazy-parts.ts";
import { useRows } from "./use-rows.ts";

export function DeskPage(): ReactNode {
  const { view } = useParams({ from: "/inside/desk/$view" });
  const params = useParams({ strict: false }) as { id?: string };
  const search = useSearch({ from: "/inside/desk/$view" });
  const go = useNavigate();
  const selected = Number(params.id) || undefined;
  const filter = { view: view as View, mailboxId: search.mailbox, tag: search.tag };
  const rows = useRows(filter, selected);
  const [guideOpen, setGuideOpen] = useStored("guide.open", true);
  const [guidePage, setGuidePage] = useState(false);

  const select = useCallback(
    (id: number | undefined, options: { readonly replace: boolean } = { replace: true }) => {
      setGuidePage(false);
      void (id
        ? go({ to: "/desk/$view/$id", params: { view, id: String(id) }, search, replace: options.replace })
        : go({ to: "/desk/$view", params: { view }, search }));
    },
    [go, search, view],
  );

  const follow = useCallback(
    (id: number) => {
      tell(t("desk.followed", { number: id }));
      void go({ to: "/desk/$view/$id", params: { view, id: String(id) }, search, hash: true, replace: true });
    },
    [go, search, view],
  );

  // The neighbours are fetched before they are asked for, so that the next conversation is there at once.
  const { at, items } = rows;
  useEffect(() => {
    let isHere = true;
    const ids = [at + 1, at + 2, at - 1].flatMap((near) => items[near]?.id ?? []);
    const timer = setTimeout(() => void fetchAhead(ids, () => isHere).catch(() => undefined), 60);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [at, items]);
  useEffect(() => prefetchWriting(), []);

  const whole = useQuery({ ...ask.conversation(selected ?? 0), enabled: selected !== undefined }).data;
  const row: ConversationRow | undefined = whole?.conversation ?? items[at];

  useCommands([
    {
      id: "next",
      title: t("command.next"),
      group: t("group.list"),
      keys: "j",
      run: () => rows.stepBy(1, select),
    },
    {
      id: "previous",
      title: t("command.previous"),
      group: t("group.list"),
      keys: "k",
      run: () => rows.stepBy(-1, select),
    },
    ...(selected
      ? [
          {
            id: "guide",
            title: t("command.guide"),
            group: t("group.conversation"),
            keys: ".",
            run: () => setGuideOpen(!guideOpen),
          },
        ]
      : []),
  ]);

  useEffect(() => {
    document.title =
      row && selected ? `${row.subject || t("row.no-subject")} · Heard` : `${t(`view.${view as View}`)} · Heard`;
  }, [row, selected, view]);

  return (
    <main className="print-flow flex min-h-0 flex-1">
      <ConversationList
        filter={filter}
        rows={rows}
        selected={selected}
        onSelect={select}
        onEnter={() => document.getElementById("conversation")?.focus()}
        onClearTag={() =>
          void go({ to: "/desk/$view", params: { view }, search: search.mailbox ? { mailbox: search.mailbox } : {} })
        }
        className={selected ? "max-lg:hidden" : "max-lg:w-full"}
      />
      <div className={`print-flow flex min-h-0 min-w-0 flex-1 bg-sheet ${selected ? "" : "max-lg:hidden"}`}>
        {selected ? (
          <>
            <div className={`print-flow flex min-h-0 min-w-0 flex-1 ${guidePage ? "max-wide:hidden" : ""}`}>
              <Conversation
                key={selected}
                id={selected}
                row={row}
                guideOpen={guideOpen}
                onGuide={() => {
                  if (matchMedia("(min-width: 80rem)").matches) setGuideOpen(!guideOpen);
                  else setGuidePage(true);
                }}
                onBack={() => select(undefined)}
                onLeave={() => rows.leave(select)}
                onMerged={follow}
              />
            </div>
            {whole ? (
              <Guide
                whole={whole}
                onBack={() => setGuidePage(false)}
                className={`${guidePage ? "max-wide:w-full" : "max-wide:hidden"} ${guideOpen ? "" : "wide:hidden"}`}
              />
            ) : null}
          </>
        ) : (
          <p className="m-auto max-w-xs p-6 text-center text-soft">
            {items.length > 0 ? t("desk.pick") : t("desk.pick-empty")}
          </p>
        )}
      </div>
    </main>
  );
}
