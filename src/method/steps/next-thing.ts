/**
 * The next right thing of an open conversation, and why. One thing: what hurts most first, and nothing is offered before what must
 * be known is known (METHOD close.through, listen.attention, ack.feeling, ask.assume, confirm.readback, close.check).
 */
import { isBreach, type Round, type StepState } from "./round.ts";
import type { Step } from "./step.ts";

/** What can be done, as the one button of a line says it. */
export type Act =
  | "own-up"
  | "read"
  | "acknowledge"
  | "ask"
  | "read-back"
  | "offer"
  | "keep-promise"
  | "take-yes"
  | "check"
  | "follow-up";

export interface Next {
  readonly step: Step;
  readonly act: Act;
  /** Of the promise, message or check it is about; null for what is not there yet. */
  readonly about: number | null;
  /** By when; null: now. */
  readonly due: number | null;
}

export function nextOf(round: Round, state: (step: Step) => StepState, now: number, soon: number): Next | null {
  const breach = earliest(round.promises.filter(isBreach));
  if (breach) return { step: "provide", act: "own-up", about: breach.id, due: null };
  const unread = earliest(round.theirs.filter(({ isSeen }) => !isSeen));
  if (unread) return { step: "listen", act: "read", about: unread.id, due: null };
  const pressing = soonest(round);
  if (pressing?.due != null && pressing.due <= now + soon)
    return { step: "provide", act: "keep-promise", about: pressing.id, due: pressing.due };
  const waiting = unanswered(round);
  if (waiting?.soundsSolved) return { step: "check", act: "take-yes", about: waiting.id, due: null };
  if (waiting) return answerTo(waiting.id, state);
  if (pressing) return { step: "provide", act: "keep-promise", about: pressing.id, due: pressing.due };
  if (state("provide") !== "done") return null;
  const asked = round.checks.toSorted((a, b) => a.askedAt - b.askedAt || a.id - b.id).at(-1);
  if (asked) return { step: "check", act: "follow-up", about: asked.id, due: asked.followUpDue };
  return { step: "check", act: "check", about: null, due: round.checkDue };
}

/** One letter can do several of these; the first that is missing is named. */
function answerTo(id: number, state: (step: Step) => StepState): Next {
  const [step, act] =
    state("acknowledge") === "open"
      ? (["acknowledge", "acknowledge"] as const)
      : state("question") === "open"
        ? (["question", "ask"] as const)
        : state("confirm") === "open"
          ? (["confirm", "read-back"] as const)
          : (["provide", "offer"] as const);
  return { step, act, about: id, due: null };
}

const earliest = <One extends { readonly at: number; readonly id: number }>(all: readonly One[]): One | undefined =>
  all.toSorted((a, b) => a.at - b.at || a.id - b.id)[0];

/** The promise that is due first; those without a day come last. */
const soonest = ({ promises }: Round): Round["promises"][number] | undefined =>
  promises
    .filter(({ state }) => state === "open")
    .toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || a.id - b.id)[0];

/** The newest words of the customer that no letter of ours came after. */
function unanswered({ theirs, ours }: Round): Round["theirs"][number] | undefined {
  const last = theirs.toSorted((a, b) => a.at - b.at || a.id - b.id).at(-1);
  return last && !ours.some(({ at }) => at > last.at) ? last : undefined;
}
