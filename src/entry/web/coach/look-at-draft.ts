/**
 * What the coach says of a draft, ready to be shown: at most three hints, what could be begun with, the steps that are covered.
 * Runs beside the page (coach-worker.ts), on every change, and keeps nothing.
 */
import type { Span } from "../../../kit/index.ts";
import {
  type Finding,
  holdsLetter,
  type Learned,
  type Level,
  type Review,
  type ReviewInput,
  RULES,
  reviewAndSuggest,
  type Suggestion,
  shown,
} from "../../../method/review/index.ts";
import type { SourceKey } from "../../../method/sources/index.ts";
import { type PrincipleId, STEPS, type Step } from "../../../method/steps/index.ts";

/** What a draft answers; the same from one keystroke to the next. */
export interface Matter extends Omit<ReviewInput, "reply" | "at"> {
  /** Names this reply: the conversation and the number of the reply in it. Varies the openings. */
  readonly seed: string;
}

export interface Dismissed {
  readonly rule: string;
  /** The words it stood at; empty where something was missing. */
  readonly words: string;
}

export interface LookAsked {
  readonly reply: string;
  /** ISO 8601: now. */
  readonly at: string;
  /** Rules that this person does not want to hear of. */
  readonly muted: readonly string[];
  /** What was waved away in this draft. */
  readonly dismissed: readonly Dismissed[];
}

export interface Hint extends Span {
  /** The same from one keystroke to the next: the rule, and which of its findings this is. */
  readonly key: string;
  readonly rule: string;
  readonly level: Level;
  /** Sending will ask for a reason. */
  readonly holds: boolean;
  readonly step: Step;
  /** What is seen. */
  readonly see: string;
  /** What to do about it. */
  readonly do: string;
  readonly why: string;
  readonly principle: PrincipleId;
  /** By name: what each is called and shows is looked up when somebody asks why. */
  readonly sources: readonly SourceKey[];
  readonly words: string;
  readonly instead?: string;
}

export interface Look {
  readonly hints: readonly Hint[];
  readonly openings: readonly Suggestion[];
  readonly covered: readonly Step[];
  /** Why there is nothing to say, or not of all of it. */
  readonly silence: "language" | "length" | null;
}

/** A rule waved away so often in one draft says no more in it. */
const ENOUGH = 2;
const ruleOf = new Map(RULES.map((rule) => [rule.id, rule]));

/** @param learned a trained model of moves, where it is loaded. */
export function lookAtDraft(matter: Matter, asked: LookAsked, learned: Learned = {}): Look {
  const { seed, ...known } = matter;
  const input: ReviewInput = { ...known, thread: matter.thread, reply: asked.reply, at: asked.at };
  const found = reviewAndSuggest(input, seed, learned);
  const silence = silenceOf(matter, asked.reply, found.notJudged);
  const nth = new Map<string, number>();
  const inOrder = [...found.findings]
    .sort((a, b) => a.start - b.start)
    .map((finding): [Finding, number] => {
      const turn = nth.get(finding.rule) ?? 0;
      nth.set(finding.rule, turn + 1);
      return [finding, turn];
    });
  const turnOf = new Map(inOrder);
  return {
    hints: shown(found.findings, quietness(asked)).map((finding) => hintOf(finding, turnOf.get(finding) ?? 0, asked)),
    openings: silence === "language" ? [] : openingsOf(found.suggestions),
    covered: STEPS.filter((step) => found.steps[step].covered),
    silence,
  };
}

const wordsAt = ({ start, end }: Span, text: string): string => text.slice(start, end);

function quietness({ reply, muted, dismissed }: LookAsked): (finding: Finding) => boolean {
  const mutedRules = new Set(muted);
  return (finding) => {
    const waved = dismissed.filter(({ rule }) => rule === finding.rule);
    if (waved.length >= ENOUGH || waved.some(({ words }) => words === wordsAt(finding, reply))) return true;
    // What stops a reply is not a matter of taste.
    return finding.level !== "gate" && mutedRules.has(finding.rule);
  };
}

function hintOf(finding: Finding, turn: number, { reply }: LookAsked): Hint {
  const rule = ruleOf.get(finding.rule);
  if (!rule) throw new Error(`No rule is called ${finding.rule}.`);
  return {
    key: `${finding.rule} ${turn}`,
    rule: finding.rule,
    level: finding.level,
    holds: holdsLetter(finding),
    step: rule.step,
    start: finding.start,
    end: finding.end,
    see: finding.message.slice(0, -rule.do.length).trim(),
    do: rule.do,
    why: rule.why,
    principle: finding.principle,
    sources: rule.cites,
    words: wordsAt(finding, reply),
    ...(finding.instead === undefined ? {} : { instead: finding.instead }),
  };
}

/** One for each thing that is missing; where that is a single one, two ways to say it. */
function openingsOf(made: readonly Suggestion[]): readonly Suggestion[] {
  const firsts = made.filter(({ move }, index) => made.findIndex((one) => one.move === move) === index);
  return firsts.length > 1 ? firsts : made;
}

function silenceOf({ thread }: Matter, reply: string, notJudged: Review["notJudged"]): Look["silence"] {
  const lacks = (what: (typeof notJudged)[number]["missing"][number]): boolean =>
    notJudged.some(({ missing }) => missing.includes(what));
  if (lacks("language")) return "language";
  if (lacks("budget")) return "length";
  const isUnread = thread.some(({ from, text }) => from === "customer" && text.trim() !== "") && lacks("customer");
  return isUnread && reply.trim() === "" ? "language" : null;
}
