/**
 * Tone and danger beside the situation: legal steps, a public review, somebody who may hurt themselves, a third letter. Each
 * with the words it rests on. A signal asks a person to look; it decides nothing.
 */
import type { Span } from "../../kit/index.ts";
import { findDanger } from "./automatic-mail.ts";
import type { Signal } from "./cues/signal-cues.ts";
import { dangersOf } from "./danger-words.ts";
import type { Fact } from "./facts/fact.ts";
import type { HeardSentence } from "./hear-sentences.ts";
import { leaveTaking } from "./leave-taking.ts";
import type { Token } from "./scan-words.ts";
import type { Segmentation } from "./segment.ts";
import type { Word } from "./word.ts";

export interface SignalRead extends Span {
  readonly signal: Signal;
}

const DANGERS: ReadonlyMap<string, Signal> = new Map([
  ["self-harm", "self-harm"],
  ["bereavement", "vulnerable"],
  ["threat", "threat"],
  ["abuse", "abuse"],
]);
const BEFORE_DEADLINE = new Set(
  "by before until till latest than bis spätestens vor avant antes para hasta do".split(" "),
);
/** Behind "funeral" or "bereavement": a thing that is sold. */
const FUNERAL_GOODS = /^ (?:flowers|insurance|directors?|plan)\b/i;
const FIGURATIVE = new Set([
  "phone",
  "battery",
  "lamp",
  "laptop",
  "app",
  "screen",
  "computer",
  "car",
  "device",
  "it",
  "charger",
]);

export function findSignals(
  segmentation: Segmentation,
  tokens: readonly Token[],
  words: readonly Word[],
  sentences: readonly HeardSentence[],
  facts: readonly Fact[],
  today: string | undefined,
): SignalRead[] {
  const found: SignalRead[] = [];
  for (const sentence of sentences)
    for (const { cue, from, to } of sentence.hits) {
      if (cue.is !== "signal") continue;
      const start = (tokens[from] as Token).start;
      if (cue.signal === "vulnerable" && isFigurative(tokens, from, to)) continue;
      if (isDenied(tokens, from, sentence.firstToken)) continue;
      found.push({ signal: cue.signal, start, end: (tokens[to - 1] as Token).end });
    }
  for (const { reason, start, end } of findDanger(segmentation.text, dangersOf(words))) {
    const signal = DANGERS.get(reason);
    if (signal === undefined || !isInVoice(sentences, start)) continue;
    found.push({ signal, start, end });
    if (reason === "bereavement" && !FUNERAL_GOODS.test(segmentation.text.slice(end, end + 20)))
      found.push({ signal: "bereavement", start, end });
  }
  for (const taken of leaveTaking(segmentation.text))
    if (isInVoice(sentences, taken.start) && !found.some(({ signal }) => signal === taken.signal)) found.push(taken);
  found.push(...deadlines(tokens, sentences, facts, today));
  return withoutDoubles(found);
}

/** "my phone died". */
const isFigurative = (tokens: readonly Token[], from: number, to: number): boolean =>
  (tokens[to - 1]?.norm === "died" || tokens[from]?.norm === "died") &&
  FIGURATIVE.has(tokens[from - 1]?.norm ?? tokens[from]?.norm ?? "");

/** "I won't sue you", "no lawyer needed": said not to be done. "never", "can't" and "nobody" belong to the cues themselves. */
const isDenied = (tokens: readonly Token[], from: number, first: number): boolean => {
  for (let at = from - 1; at >= Math.max(first, from - 3); at -= 1) {
    const norm = tokens[at]?.norm ?? "";
    if (/^(?:without|no|not|don't|won't|wouldn't|isn't)$/.test(norm))
      return !/^(?:will|am|is|have|has|had|was|were|if|do)$/.test(tokens[from]?.norm ?? "");
  }
  return false;
};

function isInVoice(sentences: readonly HeardSentence[], start: number): boolean {
  return sentences.some((sentence) => sentence.start <= start && start < sentence.end);
}

/** A date to come behind "by" or "before", in any language that names it so. */
function deadlines(
  tokens: readonly Token[],
  sentences: readonly HeardSentence[],
  facts: readonly Fact[],
  today: string | undefined,
): SignalRead[] {
  const dates = facts.filter(
    (fact) =>
      fact.kind === "date" &&
      fact.isCorrected !== true &&
      /^\d{4}-\d\d/.test(fact.value) &&
      (today === undefined || fact.value.slice(0, 10) >= today),
  );
  const found: SignalRead[] = [];
  let at = 0;
  let sentence = 0;
  for (const date of dates) {
    while (at < tokens.length && (tokens[at] as Token).start < date.start) at += 1;
    while (sentence < sentences.length && (sentences[sentence] as HeardSentence).end <= date.start) sentence += 1;
    const first = sentences[sentence]?.firstToken ?? 0;
    for (let before = at - 1; before >= Math.max(first, at - 2); before -= 1)
      if (BEFORE_DEADLINE.has((tokens[before] as Token).norm)) {
        found.push({ signal: "deadline", start: (tokens[before] as Token).start, end: date.end });
        break;
      }
  }
  return found;
}

/** In order of place; of the same signal in the same words the longest stays. */
function withoutDoubles(found: readonly SignalRead[]): SignalRead[] {
  const ends = new Map<Signal, number>();
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ signal, start, end }) => {
      if (start < (ends.get(signal) ?? -1)) return false;
      ends.set(signal, end);
      return true;
    });
}
