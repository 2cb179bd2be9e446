/** Which of the six steps a draft covers, from what its sentences do, each with the words that carry it. */
import { STEPS, type Step } from "../steps/index.ts";
import { type Draft, SURE_ENOUGH } from "./draft.ts";
import { sharedWith } from "./look.ts";
import type { FoundMove, MoveName } from "./moves/find-moves.ts";

export interface StepCover {
  readonly covered: boolean;
  readonly start?: number;
  readonly end?: number;
}

const CARRIES: Readonly<Record<Step, readonly MoveName[]>> = {
  listen: ["paraphrase", "reflect", "read-back"],
  acknowledge: ["acknowledge", "reflect", "normalise", "relate", "apologise", "own"],
  question: ["ask"],
  confirm: ["read-back", "paraphrase"],
  provide: [
    "act",
    "instruct",
    "offer-option",
    "suggest",
    "promise",
    "redress",
    "answer",
    "explain",
    "escalate",
    "alternative",
    "refuse",
  ],
  check: ["check"],
};

/** Does a sentence that makes this move take this step? */
export const carries = (step: Step, move: MoveName): boolean => CARRIES[step].includes(move);

/**
 * METHOD: the six steps. A step that is not covered is not a fault: small matters need few of them.
 * @param learned what a trained model hears, where one is loaded: all that it lists counts, and nothing else.
 */
export function stepsCovered(draft: Draft, learned?: readonly FoundMove[]): Record<Step, StepCover> {
  const moves = learned ?? draft.moves.filter(({ confidence }) => confidence >= SURE_ENOUGH);
  const covers = {} as Record<Step, StepCover>;
  for (const step of STEPS) {
    const best = moves
      .filter(({ move }) => carries(step, move))
      .sort((a, b) => b.confidence - a.confidence || a.start - b.start)[0];
    covers[step] = best === undefined ? { covered: false } : { covered: true, start: best.start, end: best.end };
  }
  if (learned !== undefined) return covers;
  // Two of the customer's own words in one sentence show that somebody listened, whatever else the sentence does.
  const heard = draft.body.find((sentence) => sharedWith(draft, sentence) >= 2);
  if (!covers.listen.covered && heard !== undefined)
    covers.listen = { covered: true, start: heard.start, end: heard.end };
  return covers;
}
