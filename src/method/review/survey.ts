/** Whether asking for stars would hurt now. Used by the rule on a draft, and for the survey that a desk sends by itself. METHOD close.feedback. */
import type { Draft } from "./draft.ts";

const HURT = [
  "bereavement",
  "vulnerable",
  "self-harm",
  "threat",
  "complaint-body",
  "wants-manager",
  "legal",
  "abuse",
] as const;

export function surveyIsUnkind(draft: Draft): boolean {
  const { customer } = draft;
  if (customer === undefined) return false;
  if (HURT.some((signal) => customer.signals.has(signal))) return true;
  return (customer.isHot && !customer.isSettled) || draft.doing("refuse").length > 0;
}
