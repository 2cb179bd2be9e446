/**
 * One or two short openings for what a reply still lacks, filled with this customer's own facts. A suggestion carries at least
 * one fact from the thread or is not made; nothing is invented, and no story of one's own is ever written. Same seed, same words.
 */

import { answersOf } from "./answered.ts";
import { applyRule } from "./apply-rule.ts";
import { type Draft, draftOf } from "./draft.ts";
import { type Figure, keyOf } from "./figures.ts";
import type { MoveName } from "./moves/find-moves.ts";
import type { Rule } from "./rule.ts";

export interface Suggestion {
  /** What it would do. */
  readonly move: MoveName;
  readonly text: string;
  /** Where in the draft it would stand. */
  readonly at: number;
  /** The words of the customer that it rests on. */
  readonly rests: string;
}

/** Small and steady: the same text gives the same number everywhere (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** Up to so many missing moves are helped with, and so many wordings each. */
const MOST_MOVES = 3;
const WORDINGS = 2;

interface Facts {
  /** "order 4417" */
  readonly number?: string;
  readonly sum?: string;
  readonly day?: string;
  /** The trouble as a short clause in the second person: "your kettle leaks". */
  readonly trouble?: string;
  /** The first thing asked that is not answered yet, in their words. */
  readonly asked?: string;
}

/** `{fact}` stands for a fact of the customer; a wording whose fact is missing is not used. */
const WORDINGS_FOR: ReadonlyArray<readonly [move: MoveName, wordings: readonly string[]]> = [
  [
    "reflect",
    [
      "You wrote that {trouble}, and that should not be.",
      "So {trouble}; no wonder that you write to us.",
      "I read that {trouble}. Anyone would want that settled.",
    ],
  ],
  [
    "read-back",
    [
      "I have {number} in front of me. Is that the right one?",
      "To be sure that I look at the right thing: this is {number}, correct?",
      "I have noted {sum} and {day}. Is that right?",
      "I have noted {sum}. Is that right?",
      "You wrote of {day}; is that the right day?",
    ],
  ],
  [
    "check",
    ["Does it work now that {trouble} is looked at?", "Is all well with {number} now?", "Can you see the {sum} now?"],
  ],
  ["answer", ["You also asked: “{asked}” Here is the answer:", "On your question “{asked}”:"]],
];

const PRONOUNS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bI am\b|\bI'm\b/gi, "you are"],
  [/\bI was\b/gi, "you were"],
  [/\bI wasn't\b/gi, "you weren't"],
  [/\bI've\b/gi, "you've"],
  [/\bI'd\b/gi, "you'd"],
  [/\bmyself\b/gi, "yourself"],
  [/\bmy\b/gi, "your"],
  [/\bmine\b/gi, "yours"],
  [/\bI\b/g, "you"],
  [/\bme\b/gi, "you"],
];
/** Said again these would hurt, blame or betray. */
const NOT_SAID_BACK =
  /[!?“”"@*]|\byou(?:r|'\w+)?\b|\bwe\b|\bour\b|\bus\b|https?:|\b(?:idiot|useless|fuck|shit|damn|hell|liar|crap|joke|ridiculous|hate|stupid|lawyer|sue|die|dead|kill)\w*|\d{9,}/i;

/** @param seed what makes this reply this one: the conversation, the number of the reply, wordings used lately. */
export function suggestionsFor(draft: Draft, rules: readonly Rule[], seed: string): Suggestion[] {
  if (draft.customer === undefined) return [];
  const facts = factsOf(draft);
  const made: Suggestion[] = [];
  for (const [move, wordings] of WORDINGS_FOR) {
    if (
      !isMissing(draft, move) ||
      made.filter((one, index) => made.findIndex((other) => other.move === one.move) === index).length >= MOST_MOVES
    )
      continue;
    const start = seedOf(`${seed} ${move}`) % wordings.length;
    let many = 0;
    for (let turn = 0; turn < wordings.length && many < WORDINGS; turn += 1) {
      const filled = fill(wordings[(start + turn) % wordings.length] as string, facts);
      if (filled === undefined || !passes(filled.text, draft, rules)) continue;
      made.push({ move, text: filled.text, at: placeOf(draft, move), rests: filled.rests });
      many += 1;
    }
  }
  return made;
}

function isMissing(draft: Draft, move: MoveName): boolean {
  const { customer } = draft;
  if (
    customer === undefined ||
    customer.isSettled ||
    customer.signals.has("self-harm") ||
    customer.signals.has("threat")
  )
    return false;
  if (move === "reflect")
    return (
      (customer.isHot || customer.hasLoss) &&
      !customer.signals.has("wants-brevity") &&
      !customer.signals.has("bereavement") &&
      draft.doing("reflect", "paraphrase").length === 0
    );
  if (move === "read-back")
    return (
      customer.figures.length > 0 &&
      draft.doing("read-back").length === 0 &&
      !draft.figures.some((figure) => customer.figureKeys.has(keyOf(figure)))
    );
  if (move === "check")
    return customer.hasLoss && draft.doing("act", "instruct").length > 0 && draft.doing("check").length === 0;
  return answersOf(draft).some(({ isAnswered }) => !isAnswered) && answersOf(draft).length > 1;
}

const placeOf = (draft: Draft, move: MoveName): number =>
  move === "reflect" || move === "read-back"
    ? (draft.body[0]?.start ?? draft.text.length)
    : (draft.body.at(-1)?.end ?? draft.text.length);

function factsOf(draft: Draft): Facts {
  const customer = draft.customer as NonNullable<Draft["customer"]>;
  const written = (figure: Figure | undefined): string | undefined =>
    figure === undefined || figure.start < 0 ? undefined : customer.text.slice(figure.start, figure.end);
  const find = (kind: Figure["kind"]) => customer.figures.find((figure) => figure.kind === kind);
  const id = find("identifier");
  const number = id?.kind === "identifier" && id.label !== "" && id.value.length <= 12 ? written(id) : undefined;
  const amount = find("amount");
  const day = customer.figures.find(
    (figure) => figure.kind === "day" && (figure.date !== undefined || figure.weekday !== undefined),
  );
  const dayWords = written(day);
  const trouble = troubleOf(draft);
  const asked = answersOf(draft).find(({ isAnswered }) => !isAnswered)?.ask;
  const question =
    asked === undefined ? undefined : customer.text.slice(asked.start, asked.end).replace(/\s+/g, " ").trim();
  return {
    ...(number === undefined || id?.kind !== "identifier" ? {} : { number: `${id.label} ${number}` }),
    ...(amount?.kind === "amount" && amount.currency !== "%" ? { sum: `${amount.value} ${amount.currency}` } : {}),
    ...(dayWords === undefined ? {} : { day: dayWords }),
    ...(trouble === undefined ? {} : { trouble }),
    ...(question === undefined || question.length > 90 || /[“”]/.test(question) ? {} : { asked: question }),
  };
}

/** A short sentence of the customer about what went wrong, turned to the second person. Left out when turning it is not safe. */
function troubleOf(draft: Draft): string | undefined {
  const customer = draft.customer as NonNullable<Draft["customer"]>;
  for (const sentence of customer.sentences) {
    const whole = customer.text
      .slice(sentence.start, sentence.end)
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[.!]+$/, "");
    if (sentence.isQuestion || sentence.part !== "prose" || sentence.stems.size < 2) continue;
    // Of a long sentence, what it says first.
    const words = sentence.words > MOST_WORDS ? (whole.split(TURNS, 1)[0] as string) : whole;
    const many = words.split(" ").length;
    if (many < FEWEST_WORDS || many > MOST_WORDS) continue;
    if (
      NOT_SAID_BACK.test(words) ||
      /[A-Z]{4,}/.test(words) ||
      !/^(?:My|The|I|Our|Nobody|No one|Two|Three|Half|All)\b/.test(words)
    )
      continue;
    if (!TROUBLE.test(words.toLowerCase())) continue;
    let turned = words;
    for (const [from, to] of PRONOUNS) turned = turned.replace(from, to);
    return turned.charAt(0).toLowerCase() + turned.slice(1);
  }
  return undefined;
}

const FEWEST_WORDS = 4;
const MOST_WORDS = 14;
const TURNS = /, (?:and|but|so|because|which)\b|; /;
const TROUBLE =
  /\b(?:broke|broken|crack(?:ed|s)?|leak(?:s|ed|ing)?|fail(?:s|ed)|crash(?:es|ed)|stopped|stop(?:s)? working|late|lost|missing|never|not|n't|nobody|wrong|twice|dead|damaged|stuck|freezes|froze|smells|smokes|empty|still|no one|without)\b/;

function fill(wording: string, facts: Facts): { text: string; rests: string } | undefined {
  let rests = "";
  let isWhole = true;
  const text = wording.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const fact = (facts as Record<string, string | undefined>)[name];
    if (fact === undefined) isWhole = false;
    else if (rests === "") rests = fact;
    return fact ?? "";
  });
  return isWhole && rests !== "" ? { text: text.charAt(0).toUpperCase() + text.slice(1), rests } : undefined;
}

/** It has to pass the coach as a reply of its own; what is missing around it is not its fault. */
function passes(text: string, { input }: Draft, rules: readonly Rule[]): boolean {
  const draft = draftOf({ ...input, reply: text });
  return rules.every(
    (rule) => applyRule(rule, draft).every(({ start, end }) => start === end) || rule.level === "praise",
  );
}
