/**
 * How the customer feels, as far as the words tell, clause by clause: each feeling with its strength and the words it rests
 * on (METHOD ack.feeling, listen.unsaid). Reads English; says nothing where it cannot tell. A trained scorer may add to it.
 */
import type { Span } from "../../kit/index.ts";
import type { CueHit } from "./cues/cue-scanner.ts";
import { type Feeling, type FeltFeeling, NEGATIONS, STRONGER, WEAKER } from "./cues/feeling-cues.ts";
import { clauseOf, type HeardSentence } from "./hear-sentences.ts";
import type { Token } from "./scan-words.ts";
import type { Clause } from "./split-clauses.ts";

export interface FeelingRead {
  readonly feeling: Feeling;
  /** 0..1: a bit annoyed .3, annoyed .5, furious .97. */
  readonly intensity: number;
  readonly spans: readonly Span[];
}

/** One clause's evidence, from words or from a trained model. */
export interface FeltHere extends Span {
  readonly feeling: FeltFeeling;
  readonly intensity: number;
}

/** How far back of a cue a modifier may stand, in words. */
const REACH = 4;
const OTHERS = new Set(
  "you you're your he she they he's she's they're his her their customers people anyone anybody others everyone".split(
    " ",
  ),
);
const WOULD = new Set("would could will 'd i'd we'd you'd if should might may hope hoping".split(" "));
const NEGATIVE = new Set<FeltFeeling>([
  "angry",
  "frustrated",
  "disappointed",
  "worried",
  "sad",
  "desperate",
  "confused",
  "embarrassed",
]);

/** What each clause says of a feeling. `tokens` are those the hits were found in. */
export function feelClauses(sentences: readonly HeardSentence[], tokens: readonly Token[]): FeltHere[] {
  const felt: FeltHere[] = [];
  for (const sentence of sentences) {
    const { emphasis } = sentence;
    let covered = -1;
    for (const hit of longestFirst(sentence.hits)) {
      if ((hit.from < covered && hit.to <= covered) || sentence.isQuoted((tokens[hit.from] as Token).start)) continue;
      covered = Math.max(covered, hit.to);
      const one = feelHit(hit, clauseOf(sentence, hit.from), tokens, emphasis);
      if (one !== undefined) felt.push(one);
    }
  }
  return felt;
}

function longestFirst(hits: readonly CueHit[]): CueHit[] {
  const felt = hits.filter(({ cue }) => cue.is === "feeling");
  return felt.length < 2 ? felt : felt.sort((a, b) => a.from - b.from || b.to - a.to || strength(b) - strength(a));
}
const strength = ({ cue }: CueHit): number => (cue.is === "feeling" ? cue.intensity : 0);

function feelHit(hit: CueHit, clause: Clause, tokens: readonly Token[], emphasis: number): FeltHere | undefined {
  const { cue } = hit;
  if (cue.is !== "feeling") return undefined;
  const before = wordsBefore(tokens, hit.from, clause.firstToken);
  const start = (tokens[hit.from] as Token).start;
  const end = (tokens[hit.to - 1] as Token).end;
  let { feeling } = cue as { feeling: FeltFeeling };
  let intensity: number = cue.intensity;
  const isGlad = feeling === "pleased" || feeling === "grateful";
  if (isElsewhere(before, tokens, hit, isGlad)) return undefined;
  const isIntensified =
    before.includes("never") &&
    before.some((word) => word === "so" || word === "such" || word === "this" || word === "more");
  if (!cue.holdsNegation && !isIntensified && before.some((word) => NEGATIONS.has(word))) {
    if (before.includes("only")) intensity = Math.max(intensity, 0.5);
    else if (feeling === "pleased" && intensity >= 0.3) {
      // "not happy" is a complaint; "not very happy" a milder one, "not at all happy" a plain one.
      feeling = "disappointed";
      intensity = before.some((word) => word === "all" || word === "remotely")
        ? 0.62
        : before.some((word) => STRONGER.has(word))
          ? 0.42
          : intensity >= 0.5
            ? 0.48
            : 0.35;
    } else return undefined;
  } else intensity = modified(intensity, before, isIntensified);
  const isWeakened = before.some((word) => WEAKER.has(word));
  if (!isWeakened && (feeling !== "grateful" || emphasis < 0.2))
    intensity += (1 - intensity) * emphasis * (NEGATIVE.has(feeling) ? 1 : 0.5);
  return { feeling, intensity: round(Math.min(0.99, intensity)), start, end };
}

/** Praise in a mocking sentence, or in the one beside it, is frustration: "Thanks for nothing. Great service." */
export function takeMockeryBack(
  felt: readonly FeltHere[],
  sentences: readonly HeardSentence[],
  mockery: readonly Span[],
): FeltHere[] {
  if (mockery.length === 0) return [...felt];
  const mocking = new Set<number>();
  let at = 0;
  for (const { start } of mockery) {
    while (at < sentences.length - 1 && (sentences[at] as HeardSentence).end <= start) at += 1;
    for (const near of [at - 1, at, at + 1]) mocking.add(near);
  }
  let sentence = 0;
  return [...felt]
    .sort((a, b) => a.start - b.start)
    .map((one) => {
      while (sentence < sentences.length - 1 && (sentences[sentence] as HeardSentence).end <= one.start) sentence += 1;
      const isPraise = one.feeling === "pleased" || one.feeling === "grateful";
      return isPraise && mocking.has(sentence) ? { ...one, feeling: "frustrated" as const, intensity: 0.5 } : one;
    });
}

function wordsBefore(tokens: readonly Token[], from: number, first: number): string[] {
  const words: string[] = [];
  for (let at = from - 1; at >= first && words.length < REACH; at -= 1) {
    const token = tokens[at] as Token;
    if (token.kind === "mark") {
      if (token.norm === ",") break;
      continue;
    }
    words.push(token.norm);
  }
  return words;
}

/** Somebody else's feeling, a supposed one, or a form of words: "you must be busy and stressed", "I'd be happy to". */
function isElsewhere(before: readonly string[], tokens: readonly Token[], hit: CueHit, isGlad: boolean): boolean {
  if ((tokens[hit.from] as Token).kind === "emoji") return false;
  const near = before.slice(0, 3);
  if (
    hit.to - hit.from === 1 &&
    near.some((word) => OTHERS.has(word)) &&
    !near.some((word) => word === "i" || word === "i'm" || word === "makes" || word === "me")
  )
    return !/^(?:your)$/.test(near[0] ?? "") || isGlad;
  if (isGlad && before.some((word) => WOULD.has(word))) return true;
  const next = tokens[hit.to]?.norm;
  // "Good morning" greets.
  if (isGlad && /^(?:morning|afternoon|evening|day|night)$/.test(next ?? "")) return true;
  if (
    isGlad &&
    next === "to" &&
    hit.to - hit.from === 1 &&
    /^(?:happy|glad|pleased|good|nice|great|fine|kind|ok|okay)$/.test((tokens[hit.from] as Token).norm)
  )
    return true;
  return !isGlad && before.some((word) => word === "if" || word === "whether" || word === "unless");
}

function modified(base: number, before: readonly string[], isIntensified: boolean): number {
  let intensity = base;
  for (const word of before) {
    const weaker = WEAKER.get(word);
    if (weaker !== undefined && !(word === "little" && before.includes("no"))) return intensity * weaker;
    const stronger = STRONGER.get(word);
    if (stronger !== undefined) intensity += (1 - intensity) * stronger * 0.7;
  }
  return isIntensified ? intensity + (1 - intensity) * 0.4 : intensity;
}

/** The feelings of the whole message, strongest first. Several clauses of one feeling add up, but never beyond 1. */
export function gatherFeelings(felt: readonly FeltHere[]): FeelingRead[] {
  const byFeeling = new Map<FeltFeeling, FeltHere[]>();
  for (const one of felt) {
    const known = byFeeling.get(one.feeling);
    if (known === undefined) byFeeling.set(one.feeling, [one]);
    else known.push(one);
  }
  const read: FeelingRead[] = [];
  for (const [feeling, all] of byFeeling) {
    let strongest = 0;
    let rest = 1;
    for (const { intensity } of all) strongest = Math.max(strongest, intensity);
    for (const { intensity } of all.slice(0, 12)) rest *= 1 - intensity * 0.15;
    const added = all.length === 1 ? strongest : strongest + (1 - strongest) * (1 - rest / (1 - strongest * 0.15));
    read.push({
      feeling,
      intensity: round(Math.min(0.99, added)),
      spans: all.map(({ start, end }) => ({ start, end })),
    });
  }
  return read.sort((a, b) => b.intensity - a.intensity || (a.feeling < b.feeling ? -1 : 1));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
