/** In the guide: what was promised in this conversation and is still owed. Kept is said here; moving one begins a letter. */
import type { ReactNode } from "react";
import type { ConversationWhole } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { Due } from "./due.tsx";
import { wishMove } from "./move-wish.ts";
import { markKept } from "./promise-acts.ts";

export function OwedHere({ whole }: { whole: ConversationWhole }): ReactNode {
  const conversationId = whole.conversation.id;
  const owed = whole.promises.filter(({ outcome }) => outcome === null);
  if (owed.length === 0) return null;
  return (
    <ul aria-label={t("promises.here")} className="mt-1 mb-2 flex flex-col gap-1.5">
      {owed.map(({ id, what, due, isDay, settling }) => (
        <li key={id} className="text-sm">
          <p className="[overflow-wrap:anywhere]">
            <span className="font-serif">“{what}”</span> <Due due={due} isDay={isDay} />
          </p>
          {settling ? (
            <p className="text-soft">{t(`promises.settling.${settling === "kept" ? "kept" : "moved"}`)}</p>
          ) : (
            <div className="-ml-2 flex gap-1">
              <button
                type="button"
                className="btn btn-small btn-quiet"
                aria-label={`${t("promises.kept")}: ${what}`}
                data-tip={t("promises.kept-tip")}
                onClick={() => void markKept({ id, conversationId })}
              >
                {t("promises.kept")}
              </button>
              <button
                type="button"
                className="btn btn-small btn-quiet"
                aria-label={`${t("promises.move")}: ${what}`}
                data-tip={t("promises.move-tip")}
                onClick={() => wishMove(conversationId, id)}
              >
                {t("promises.move")}
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
