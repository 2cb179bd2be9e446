/** The method's own words: the six steps and the ids of its principles. Everything else in `method` cites them. */
export { PRINCIPLES, type PrincipleId } from "./principle.ts";
export { STEPS, type Step, stepOfPrinciple } from "./step.ts";
