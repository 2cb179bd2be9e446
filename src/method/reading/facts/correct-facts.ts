/**
 * Later values correct earlier ones: "no, it was 4412", "sorry, Thursday", "not Tuesday but Wednesday". The earlier fact stays
 * and is marked, because the words are still there to be seen (METHOD confirm.readback).
 */
import type { Token } from "../scan-words.ts";
import type { Fact, FactScene } from "./fact.ts";

const CUES: readonly string[] = [
  "no it was",
  "no it is",
  "no it's",
  "no that's",
  "no that was",
  "i meant",
  "i mean",
  "correction",
  "should be",
  "should have been",
  "should read",
  "should say",
  "scratch that",
  "wrong number",
  "wrong order",
  "wrong date",
  "typo",
  "mistyped",
  "my mistake it",
  "sorry it's",
  "sorry it is",
  "sorry it was",
  "actually it's",
  "actually it is",
  "actually it was",
  "rather",
  "instead of",
  "not the",
  "ich meinte",
  "sondern",
  "je voulais dire",
  "quería decir",
  "perdón es",
];
const CORRECTABLE = new Set([
  "order",
  "tracking",
  "invoice",
  "reference",
  "serial",
  "date",
  "time",
  "amount",
  "quantity",
  "phone",
  "email",
  "address",
  "version",
]);
/** So many tokens before the new value its cue may stand. */
const REACH = 7;

const CUE_BEGINNINGS = new Map<string, string[][]>();
for (const cue of CUES) {
  const words = cue.split(" ");
  const known = CUE_BEGINNINGS.get(words[0] as string);
  if (known === undefined) CUE_BEGINNINGS.set(words[0] as string, [words]);
  else known.push(words);
}

/** So many of the facts before a new value are looked at for the old one. */
const LOOKS_BACK = 12;

/** Marks what is corrected within the message, and by `earlier` finds what was said before it. Facts in order of place. */
export function correctFacts(scene: FactScene, facts: readonly Fact[]): Fact[] {
  const { tokens } = scene.segmentation;
  const corrected = new Set<Fact>();
  for (const [index, fact] of facts.entries()) {
    if (!CORRECTABLE.has(fact.kind)) continue;
    const at = firstFrom(tokens, fact.start);
    if (isCorrectedBy(tokens, at)) {
      const old = lastBefore(facts, index, (one) => one.kind === fact.kind && one.value !== fact.value);
      if (old !== undefined) corrected.add(old);
    } else if (tokens[at - 1]?.norm === "not" || tokens[at - 2]?.norm === "not") {
      // "not Monday, Tuesday": what is denied gives way to what follows.
      const next = facts[index + 1];
      if (
        next !== undefined &&
        next.kind === fact.kind &&
        next.value !== fact.value &&
        firstFrom(tokens, next.start) - at <= 7
      )
        corrected.add(fact);
    }
  }
  return corrected.size === 0
    ? [...facts]
    : facts.map((fact) => (corrected.has(fact) ? { ...fact, isCorrected: true as const } : fact));
}

function lastBefore(facts: readonly Fact[], index: number, isWanted: (fact: Fact) => boolean): Fact | undefined {
  for (let at = index - 1; at >= Math.max(0, index - LOOKS_BACK); at -= 1)
    if (isWanted(facts[at] as Fact)) return facts[at];
  return undefined;
}

const NAMES_SOMETHING = new Set(["order", "tracking", "invoice", "reference", "serial"]);

/** "no, it was 4412": a bare number in a correcting clause is what the last such number was. */
export function bareCorrections(scene: FactScene, facts: readonly Fact[], earlier: readonly Fact[]): Fact[] {
  const { tokens, text } = scene.segmentation;
  const found: Fact[] = [];
  let kind = earlier.findLast((fact) => NAMES_SOMETHING.has(fact.kind))?.kind;
  if (kind === undefined && !facts.some((fact) => NAMES_SOMETHING.has(fact.kind))) return found;
  let next = 0;
  let covered = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    for (let fact = facts[next]; fact !== undefined && fact.start <= token.start; fact = facts[next]) {
      if (fact.kind !== "tried") covered = Math.max(covered, fact.end);
      if (NAMES_SOMETHING.has(fact.kind)) kind = fact.kind;
      next += 1;
    }
    if (
      kind === undefined ||
      token.start < covered ||
      (token.kind !== "number" && token.kind !== "code") ||
      !/\d{3}/.test(token.norm)
    )
      continue;
    if (isCorrectedBy(tokens, at))
      found.push({
        kind,
        start: token.start,
        end: token.end,
        text: text.slice(token.start, token.end),
        value: token.norm.toUpperCase(),
      });
  }
  return found;
}

function isCorrectedBy(tokens: readonly Token[], at: number): boolean {
  for (let from = at - 1; from >= Math.max(0, at - REACH); from -= 1) {
    const { norm } = tokens[from] as Token;
    if (norm === "." || norm === "!" || norm === "?") return false;
    const cues = CUE_BEGINNINGS.get(norm);
    if (cues?.some((words) => words.length <= at - from && saysFrom(tokens, from, words))) return true;
    if (norm === "but" && tokens.slice(Math.max(0, from - 5), from).some((token) => token.norm === "not")) return true;
  }
  return false;
}

/** The words in order; a comma between them does not matter. */
function saysFrom(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  let at = from;
  for (const word of words) {
    while (tokens[at]?.norm === "," || tokens[at]?.norm === "-") at += 1;
    if (tokens[at]?.norm !== word) return false;
    at += 1;
  }
  return true;
}

function firstFrom(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
