/**
 * Looks at a reply against the method: what each sentence does, what is said well or amiss, which steps it covers, what it
 * promises and what it gives away. Pure: the same input gives the same result everywhere. It judges the wording of the draft.
 */
import type { Span } from "../../kit/index.ts";
import type { PrincipleId, Step } from "../steps/index.ts";
import { applyRule, missingFor } from "./apply-rule.ts";
import { type Commitment, commitmentsIn } from "./commitments.ts";
import { type Draft, draftOf } from "./draft.ts";
import { findMoves, type MoveName, type MoveScorer } from "./moves/find-moves.ts";
import { type DateSaid, datesIn, type FoundPromise, promisesIn } from "./promises.ts";
import { ranked, type Spoken, shown } from "./rank.ts";
import type { ReviewInput } from "./review-input.ts";
import type { Level, Need, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { type StepCover, stepsCovered } from "./steps-covered.ts";
import { type Suggestion, seedOf, suggestionsFor } from "./suggest.ts";
import { surveyIsUnkind } from "./survey.ts";

export interface Finding extends Span {
  readonly rule: string;
  readonly level: Level;
  readonly principle: PrincipleId;
  /** What is seen and what to do, in one breath; why stands with the rule. */
  readonly message: string;
  readonly instead?: string;
}

export interface MoveSaid extends Span {
  readonly move: MoveName;
  /** 0.5..1; what is less sure is not listed. */
  readonly confidence: number;
}

export interface NotJudged {
  readonly rule: string;
  /** What it would have to know. "language": the reply is in none that the rules know. "budget": it is longer than is read. */
  readonly missing: readonly (Need | "language" | "budget")[];
}

export interface Review {
  readonly moves: readonly MoveSaid[];
  /** All of them, most important first. */
  readonly findings: readonly Finding[];
  /** At most three of them, conflicts settled: what a person is shown. */
  readonly shown: readonly Finding[];
  readonly steps: Readonly<Record<Step, StepCover>>;
  readonly promises: readonly FoundPromise[];
  readonly commitments: readonly Commitment[];
  readonly dates: readonly DateSaid[];
  /** Whether a survey may follow this reply, or a rating be asked in it. A gate on the survey, never on the reply. */
  readonly mayAskForRating: boolean;
  readonly notJudged: readonly NotJudged[];
}

/**
 * Spans are UTF-16, end exclusive, in `input.reply`; an empty span marks where something is missing. Never throws for any
 * text.
 */
export const review = (input: ReviewInput, learned: Learned = {}): Review => reviewOf(draftOf(input), learned);

/**
 * A trained model, where it is loaded: a second opinion of what each sentence does. The moves that are listed and the steps that
 * are covered follow it; no rule leans on it, because on replies that were judged blind the rules were right more often without
 * (docs/coach/accuracy.md).
 */
export interface Learned {
  readonly moves?: MoveScorer | undefined;
}

function reviewOf(draft: Draft, { moves }: Learned = {}): Review {
  const spoken = RULES.flatMap((rule) => applyRule(rule, draft).map((at): Spoken => ({ rule, at })));
  const findings = ranked(spoken, draft).map(findingOf);
  const learned = moves && findMoves(draft.sentences, draft.customer, draft.figures, moves);
  return {
    moves: (learned ?? draft.moves).map(({ move, start, end, confidence }) => ({ move, start, end, confidence })),
    findings,
    shown: shown(findings),
    steps: stepsCovered(draft, learned),
    promises: promisesIn(draft),
    commitments: commitmentsIn(draft),
    dates: datesIn(draft),
    mayAskForRating: !surveyIsUnkind(draft),
    notJudged: notJudged(draft),
  };
}

/** Openings for what the reply still lacks. Apart from review(), because it reads every wording it offers. @param seed names this reply: conversation, number, wordings used lately. */
export const suggest = (input: ReviewInput, seed = ""): Suggestion[] => openingsFor(draftOf(input), seed);

const openingsFor = (draft: Draft, seed: string): Suggestion[] =>
  suggestionsFor(draft, RULES, `${seed} ${seedOf(draft.input.thread.map(({ text }) => text).join("\n"))}`);

/** Both of a draft that is worked out once: for whoever wants them at every keystroke. */
export function reviewAndSuggest(
  input: ReviewInput,
  seed = "",
  learned: Learned = {},
): Review & { readonly suggestions: readonly Suggestion[] } {
  const draft = draftOf(input);
  const review = reviewOf(draft, learned);
  const made = new Set(review.moves.map(({ move }) => move));
  // Something is answered already, and this opening answers something else.
  const isMissing = ({ move }: Suggestion) => move === "answer" || learned.moves === undefined || !made.has(move);
  return { ...review, suggestions: openingsFor(draft, seed).filter(isMissing) };
}

const findingOf = ({ rule, at }: Spoken): Finding => ({
  rule: rule.id,
  level: rule.level,
  start: at.start,
  end: at.end,
  principle: rule.principle,
  message: `${at.see ?? rule.see} ${rule.do}`,
  ...(at.instead === undefined ? {} : { instead: at.instead }),
});

function notJudged(draft: Draft): NotJudged[] {
  const wordless = draft.text.trim() === "";
  if (!draft.isEnglish && !wordless) return RULES.map(({ id }) => ({ rule: id, missing: ["language"] }));
  return RULES.flatMap((rule: Rule) => {
    const missing: (Need | "budget")[] = missingFor(rule, draft);
    if (draft.isCut) missing.push("budget");
    return missing.length === 0 ? [] : [{ rule: rule.id, missing }];
  });
}
