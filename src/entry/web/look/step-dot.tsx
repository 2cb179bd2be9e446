/**
 * The six dots, the signature of the product: each step of the method has a shape as well as a colour, so it can be told
 * apart without colour. Used wherever a step is meant, and nowhere as decoration.
 */
import type { ReactNode } from "react";

const STEPS = ["listen", "acknowledge", "question", "confirm", "provide", "check"] as const;
export type Step = (typeof STEPS)[number];

const SHAPES: Record<Step, ReactNode> = {
  listen: <circle cx="6" cy="6" r="4.4" />,
  acknowledge: <path d="M1.6 10.4V6A4.4 4.4 0 1 1 6 10.4z" />,
  question: <path d="M6 1.7l4.7 8.4H1.3z" />,
  confirm: <rect x="2" y="2" width="8" height="8" rx="0.8" />,
  provide: <path d="M6 0.9L11.1 6 6 11.1 0.9 6z" />,
  check: <path d="M1.8 6.5l3 3.1 5.4-6.8" />,
};

export type DotFill = "full" | "outline" | "faint";

export function StepDot({ step, fill = "full", size = 12 }: { step: Step; fill?: DotFill; size?: number }): ReactNode {
  const colour = fill === "faint" ? "var(--line)" : `var(--step-${step})`;
  const drawn = step === "check" || fill !== "full";
  return (
    <svg
      aria-hidden="true"
      className="shrink-0 overflow-visible"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill={drawn ? "none" : colour}
      stroke={drawn ? colour : "none"}
      strokeWidth={step === "check" ? (fill === "full" ? 2.4 : 1.5) : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[step]}
    </svg>
  );
}

/** The six in a row: the mark of Heard. */
export function SixDots({ size = 9 }: { size?: number }): ReactNode {
  return (
    <span className="inline-flex items-center gap-[3px]" aria-hidden="true">
      {STEPS.map((step) => (
        <StepDot key={step} step={step} size={size} />
      ))}
    </span>
  );
}
