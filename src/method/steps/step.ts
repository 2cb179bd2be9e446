/**
 * The six steps by name. Which of them a conversation has been through is derived elsewhere, from what was really said;
 * nobody types a step.
 */
export const STEPS = ["listen", "acknowledge", "question", "confirm", "provide", "check"] as const;

export type Step = (typeof STEPS)[number];

/** The step a principle serves first; undefined for those that serve all of them (calm, attitude, connect, learn …). */
export function stepOfPrinciple(principle: string): Step | undefined {
  return FAMILY_STEP.get(principle.slice(0, principle.indexOf(".")));
}

const FAMILY_STEP: ReadonlyMap<string, Step> = new Map([
  ["listen", "listen"],
  ["ack", "acknowledge"],
  ["ask", "question"],
  ["confirm", "confirm"],
  ["solve", "provide"],
  ["expect", "provide"],
  ["close", "check"],
]);
