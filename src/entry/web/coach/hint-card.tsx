/** One hint: what is seen and what to do in one breath; opened, what can be done about it, and why the coach thinks so. */
import { BellOff, X } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { StepDot } from "../look/step-dot.tsx";
import type { Hint } from "./look-at-draft.ts";
import type { Coach } from "./use-coach.ts";

const Why = lazy(() => import("./why.tsx"));

interface HintCardProps {
  readonly hint: Hint;
  readonly isOpen: boolean;
  readonly isWhyOpen: boolean;
  readonly onWhy: () => void;
  readonly coach: Coach;
}

export function HintCard({ hint, isOpen, isWhyOpen, onWhy, coach }: HintCardProps): ReactNode {
  const isGate = hint.level === "gate";
  const isPraise = hint.level === "praise";
  return (
    <li className={`coach-hint coach-hint-${hint.level}`}>
      <button
        type="button"
        data-hint={hint.key}
        tabIndex={isOpen ? 0 : -1}
        aria-expanded={isOpen}
        className="coach-head"
        onFocus={() => coach.pick(hint.key)}
        onClick={() => coach.pick(hint.key)}
      >
        <span className="coach-dot">
          <StepDot step={hint.step} size={10} />
        </span>
        <span className="min-w-0">
          {isGate ? <strong className="coach-stop">{t("coach.stop")}</strong> : null}
          <span className={isPraise ? "text-soft" : "font-medium"}>{hint.see}</span>
          {isPraise ? null : <span className="coach-do text-soft"> {hint.do}</span>}
          {hint.words ? <span className="sr-only">{t("coach.about", { words: hint.words })}</span> : null}
          {hint.holds ? <span className="block text-soft text-xs">{t("coach.gate")}</span> : null}
        </span>
      </button>
      {isOpen ? (
        <div className="coach-acts">
          {isPraise ? null : (
            <button
              type="button"
              className="btn btn-small btn-plain min-w-0"
              onClick={() => (hint.instead === undefined ? coach.goTo(hint) : coach.follow(hint))}
            >
              <span className="truncate">
                {hint.instead === undefined ? t("coach.go") : t("coach.apply", { words: hint.instead })}
              </span>
            </button>
          )}
          <button type="button" className="btn btn-small btn-quiet" aria-expanded={isWhyOpen} onClick={onWhy}>
            {t("coach.why")}
          </button>
          <span className="ml-auto flex">
            {isGate ? null : (
              <IconButton
                icon={BellOff}
                label={t("coach.mute")}
                keys="m"
                className="!h-6.5 !w-6.5"
                onPress={() => coach.mute(hint)}
              />
            )}
            <IconButton
              icon={X}
              label={t("coach.dismiss")}
              keys="x"
              className="!h-6.5 !w-6.5"
              onPress={() => coach.dismiss(hint)}
            />
          </span>
        </div>
      ) : null}
      {isOpen && isWhyOpen ? (
        <Suspense fallback={null}>
          <Why hint={hint} />
        </Suspense>
      ) : null}
    </li>
  );
}
