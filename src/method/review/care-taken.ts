/**
 * Whether a letter plainly takes care: its writer speaks for themselves, names days and sums, takes up the customer's own words,
 * and meets them with more than one sentence. What such a letter seems to leave out it most often says in words that no list
 * holds, so rules that look for something missing are silent in it. An opinion of the wording, and never shown.
 */
import type { Draft } from "./draft.ts";
import { keyOf } from "./figures.ts";
import { sharedInAll } from "./look.ts";
import { receives } from "./met.ts";
import { everyPattern } from "./pattern.ts";

const MYSELF = everyPattern("i(?:'\\w+)?|my|me|mine|myself");
const OFTEN_MYSELF = 3;
const MANY_FIGURES = 3;
const MUCH_SHARED = 5;
const OFTEN_WARM = 2;

const known = new WeakMap<Draft, number>();

/** How many of the four signs stand in the draft: 0 could be anybody's, 4 is a letter to one person. */
export function careTaken(draft: Draft): number {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const found = countSigns(draft);
  known.set(draft, found);
  return found;
}

function countSigns(draft: Draft): number {
  const { body, customer, figures } = draft;
  const myself = body.reduce((sum, { plain }) => sum + (plain.match(MYSELF)?.length ?? 0), 0);
  const theirs = figures.filter((figure) => customer?.figureKeys.has(keyOf(figure))).length;
  const warm = body.filter((sentence) => receives(draft, sentence) === "warm").length;
  return [
    myself >= OFTEN_MYSELF,
    figures.length >= MANY_FIGURES,
    sharedInAll(draft) + theirs >= MUCH_SHARED,
    warm >= OFTEN_WARM,
  ].filter(Boolean).length;
}
