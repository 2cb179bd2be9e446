/** When the customer was told to expect word: said, set, moved, done. */
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { ConversationRow } from "../../contract/index.ts";
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { useNow, When } from "../look/when.tsx";
import { actionsOn } from "./use-actions.ts";

const LaterPick = lazy(() => import("./later-pick.tsx").then((found) => ({ default: found.LaterPick })));

export function NextUpdate({ row }: { row: ConversationRow }): ReactNode {
  const [choosing, setChoosing] = useState(false);
  const now = useNow();
  const actions = actionsOn(row, () => undefined);
  const due = row.nextUpdateDueAt;
  const overdue = due !== null && new Date(due) < now;
  useCommands([
    {
      id: "next-update",
      title: t("act.next-update"),
      group: t("group.conversation"),
      keys: "u",
      run: () => setChoosing(true),
    },
  ]);
  return (
    <>
      {due ? (
        <p className={`text-sm ${overdue ? "text-trouble" : "text-soft"}`}>
          {overdue ? t("next-update.overdue") : t("next-update.due")} <When at={due} />
        </p>
      ) : (
        <p className="text-faint text-sm">{t("step.provide.hint")}</p>
      )}
      <div className="mt-1 -ml-2 flex gap-1">
        <button
          type="button"
          aria-haspopup="dialog"
          className="btn btn-small btn-quiet"
          data-tip-keys="u"
          data-tip={t("act.next-update")}
          onClick={() => setChoosing(true)}
        >
          {due ? t("next-update.move") : t("next-update.set")}
        </button>
        {due ? (
          <button type="button" className="btn btn-small btn-quiet" onClick={() => void actions.setNextUpdate(null)}>
            {t("next-update.clear")}
          </button>
        ) : null}
      </div>
      <Suspense fallback={null}>
        {choosing ? (
          <LaterPick
            label={t("next-update.title")}
            note={t("next-update.note")}
            onClose={() => setChoosing(false)}
            onPick={(at) => void actions.setNextUpdate(at)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
