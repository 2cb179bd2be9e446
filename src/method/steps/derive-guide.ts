/**
 * The step of a conversation is derived, never typed: which of the six are done, on what evidence, and what the next right thing
 * is. Pure; small matters need few steps, and one good reply may take all of them (METHOD: the six steps).
 */
import type { Matter } from "./matter.ts";
import { type Next, nextOf } from "./next-thing.ts";
import { isBreach, type Round, type StepState } from "./round.ts";
import { type Ending, standingOf } from "./standing.ts";
import { STEPS, type Step } from "./step.ts";

export interface Evidence {
  readonly of: "theirs" | "ours" | "fact" | "question" | "offer" | "promise" | "check" | "person";
  /** Of the record; null where a person said so. */
  readonly id: number | null;
  readonly at: number;
}

export interface StepView {
  readonly step: Step;
  readonly state: StepState;
  /** Oldest first. */
  readonly evidence: readonly Evidence[];
}

export interface Guide {
  readonly ending: Ending | null;
  /** Since when the steps are counted: a "no" begins them anew. */
  readonly since: number;
  /** In the order of the method. */
  readonly steps: readonly StepView[];
  /** Null when there is nothing to do but wait. */
  readonly next: Next | null;
}

type Look = (round: Round) => Omit<StepView, "step">;

/**
 * @param now milliseconds since 1970, as all moments of a matter.
 * @param soon a promise due within so many milliseconds is spoken of before anything that can wait.
 */
export function deriveGuide(matter: Matter, now: number, soon: number): Guide {
  const { ending, since } = standingOf(matter);
  const round: Round = {
    ...matter,
    since,
    theirs: matter.theirs.filter(({ at }) => at >= since),
    ours: matter.ours.filter(({ at, hasLeft }) => hasLeft && at >= since),
    checks: matter.checks.filter(({ askedAt, answeredAt }) => (answeredAt ?? askedAt) > since),
    overruled: matter.overruled.filter(({ at }) => at >= since),
  };
  const steps = STEPS.map((step): StepView => {
    const said = round.overruled.filter((one) => one.step === step);
    const { state, evidence } = LOOKS[step](round);
    const all = [...evidence, ...said.map(({ at }): Evidence => ({ of: "person", id: null, at }))];
    return { step, state: said.length > 0 ? "done" : state, evidence: all.sort(byTime) };
  });
  return { ending, since, steps, next: ending === null ? nextOf(round, stateIn(steps), now, soon) : null };
}

const byTime = (a: Evidence, b: Evidence): number =>
  a.at - b.at || (a.of < b.of ? -1 : a.of > b.of ? 1 : (a.id ?? 0) - (b.id ?? 0));

const stateIn =
  (steps: readonly StepView[]) =>
  (step: Step): StepState =>
    steps[STEPS.indexOf(step)]?.state ?? "spare";

const pointing = (of: Evidence["of"], all: readonly { readonly id: number; readonly at: number }[]): Evidence[] =>
  all.map(({ id, at }) => ({ of, id, at }));
const taken = (step: Step, { ours }: Round): Evidence[] =>
  pointing(
    "ours",
    ours.filter(({ covers }) => covers.includes(step)),
  );

const LOOKS: Readonly<Record<Step, Look>> = {
  // METHOD listen.details: heard is what somebody has looked at, not what has arrived.
  listen: ({ theirs, facts }) => {
    const unseen = theirs.filter(({ isSeen }) => !isSeen);
    if (unseen.length > 0) return { state: "open", evidence: pointing("theirs", unseen) };
    const heard = [...pointing("theirs", theirs), ...pointing("fact", facts)];
    return { state: theirs.length > 0 ? "done" : "spare", evidence: heard };
  },
  // METHOD ack.feeling: every fresh hurt wants a word that came after it.
  acknowledge: (round) => {
    const words = taken("acknowledge", round);
    const hurt = round.theirs.filter(({ isUpset }) => isUpset);
    const unmet = hurt.filter(({ at }) => !words.some((word) => word.at > at));
    if (unmet.length > 0) return { state: "open", evidence: [...pointing("theirs", unmet), ...words] };
    return { state: words.length > 0 ? "done" : "spare", evidence: words };
  },
  // METHOD ask.assume
  question: (round) => {
    const { questions } = round;
    const evidence = [...pointing("question", questions), ...taken("question", round)];
    if (questions.some(({ isRequired, state }) => isRequired && state === "open")) return { state: "open", evidence };
    if (questions.some(({ state }) => state === "asked")) return { state: "begun", evidence };
    return { state: evidence.length > 0 ? "done" : "spare", evidence };
  },
  // METHOD confirm.readback: what the customer put right is settled by them, too.
  confirm: (round) => {
    const { facts } = round;
    const evidence = [...pointing("fact", facts), ...taken("confirm", round)];
    if (facts.length === 0) return { state: evidence.length > 0 ? "done" : "spare", evidence };
    if (facts.every(({ state }) => state === "confirmed" || state === "corrected")) return { state: "done", evidence };
    return { state: facts.every(({ state }) => state === "heard") ? "open" : "begun", evidence };
  },
  // METHOD close.through: a promise outlives every round, until it is kept, moved or broken.
  provide: (round) => {
    const { promises, offers } = round;
    const words = taken("provide", round);
    const evidence = [...pointing("promise", promises), ...pointing("offer", offers), ...words];
    if (promises.some(isBreach)) return { state: "open", evidence };
    if (promises.some(({ state }) => state === "open")) return { state: "begun", evidence };
    // Options are offered two or three at a time, and one of them is chosen.
    const lastAt = Math.max(...offers.map(({ at }) => at));
    const last = offers.filter(({ at }) => at === lastAt && at >= round.since);
    if (last.length > 0 && !last.some(({ isChosen }) => isChosen)) return { state: "begun", evidence };
    if (words.length > 0) return { state: "done", evidence };
    return { state: round.theirs.length > 0 ? "open" : "spare", evidence };
  },
  // METHOD close.check: done is the customer's own yes and nothing else.
  check: (round) => {
    const evidence = round.checks.map(
      ({ id, askedAt, answeredAt }): Evidence => ({
        of: "check",
        id,
        at: answeredAt ?? askedAt,
      }),
    );
    if (round.checks.some(({ answer }) => answer === "yes")) return { state: "done", evidence };
    const asked = [...evidence, ...taken("check", round)];
    return { state: asked.length > 0 ? "begun" : "spare", evidence: asked };
  },
};
