/** What the letter could begin or go on with: sentences made of this customer's own facts, written into the letter by a button. */
import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
import type { Coach } from "./use-coach.ts";

export const openingsTitle = ({ isBlank }: Coach): string => t(isBlank ? "coach.begin" : "coach.add");

export function Openings({ coach, startsOpen }: { coach: Coach; startsOpen: boolean }): ReactNode {
  const [isOpen, setOpen] = useState(startsOpen);
  if (coach.openings.length === 0) return null;
  return (
    <section className="coach-openings" aria-label={openingsTitle(coach)}>
      <button
        type="button"
        className="eyebrow flex min-h-6 items-center gap-1 hover:text-ink"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={12} aria-hidden="true" className={isOpen ? "rotate-90" : ""} />
        {openingsTitle(coach)}
      </button>
      {isOpen ? (
        <ul>
          {coach.openings.map((opening) => (
            <li key={opening.key}>
              <button type="button" className="coach-opening" onClick={() => coach.begin(opening.key)}>
                {opening.text}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
