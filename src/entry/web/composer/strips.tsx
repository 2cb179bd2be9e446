/** What is said beside what is being written: whether it is kept, what arrived meanwhile, and a newer draft elsewhere. */
import type { ReactNode } from "react";
import type { Draft, Message } from "../../contract/index.ts";
import { sayAddress } from "../address/parse-addresses.ts";
import { t } from "../i18n.ts";
import { When } from "../look/when.tsx";
import { useMe } from "../viewer.ts";
import type { DraftState } from "./use-draft.ts";

export function DraftWord({ state, className = "" }: { state: DraftState; className?: string }): ReactNode {
  const said = {
    kept: t("draft.kept"),
    keeping: t("draft.keeping"),
    unkept: t("draft.unkept"),
    elsewhere: t("draft.elsewhere"),
    left: t("draft.unkept"),
  };
  return (
    <span role="status" className={`truncate text-faint text-xs ${className}`}>
      {said[state]}
    </span>
  );
}

interface MeanwhileStripProps {
  readonly arrived: readonly Message[];
  readonly isHeldBack: boolean;
  readonly onLook: () => void;
  readonly onAnyway: () => void;
}

export function MeanwhileStrip({ arrived, isHeldBack, onLook, onAnyway }: MeanwhileStripProps): ReactNode {
  const me = useMe();
  const newest = arrived.at(-1);
  if (!newest && !isHeldBack) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-note px-4 py-2">
      <p className="line-clamp-4 min-w-0 flex-[1_1_16rem]">
        <strong className="font-semibold">
          {newest
            ? t(
                newest.kind === "inbound"
                  ? "meanwhile.customer"
                  : newest.kind === "note"
                    ? "meanwhile.note"
                    : newest.personId === me.id
                      ? "meanwhile.you"
                      : "meanwhile.colleague",
                {
                  who: sayAddress(newest.from),
                },
              )
            : t("meanwhile.something")}
        </strong>{" "}
        {newest ? (
          <span className="font-serif">“{newest.replyText.replace(/\s+/g, " ").trim().slice(0, 140)}”</span>
        ) : null}
        {isHeldBack ? <span className="block text-soft">{t("meanwhile.held")}</span> : null}
      </p>
      <button type="button" className="btn btn-small btn-plain" onClick={onLook}>
        {t("meanwhile.look")}
      </button>
      {isHeldBack ? (
        <button type="button" className="btn btn-small btn-quiet" onClick={onAnyway}>
          {t("meanwhile.anyway")}
        </button>
      ) : null}
    </div>
  );
}

interface ElsewhereStripProps {
  readonly other: Draft;
  readonly onKeepMine: () => void;
  readonly onTakeOther: () => void;
}

export function ElsewhereStrip({ other, onKeepMine, onTakeOther }: ElsewhereStripProps): ReactNode {
  const words = new DOMParser().parseFromString(other.html, "text/html").body.textContent ?? "";
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-note px-4 py-2">
      <p className="line-clamp-4 min-w-0 flex-[1_1_16rem]">
        <strong className="font-semibold">{t("elsewhere.title")}</strong> <When at={other.updatedAt} />:{" "}
        <span className="font-serif">“{words.replace(/\s+/g, " ").trim().slice(0, 120)}”</span>
      </p>
      <button type="button" className="btn btn-small btn-plain" onClick={onTakeOther}>
        {t("elsewhere.take")}
      </button>
      <button type="button" className="btn btn-small btn-quiet" onClick={onKeepMine}>
        {t("elsewhere.keep")}
      </button>
    </div>
  );
}
