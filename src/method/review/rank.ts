/** Which findings are shown: at most three, gates first, then what is best supported and matters most in this customer's state. Conflicts are settled here. */

import { SOURCES } from "../sources/index.ts";
import type { Draft } from "./draft.ts";
import type { Level, Pointed, Rule } from "./rule.ts";

export interface Spoken {
  readonly rule: Rule;
  readonly at: Pointed;
}

/** More at once is nagging, and is not read. */
const MOST_SHOWN = 3;
const LEVEL_ORDER: Readonly<Record<Level, number>> = { gate: 0, nudge: 1, praise: 2, note: 3 };
const GRADE_WEIGHT = { A: 1, L: 1, B: 0.8, C: 0.5 } as const;

/** When the first speaks, the second is not shown: CRAFT's conflicts, and rules that see one thing from two sides. */
const SILENCES: ReadonlyArray<readonly [loud: string, quiet: string]> = [
  ["bare-refusal", "cannot-until"],
  ["late-refusal", "cannot-until"],
  ["over-apology", "feeling-unnamed"],
  ["over-apology", "feeling-without-cause"],
  ["no-next-step", "ends-with-care"],
  ["bare-refusal", "policy-as-reason"],
  ["nothing-of-theirs", "generic-noun"],
  ["nothing-of-theirs", "feeling-without-cause"],
  ["untouched-macro", "nothing-of-theirs"],
  ["untouched-macro", "generic-noun"],
  ["fix-before-feeling", "feeling-unnamed"],
  ["vague-time", "undated-promise"],
  ["life-in-danger", "survey-after-hurt"],
  ["vulnerability-passed-over", "feeling-unnamed"],
  ["broken-promise-unnamed", "feeling-unnamed"],
  ["no-next-step", "anything-else-alone"],
];
/** Nothing else is shown beside these. */
const OVERRIDES = new Set(["life-in-danger", "right-denied", "secret-shown"]);

/** What a heated customer needs first, and what a calm one gains most from. */
const GAIN_WHEN_HOT: Readonly<Record<string, number>> = {
  listen: 1.2,
  acknowledge: 1.3,
  question: 0.9,
  confirm: 0.9,
  provide: 1,
  check: 0.9,
};

const weightOf = (rule: Rule, draft: Draft): number => {
  const best = Math.max(...rule.cites.map((key) => GRADE_WEIGHT[SOURCES[key].grade]));
  return best * (draft.customer?.isHot ? (GAIN_WHEN_HOT[rule.step] ?? 1) : 1);
};

/** Everything that is said, most important first. One finding per rule comes before any rule's second. */
export function ranked(spoken: readonly Spoken[], draft: Draft): Spoken[] {
  const nth = new Map<string, number>();
  return spoken
    .map((one, order) => {
      const turn = nth.get(one.rule.id) ?? 0;
      nth.set(one.rule.id, turn + 1);
      return { one, order, turn, weight: weightOf(one.rule, draft) };
    })
    .sort(
      (a, b) =>
        LEVEL_ORDER[a.one.rule.level] - LEVEL_ORDER[b.one.rule.level] ||
        a.turn - b.turn ||
        b.weight - a.weight ||
        a.order - b.order,
    )
    .map(({ one }) => one);
}

/**
 * The ones to show. Notes are for the writer's own statistics and are never shown in place.
 * @param isQuiet what the writer does not want to be told: the next in order takes its place, never what it silences.
 */
export function shown<F extends { readonly rule: string; readonly level: Level }>(
  all: readonly F[],
  isQuiet: (one: F) => boolean = () => false,
): F[] {
  const ids = new Set(all.map(({ rule }) => rule));
  const wanted = all.filter((one) => !isQuiet(one));
  const overriding = wanted.filter(({ rule }) => OVERRIDES.has(rule));
  const pool = overriding.length > 0 ? overriding : wanted;
  const quiet = new Set(SILENCES.filter(([loud]) => ids.has(loud)).map(([, silenced]) => silenced));
  const hasNudge = pool.some(({ level }) => level === "gate" || level === "nudge");
  return pool
    .filter(
      ({ rule, level }) =>
        level !== "note" && !quiet.has(rule) && !(level === "praise" && hasNudge && pool.length > MOST_SHOWN),
    )
    .slice(0, MOST_SHOWN);
}
