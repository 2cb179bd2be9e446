/** The actions on a conversation: two buttons for what is done all day, a menu for the rest, and a command for each. */
import { useQuery } from "@tanstack/react-query";
import {
  Check,
  Ellipsis,
  FolderInput,
  History as HistoryIcon,
  Link2,
  Merge,
  Moon,
  Pencil,
  Printer,
  RotateCcw,
  ShieldAlert,
  Tag,
  Trash2,
  Undo2,
  UserRound,
} from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { ConversationRow } from "../../contract/index.ts";
import { type Command, useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { MenuButton, type MenuEntry } from "../look/menu.tsx";
import { tell } from "../look/toasts.tsx";
import { ask } from "../queries.ts";
import { initialsOf, useMe } from "../viewer.ts";
import { actionsOn } from "./use-actions.ts";

const Choices = lazy(() => import("./choices.tsx"));
const History = lazy(() => import("./history.tsx"));
export type Choice =
  | "assign"
  | "snooze"
  | "resolve"
  | "tags"
  | "rename"
  | "move"
  | "merge"
  | "unmerge"
  | "spam"
  | "trash";

interface ActionsProps {
  readonly row: ConversationRow;
  readonly mergedFrom: readonly number[];
  readonly onLeave: () => void;
}

export function ConversationActions({ row, mergedFrom, onLeave }: ActionsProps): ReactNode {
  const me = useMe();
  const people = useQuery(ask.people()).data?.items ?? [];
  const [choice, setChoice] = useState<Choice | null>(null);
  const [showsHistory, setShowsHistory] = useState(false);
  const actions = actionsOn(row, onLeave);
  const group = t("group.conversation");
  const isMine = row.assigneeId === me.id;
  const isDone = row.status === "resolved" || row.status === "spam" || row.status === "trash";
  const reopen = (): void => void actions.setStatus("open");

  const offered: (Command & { icon: typeof Check; grave?: boolean })[] = [
    {
      id: "assign-me",
      title: isMine ? t("act.unassign-me") : t("act.assign-me"),
      group,
      keys: "a",
      icon: UserRound,
      run: () => void actions.assign(isMine ? null : me.id),
    },
    { id: "assign", title: t("act.assign"), group, keys: "shift+a", icon: UserRound, run: () => setChoice("assign") },
    isDone
      ? { id: "reopen", title: t("act.reopen"), group, keys: "e", icon: RotateCcw, run: reopen }
      : { id: "resolve", title: t("act.resolve"), group, keys: "e", icon: Check, run: () => setChoice("resolve") },
    row.snoozedUntil
      ? { id: "wake", title: t("act.wake"), group, keys: "s", icon: Moon, run: () => void actions.snooze(null) }
      : { id: "snooze", title: t("act.snooze"), group, keys: "s", icon: Moon, run: () => setChoice("snooze") },
    { id: "tags", title: t("act.tags"), group, keys: "t", icon: Tag, run: () => setChoice("tags") },
    { id: "rename", title: t("act.rename"), group, icon: Pencil, run: () => setChoice("rename") },
    { id: "move", title: t("act.move"), group, keys: "m", icon: FolderInput, run: () => setChoice("move") },
    { id: "merge", title: t("act.merge"), group, icon: Merge, run: () => setChoice("merge") },
    ...(mergedFrom.length > 0
      ? [{ id: "unmerge", title: t("act.unmerge"), group, icon: Undo2, run: () => setChoice("unmerge") }]
      : []),
    {
      id: "copy-link",
      title: t("act.copy-link"),
      group,
      icon: Link2,
      run: () =>
        void navigator.clipboard?.writeText(`${location.origin}/desk/open/${row.id}`).then(() => tell(t("did.copied"))),
    },
    { id: "history", title: t("act.history"), group, icon: HistoryIcon, run: () => setShowsHistory(true) },
    { id: "print-this", title: t("command.print"), group, icon: Printer, unlisted: true, run: () => print() },
    ...(row.status === "spam"
      ? []
      : [
          {
            id: "spam",
            title: t("act.spam"),
            group,
            keys: "!",
            icon: ShieldAlert,
            grave: true,
            run: () => setChoice("spam"),
          },
        ]),
    ...(row.status === "trash"
      ? []
      : [
          {
            id: "trash",
            title: t("act.trash"),
            group,
            keys: "#",
            icon: Trash2,
            grave: true,
            run: () => void actions.setStatus("trash"),
          },
        ]),
  ];
  useCommands(offered);

  const find = (id: string) => offered.find((one) => one.id === id);
  const done = find("resolve") ?? find("reopen");
  const later = find("snooze") ?? find("wake");
  const menu: MenuEntry[] = offered
    .filter((one) => one !== done && one !== later && one.id !== "assign")
    .map(({ id, title, icon, keys, grave, run }) => ({
      key: id,
      title,
      icon,
      onPick: run,
      ...(keys ? { keys } : {}),
      ...(grave ? { grave } : {}),
    }));
  const assignee = people.find((one) => one.id === row.assigneeId);

  return (
    <div className="flex items-center print-hidden">
      <button
        type="button"
        className={`btn btn-quiet mr-1 ${assignee ? "" : "italic"}`}
        data-tip={t("act.assign-tip")}
        data-tip-keys="a"
        aria-haspopup="dialog"
        onClick={() => setChoice("assign")}
      >
        <span className="sm:hidden">{assignee ? initialsOf(assignee.name) : "–"}</span>
        <span className="max-sm:sr-only">{assignee ? (isMine ? t("act.mine") : assignee.name) : t("act.nobody")}</span>
      </button>
      {later ? (
        <IconButton icon={Moon} label={later.title} keys="s" pressed={row.snoozedUntil !== null} onPress={later.run} />
      ) : null}
      {done ? <IconButton icon={done.icon} label={done.title} keys="e" onPress={done.run} /> : null}
      <MenuButton label={t("act.more")} icon={Ellipsis} entries={menu} />
      <Suspense fallback={null}>
        {showsHistory ? <History conversationId={row.id} onClose={() => setShowsHistory(false)} /> : null}
        {choice ? (
          <Choices
            choice={choice}
            row={row}
            mergedFrom={mergedFrom}
            actions={actions}
            onClose={() => setChoice(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
