/** The six dots, small: which steps the letter covers as it stands. One that is open is no fault; small matters need few. */
import type { ReactNode } from "react";
import { STEPS, type Step } from "../../../method/steps/index.ts";
import { t } from "../i18n.ts";
import { StepDot } from "../look/step-dot.tsx";

export function StepsCovered({ covered }: { covered: readonly Step[] }): ReactNode {
  const names = covered.map((step) => t(`step.${step}`)).join(", ");
  return (
    <p className="-ml-[3px] flex min-h-6 shrink-0 items-center gap-1">
      {STEPS.map((step) => (
        <span
          key={step}
          className="grid size-4 place-items-center"
          data-tip={t(covered.includes(step) ? "coach.step-covered" : "coach.step-open", { step: t(`step.${step}`) })}
        >
          <StepDot step={step} size={9} fill={covered.includes(step) ? "full" : "faint"} />
        </span>
      ))}
      <span className="sr-only">{names ? t("coach.steps", { steps: names }) : t("coach.no-steps")}</span>
    </p>
  );
}
