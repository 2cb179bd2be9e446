/**
 * The margin beside a letter: the steps it covers, at most three hints, and what could be begun with. Beside the text where there
 * is room, below it where there is not, and never over it. Everything in it can be done with keys (margin-keys.ts).
 */
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, memo, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { t } from "../i18n.ts";
import { Announcer } from "./announcer.tsx";
import { HintCard } from "./hint-card.tsx";
import { Openings, openingsTitle } from "./openings.tsx";
import { StepsCovered } from "./steps-covered.tsx";
import type { Coach } from "./use-coach.ts";
import { useMarginCommands } from "./use-margin-commands.ts";

const MOVES: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const KEYS = new Set([...Object.keys(MOVES), "x", "m", "w"]);

export const Margin = memo(function Margin({ coach }: { coach: Coach }): ReactNode {
  const { hints, current } = coach;
  const box = useRef<HTMLElement>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  const [whyOf, setWhyOf] = useState<string | null>(null);

  const focusOn = (key: string | null): void => {
    const head = [...(box.current?.querySelectorAll<HTMLElement>("[data-hint]") ?? [])].find(
      ({ dataset }) => dataset["hint"] === key,
    );
    (head ?? box.current)?.focus();
  };

  // What had the focus is gone: it goes to what took its place, and stays in the margin. It is never taken from elsewhere.
  const isInside = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the hints are others
  useLayoutEffect(() => {
    if (isInside.current && document.activeElement === document.body) focusOn(current);
  }, [hints]);

  useMarginCommands(() => {
    // At once, so that the next key already belongs to the margin.
    flushSync(() => setUnfolded(true));
    focusOn(current);
  });

  const onKey = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const at = hints.findIndex(({ key }) => key === current);
    const hint = hints[at];
    const onHead = event.target instanceof HTMLElement && event.target.dataset["hint"] !== undefined;
    const { key } = event;
    const step = MOVES[key];
    if (key === "Escape") coach.backToText();
    else if (!hint) {
      // No hint is left, and outside of the margin these keys mean something else.
      if (!KEYS.has(key)) return;
    } else if (step !== undefined) {
      const next = hints[(at + step + hints.length) % hints.length];
      if (next) focusOn(next.key);
    } else if (key === "x") coach.dismiss(hint);
    else if (key === "m" && hint.level !== "gate") coach.mute(hint);
    else if (key === "w") setWhyOf(whyOf === hint.key ? null : hint.key);
    else if (key === "Enter" && onHead) coach.follow(hint);
    else return;
    event.preventDefault();
  };

  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={t("coach.label")}
      className="coach-margin"
      data-unfolded={isUnfolded}
      onKeyDown={onKey}
      // A click leaves the focus, and the place in the text, where they are.
      onMouseDown={(event) => {
        if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
      }}
      onFocus={() => {
        isInside.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget) isInside.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      <div className="coach-top">
        <StepsCovered covered={coach.covered} />
        {hints.length + coach.openings.length > 0 ? (
          <button
            type="button"
            className="coach-fold btn btn-small btn-quiet"
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {hints.length > 0 ? t("coach.count", { count: hints.length }) : openingsTitle(coach)}
            <ChevronDown size={14} aria-hidden="true" className={isUnfolded ? "rotate-180" : ""} />
          </button>
        ) : null}
        <Quiet coach={coach} />
      </div>
      {hints.length > 0 ? (
        <ul aria-label={t("coach.hints")} className="coach-hints">
          {hints.map((hint) => (
            <HintCard
              key={hint.key}
              hint={hint}
              isOpen={hint.key === current}
              isWhyOpen={hint.key === whyOf}
              onWhy={() => setWhyOf(whyOf === hint.key ? null : hint.key)}
              coach={coach}
            />
          ))}
        </ul>
      ) : null}
      <Openings key={String(hints.length > 0)} coach={coach} startsOpen={hints.length === 0} />
      <Announcer hints={hints} />
    </section>
  );
});

/** One line about why nothing is said, where that could be mistaken for praise. */
function Quiet({ coach }: { coach: Coach }): ReactNode {
  const words = coach.isAbsent
    ? t("coach.absent")
    : coach.silence === "language"
      ? t("coach.language")
      : coach.silence === "length"
        ? t("coach.length")
        : null;
  return words ? <p className="min-w-0 flex-1 text-faint text-sm">{words}</p> : null;
}
