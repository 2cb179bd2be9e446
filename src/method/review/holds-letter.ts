/** Which findings stop a letter. Whoever sends may still go on with a written reason; asking for that is the desk's matter. */
import type { Finding } from "./review.ts";

/** Stops the survey that a letter carries or that would follow it, never the letter (METHOD close.feedback). */
const STOPS_THE_SURVEY = "survey-after-hurt";

export const holdsLetter = ({ level, rule }: Pick<Finding, "level" | "rule">): boolean =>
  level === "gate" && rule !== STOPS_THE_SURVEY;
