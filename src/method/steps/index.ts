/** The method's own words: the six steps and the ids of its principles. Everything else in `method` cites them. */

export { deriveGuide, type Evidence, type Guide, type StepView } from "./derive-guide.ts";
export type { Check, FactKnown, Matter, Offer, OurWords, PromiseGiven, Question, TheirWords } from "./matter.ts";
export type { Act, Next } from "./next-thing.ts";
export { PRINCIPLES, type PrincipleId } from "./principle.ts";
export type { StepState } from "./round.ts";
export type { Ending } from "./standing.ts";
export { STEPS, type Step, stepOfPrinciple } from "./step.ts";
