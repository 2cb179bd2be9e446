/** Every rule of the coach, in the order of the catalogue. One line per file; a test compares with the folder. */
import type { Rule } from "../rule.ts";
import abuseWithoutLimit from "./abuse-without-limit.ts";
import actionWithoutFigures from "./action-without-figures.ts";
import anythingElseAlone from "./anything-else-alone.ts";
import apologyAlone from "./apology-alone.ts";
import apologyForTheirFeeling from "./apology-for-their-feeling.ts";
import asksWhatWasSaid from "./asks-what-was-said.ts";
import bareRefusal from "./bare-refusal.ts";
import belittling from "./belittling.ts";
import beyondLimit from "./beyond-limit.ts";
import blameElsewhere from "./blame-elsewhere.ts";
import blamesTheCustomer from "./blames-the-customer.ts";
import brokenPromiseUnnamed from "./broken-promise-unnamed.ts";
import burdenWithoutReason from "./burden-without-reason.ts";
import cannotUntil from "./cannot-until.ts";
import causeMissing from "./cause-missing.ts";
import cheerWhileUpset from "./cheer-while-upset.ts";
import coldHandoff from "./cold-handoff.ts";
import endsWithCare from "./ends-with-care.ts";
import failureCalledNormal from "./failure-called-normal.ts";
import feelingUnnamed from "./feeling-unnamed.ts";
import feelingWithoutCause from "./feeling-without-cause.ts";
import fixBeforeFeeling from "./fix-before-feeling.ts";
import genericNoun from "./generic-noun.ts";
import lateRefusal from "./late-refusal.ts";
import lifeInDanger from "./life-in-danger.ts";
import managerRequestIgnored from "./manager-request-ignored.ts";
import nameAmiss from "./name-amiss.ts";
import noNextStep from "./no-next-step.ts";
import noReadBack from "./no-read-back.ts";
import nobodyActs from "./nobody-acts.ts";
import nothingOfTheirs from "./nothing-of-theirs.ts";
import onlyClosedQuestions from "./only-closed-questions.ts";
import overApology from "./over-apology.ts";
import overPromise from "./over-promise.ts";
import ownStoryTooLong from "./own-story-too-long.ts";
import policyAsReason from "./policy-as-reason.ts";
import rightDenied from "./right-denied.ts";
import secretShown from "./secret-shown.ts";
import shoutingInDraft from "./shouting-in-draft.ts";
import singleRemedy from "./single-remedy.ts";
import surveyAfterHurt from "./survey-after-hurt.ts";
import tooManyQuestions from "./too-many-questions.ts";
import unansweredQuestion from "./unanswered-question.ts";
import undatedPromise from "./undated-promise.ts";
import understoodBut from "./understood-but.ts";
import untouchedMacro from "./untouched-macro.ts";
import vagueTime from "./vague-time.ts";
import vulnerabilityPassedOver from "./vulnerability-passed-over.ts";
import weForI from "./we-for-i.ts";
import wrongDetail from "./wrong-detail.ts";

export const RULES: readonly Rule[] = [
  unansweredQuestion,
  asksWhatWasSaid,
  nothingOfTheirs,
  genericNoun,
  untouchedMacro,
  fixBeforeFeeling,
  feelingUnnamed,
  feelingWithoutCause,
  belittling,
  ownStoryTooLong,
  understoodBut,
  apologyAlone,
  apologyForTheirFeeling,
  overApology,
  blameElsewhere,
  blamesTheCustomer,
  cheerWhileUpset,
  failureCalledNormal,
  tooManyQuestions,
  onlyClosedQuestions,
  burdenWithoutReason,
  noReadBack,
  actionWithoutFigures,
  wrongDetail,
  singleRemedy,
  bareRefusal,
  lateRefusal,
  policyAsReason,
  rightDenied,
  beyondLimit,
  vagueTime,
  undatedPromise,
  overPromise,
  nobodyActs,
  weForI,
  cannotUntil,
  coldHandoff,
  causeMissing,
  brokenPromiseUnnamed,
  managerRequestIgnored,
  noNextStep,
  endsWithCare,
  anythingElseAlone,
  surveyAfterHurt,
  shoutingInDraft,
  vulnerabilityPassedOver,
  lifeInDanger,
  abuseWithoutLimit,
  secretShown,
  nameAmiss,
];
