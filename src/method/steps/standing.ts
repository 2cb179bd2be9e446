/**
 * Whether a matter is resolved, and by what: the customer's own yes, a silence that is shown as silence, or a person's stated
 * reason (METHOD close.check). Nothing else resolves, and the three are never mixed.
 */
import type { Matter } from "./matter.ts";

export type Ending = "confirmed" | "silent" | "closed";

export interface Standing {
  /** Null while it is open. */
  readonly ending: Ending | null;
  /** When it began, or began anew: by a "no", or by what the customer wrote after its end. */
  readonly since: number;
}

interface Turn {
  readonly at: number;
  readonly ending: Ending | null;
}

/** Of what came at one moment the weightier stands last, and counts: a yes beside the letter that says it, before any silence. */
const WEIGHT: Readonly<Record<Ending | "none", number>> = { none: 0, silent: 1, closed: 2, confirmed: 3 };
const inOrder = (a: Turn, b: Turn): number => a.at - b.at || WEIGHT[a.ending ?? "none"] - WEIGHT[b.ending ?? "none"];

export function standingOf({ theirs, checks, closings, ours }: Matter): Standing {
  const turns: Turn[] = [
    ...theirs.filter(({ soundsSolved }) => !soundsSolved).map(({ at }) => ({ at, ending: null })),
    ...closings.filter(({ reason }) => reason.trim() !== "").map(({ at }) => ({ at, ending: "closed" as const })),
    ...checks.flatMap(({ answer, answeredAt, silentSince }): Turn[] => {
      if (answer === null) return silentSince === null ? [] : [{ at: silentSince, ending: "silent" }];
      if (answeredAt === null) return [];
      return [{ at: answeredAt, ending: answer === "yes" ? "confirmed" : null }];
    }),
  ].sort(inOrder);
  const firstWord = Math.min(...[...theirs, ...ours].map(({ at }) => at));
  let standing: Standing = { ending: null, since: Number.isFinite(firstWord) ? firstWord : 0 };
  for (const { at, ending } of turns) {
    if (ending !== null) standing = { ending, since: standing.since };
    else if (standing.ending !== null || isNo(checks, at)) standing = { ending: null, since: at };
  }
  return standing;
}

const isNo = (checks: Matter["checks"], at: number): boolean =>
  checks.some(({ answer, answeredAt }) => answer === "no" && answeredAt === at);
