/** Three small bars: how strong something is. Says it to the eye alone; the word beside them says it to everybody. */
import type { ReactNode } from "react";

/** a little, plain, very. */
export type Strength = 1 | 2 | 3;
export const strengthOf = (intensity: number): Strength => (intensity < 0.4 ? 1 : intensity < 0.7 ? 2 : 3);

export function Bars({ strength }: { strength: 0 | Strength }): ReactNode {
  return (
    <svg aria-hidden="true" width="12" height="11" viewBox="0 0 12 11" className="shrink-0 self-center">
      {([1, 2, 3] as const).map((bar) => (
        <rect
          key={bar}
          x={(bar - 1) * 4.25}
          y={11 - (2 + bar * 3)}
          width="3"
          height={2 + bar * 3}
          rx="1"
          fill={bar <= strength ? "var(--ink-soft)" : "none"}
          stroke={bar <= strength ? "none" : "var(--line)"}
          strokeWidth="0.75"
        />
      ))}
    </svg>
  );
}
