/**
 * Every question and request of a message, so that each can be answered. A clause asks once; a question that is only a sigh
 * ("are you serious?") is marked as rhetorical. Polite closings ask nothing.
 */
import type { Span } from "../../kit/index.ts";
import type { AskKind } from "./cues/ask-cues.ts";
import type { CueHit } from "./cues/cue-scanner.ts";
import { clauseOf, type HeardSentence } from "./hear-sentences.ts";
import type { Token } from "./scan-words.ts";

export interface AskRead extends Span {
  readonly kind: AskKind;
}

const QUESTION_MARKS = new Set(["?", "？", "؟", "⁇", "⁉"]);
/** Words a clause may begin with before it asks: "and where is it". */
const OPENERS = new Set(
  "and but so also then or please now well ok okay hi hello again just ps p.s und et y first second secondly lastly finally".split(
    " ",
  ),
);
const COURTESIES =
  /^(?:please (?:don't hesitate|do not hesitate|find attached|find enclosed|see attached|note|accept)|let me know if you (?:need|have|require)|looking forward|thank)/i;
const ANNOUNCES =
  /(?:questions?|things?|points?|requests?|following|dinge|punkte|fragen|cosas|choses|questions|asks?|please)\s?:\s*$/i;

export function findAsks(text: string, tokens: readonly Token[], sentences: readonly HeardSentence[]): AskRead[] {
  const found: AskRead[] = [];
  let isListed = false;
  /** Where "I ask for three things:" ends: its items are the asks, not itself. */
  let announced = -1;
  for (const sentence of sentences) {
    if (sentence.part === "closing" || sentence.part === "greeting") continue;
    const words = text.slice(sentence.start, sentence.end);
    const isItem = sentence.part === "list-item";
    const asked = isQuestion(sentence, tokens)
      ? [wholeQuestion(sentence, tokens)]
      : clauseAsks(sentence, tokens, words);
    if (isItem && isListed && found.at(-1)?.end === announced) found.pop();
    if (asked.length === 0 && isItem && isListed)
      found.push({ kind: "request", start: sentence.start, end: sentence.end });
    else found.push(...asked);
    if (isItem) continue;
    isListed = words.endsWith(":") && ANNOUNCES.test(words.slice(-40));
    announced = isListed ? sentence.end : -1;
  }
  return found;
}

function isQuestion(sentence: HeardSentence, tokens: readonly Token[]): boolean {
  for (let at = sentence.lastToken - 1; at >= Math.max(sentence.firstToken, sentence.lastToken - 5); at -= 1) {
    const token = tokens[at] as Token;
    if (QUESTION_MARKS.has(token.norm)) return !sentence.isQuoted(token.start);
    if (token.kind !== "mark" && token.kind !== "emoji") return false;
  }
  return false;
}

function wholeQuestion(sentence: HeardSentence, tokens: readonly Token[]): AskRead {
  const asks = asksOf(sentence.hits);
  const spoken = sentence.lastToken - sentence.firstToken;
  const isSigh = asks.some(
    ({ cue, from }) =>
      cue.ask === "rhetorical" &&
      (from - sentence.firstToken <= 2 || spoken <= 6) &&
      isNearlyAll(sentence, asks, spoken),
  );
  const first = asks.find(({ from }) => opens(tokens, from, sentence.firstToken));
  return {
    kind: isSigh ? "rhetorical" : first?.cue.ask === "request" ? "request" : "question",
    start: sentence.start,
    end: sentence.end,
  };
}

/** A long question that begins with a sigh still wants to know something. */
const isNearlyAll = (sentence: HeardSentence, asks: readonly AskHit[], spoken: number): boolean =>
  spoken <= 14 && !asks.some(({ cue, from }) => cue.ask === "request" && from - sentence.firstToken <= 2);

type AskHit = CueHit & { readonly cue: { readonly is: "ask"; readonly ask: AskKind } };
const asksOf = (hits: readonly CueHit[]): AskHit[] => hits.filter((hit): hit is AskHit => hit.cue.is === "ask");

function clauseAsks(sentence: HeardSentence, tokens: readonly Token[], words: string): AskRead[] {
  const asks = asksOf(sentence.hits);
  if (asks.length === 0 || COURTESIES.test(words)) return [];
  const found: AskRead[] = [];
  let until = -1;
  for (const { cue, from } of asks) {
    const clause = clauseOf(sentence, from);
    if (clause.start < until || cue.ask === "rhetorical" || sentence.isQuoted((tokens[from] as Token).start)) continue;
    const begins = opens(tokens, from, clause.firstToken);
    if (cue.ask === "question" && (!begins || isAside(tokens, from))) continue;
    if (
      cue.ask === "question" &&
      !/^(?:i|we|wondering|any|my|the|what|where|when|how|why|who|which|is|are|can|could|do|does|will|would|curious|two|three|a|not|has|have)$/.test(
        (tokens[from] as Token).norm,
      )
    )
      continue;
    if (
      cue.ask === "request" &&
      !begins &&
      /^(?:send|fix|cancel|replace|refund|give|stop|tell|let)$/.test((tokens[from] as Token).norm) &&
      (tokens[from - 1] as Token | undefined)?.norm !== "please"
    )
      continue;
    found.push({
      kind: cue.ask,
      start: (tokens[clause.firstToken] as Token).start,
      end: trimmedEnd(tokens, clause.firstToken, clause.lastToken),
    });
    until = clause.end;
  }
  return found;
}

function opens(tokens: readonly Token[], from: number, first: number): boolean {
  for (let at = from - 1; at >= first; at -= 1) {
    const token = tokens[at] as Token;
    if (token.kind !== "mark" && token.kind !== "number" && !OPENERS.has(token.norm)) return false;
  }
  return true;
}

/** "…, which is why I write" tells more of what stands before it; "which of them" and "which one" ask. */
const isAside = (tokens: readonly Token[], from: number): boolean =>
  tokens[from]?.norm === "which" &&
  tokens[from - 1]?.norm === "," &&
  !/^(?:of|ones?)$/.test(tokens[from + 1]?.norm ?? "");

const trimmedEnd = (tokens: readonly Token[], first: number, last: number): number => {
  let at = last - 1;
  while (at > first && (tokens[at] as Token).norm === ",") at -= 1;
  return (tokens[at] as Token).end;
};
