/**
 * Finds thousands of phrases in one walk over the words. Each phrase is a small graph of words; an index by its first two
 * words says which graphs are worth entering. Marks between words are passed over. The work per word is bounded, because
 * phrases are short and a gap holds at most three words.
 */
import type { Token } from "../scan-words.ts";
import { expandPhrase } from "./expand-phrase.ts";

interface Node<T> {
  readonly next: Map<string, Node<T>[]>;
  readonly any: Node<T>[];
  readonly gap: Node<T>[];
  readonly ends: T[];
}
interface Begin<T> {
  readonly ends: T[];
  readonly next: Map<string, Node<T>[]>;
  /** Phrases whose second word may be anything. */
  readonly open: Node<T>[];
}

export interface PhraseHit<T> {
  readonly cue: T;
  /** Index of the first token of the phrase, and the index after its last. */
  readonly from: number;
  readonly to: number;
}

export type PhraseTrie<T> = ReadonlyMap<string, Begin<T>>;

const node = <T>(): Node<T> => ({ next: new Map(), any: [], gap: [], ends: [] });

export function buildTrie<T>(entries: Iterable<readonly [phrase: string, cue: T]>): PhraseTrie<T> {
  const index = new Map<string, Begin<T>>();
  for (const [phrase, cue] of entries) {
    const root = node<T>();
    let here = new Set([root]);
    for (const choices of expandPhrase(phrase)) here = addChoices(here, choices);
    if (here.has(root)) throw new Error(`The cue "${phrase}" may be empty.`);
    for (const end of here) end.ends.push(cue);
    for (const [word, nodes] of root.next) for (const one of nodes) begin(index, word, one);
  }
  return index;
}

function addChoices<T>(from: ReadonlySet<Node<T>>, choices: readonly (readonly string[])[]): Set<Node<T>> {
  const ends = new Set<Node<T>>();
  for (const words of choices) {
    let here = new Set(from);
    for (const word of words) {
      const made = node<T>();
      for (const one of here) {
        if (word === "_") one.any.push(made);
        else if (word === "__") one.gap.push(made);
        else {
          const known = one.next.get(word);
          if (known === undefined) one.next.set(word, [made]);
          else known.push(made);
        }
      }
      here = new Set([made]);
    }
    for (const one of here) ends.add(one);
  }
  return ends;
}

function begin<T>(index: Map<string, Begin<T>>, word: string, first: Node<T>): void {
  let entry = index.get(word);
  if (entry === undefined) {
    entry = { ends: [], next: new Map(), open: [] };
    index.set(word, entry);
  }
  for (const cue of first.ends) if (!entry.ends.includes(cue)) entry.ends.push(cue);
  for (const [second, nodes] of first.next) {
    const known = entry.next.get(second);
    if (known === undefined) entry.next.set(second, [...nodes]);
    else known.push(...nodes);
  }
  if (first.any.length > 0 || first.gap.length > 0) entry.open.push({ ...first, next: new Map(), ends: [] });
}

const LONGEST_GAP = 3;

/** Every phrase among the tokens from `first` to before `last`, in order of its first word. */
export function findPhrases<T>(
  index: PhraseTrie<T>,
  tokens: readonly Token[],
  first: number,
  last: number,
  into: PhraseHit<T>[],
): void {
  for (let at = first; at < last; at += 1) {
    const entry = index.get((tokens[at] as Token).norm);
    if (entry === undefined) continue;
    for (const cue of entry.ends) into.push({ cue, from: at, to: at + 1 });
    const second = nextWord(tokens, at + 1, last);
    if (second < 0) continue;
    const begun = entry.next.get((tokens[second] as Token).norm);
    if (begun !== undefined) for (const one of begun) walk(one, tokens, at, second + 1, last, into);
    for (const one of entry.open) walk(one, tokens, at, at + 1, last, into);
  }
}

function walk<T>(
  here: Node<T>,
  tokens: readonly Token[],
  from: number,
  at: number,
  last: number,
  into: PhraseHit<T>[],
): void {
  for (const cue of here.ends) into.push({ cue, from, to: at });
  if (here.next.size === 0 && here.any.length === 0 && here.gap.length === 0) return;
  const next = nextWord(tokens, at, last);
  if (next < 0) return;
  const { norm } = tokens[next] as Token;
  const direct = here.next.get(norm);
  if (direct !== undefined) for (const one of direct) walk(one, tokens, from, next + 1, last, into);
  for (const one of here.any) walk(one, tokens, from, next + 1, last, into);
  for (const one of here.gap) walkGap(one, tokens, from, at, last, into);
}

/** The rest of the phrase may begin at once or after one, two or three words; the first place where it does is taken. */
function walkGap<T>(
  rest: Node<T>,
  tokens: readonly Token[],
  from: number,
  at: number,
  last: number,
  into: PhraseHit<T>[],
): void {
  let here = at;
  for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1) {
    const next = nextWord(tokens, here, last);
    if (next < 0) return;
    const direct = rest.next.get((tokens[next] as Token).norm);
    if (direct !== undefined) {
      for (const one of direct) walk(one, tokens, from, next + 1, last, into);
      return;
    }
    here = next + 1;
  }
}

/** The next word, past at most two marks; -1 when there is none. */
function nextWord(tokens: readonly Token[], at: number, last: number): number {
  let index = at;
  while (index < last && index < at + 2 && (tokens[index] as Token).kind === "mark") index += 1;
  return index < last && (tokens[index] as Token).kind !== "mark" ? index : -1;
}
