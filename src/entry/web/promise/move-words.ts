/**
 * The honest beginning of a letter that moves a promise: what was promised in its own words, that it will not be kept or was not, and
 * places for the reason and the new day, which keep it from leaving until they are filled in (METHOD close.through). Pure.
 */
import type { StandingPromise } from "../../contract/index.ts";
import { t } from "../i18n.ts";

const REASON = "{your.reason}";
const TIME = "{the.new_day}";

/** @returns what the letter has to say, without a greeting. */
export function moveWords({ who, what, due }: Pick<StandingPromise, "who" | "what" | "due">, now: Date): string[] {
  const isLate = due !== null && new Date(due) < now;
  const said = t(`promises.draft.${isLate ? "late-" : ""}${who}`, { what });
  return [said, t(`promises.draft.then-${who}`, { reason: REASON, time: TIME })];
}

/** @param name what the customer is called; empty when nobody knows. */
export const greeting = (name: string): string =>
  name === "" ? t("promises.draft.hello-plain") : t("promises.draft.hello", { name });

/** What a new word may be said of: owed, and no letter with it on its way. */
export const isOwed = ({ outcome, settling }: Pick<StandingPromise, "outcome" | "settling">): boolean =>
  outcome === null && settling === null;
