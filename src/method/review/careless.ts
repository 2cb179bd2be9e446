/**
 * Whether a letter is plainly careless: it blames or belittles, sells to somebody upset, is merry, says sorry "for any trouble",
 * leaves the thing to nobody, or could go to anybody. Who writes so has most often also left out what belongs there: rules that look
 * for something missing may then ask more of a kind word. The counterpart of care-taken.ts; an opinion of the wording, never shown.
 */
import { applyRule } from "./apply-rule.ts";
import type { Draft } from "./draft.ts";
import { isForAnybody } from "./for-anybody.ts";
import type { Rule } from "./rule.ts";
import apologyForTheirFeeling from "./rules/apology-for-their-feeling.ts";
import belittling from "./rules/belittling.ts";
import blameElsewhere from "./rules/blame-elsewhere.ts";
import blamesTheCustomer from "./rules/blames-the-customer.ts";
import cheerWhileUpset from "./rules/cheer-while-upset.ts";
import failureCalledNormal from "./rules/failure-called-normal.ts";
import nameAmiss from "./rules/name-amiss.ts";
import nobodyActs from "./rules/nobody-acts.ts";
import policyAsReason from "./rules/policy-as-reason.ts";
import secretShown from "./rules/secret-shown.ts";
import shoutingInDraft from "./rules/shouting-in-draft.ts";
import surveyAfterHurt from "./rules/survey-after-hurt.ts";
import vagueTime from "./rules/vague-time.ts";

/** They point at words that stand there, and ask for nothing that is missing. */
const SIGNS: readonly Rule[] = [
  apologyForTheirFeeling,
  belittling,
  blameElsewhere,
  blamesTheCustomer,
  cheerWhileUpset,
  failureCalledNormal,
  nameAmiss,
  nobodyActs,
  policyAsReason,
  secretShown,
  shoutingInDraft,
  surveyAfterHurt,
  vagueTime,
];
const ANYBODYS = 0.5;

const known = new WeakMap<Draft, number>();

/** How many signs of carelessness stand in the draft: from 2 on it is hardly a slip. */
export function carelessnessOf(draft: Draft): number {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const found =
    SIGNS.filter((sign) => applyRule(sign, draft).length > 0).length + (isForAnybody(draft) >= ANYBODYS ? 1 : 0);
  known.set(draft, found);
  return found;
}

/** No slip but the manner of the letter. */
export const isCareless = (draft: Draft): boolean => carelessnessOf(draft) >= 2;
