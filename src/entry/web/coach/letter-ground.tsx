/** Where a letter is written: the sheet, and the coach's margin beside or below it. */
import "./coach.css";
import { type ReactNode, type RefObject, useRef } from "react";
import { Margin } from "./margin.tsx";
import { useCaretInSight } from "./use-caret-in-sight.ts";
import { type Beside, useCoach } from "./use-coach.ts";

interface LetterGroundProps extends Beside {
  /** The editor puts itself here. */
  readonly place: RefObject<HTMLDivElement | null>;
}

export function LetterGround({ place, ...beside }: LetterGroundProps): ReactNode {
  const sheet = useRef<HTMLDivElement>(null);
  useCaretInSight(sheet, beside.view);
  const coach = useCoach(beside);
  return (
    <div className="coach-ground">
      <div ref={sheet} className="coach-sheet px-5 py-3 sm:px-8">
        <div ref={place} className="mx-auto max-w-[42rem]" />
      </div>
      {coach ? <Margin coach={coach} /> : null}
    </div>
  );
}
