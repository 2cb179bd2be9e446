/**
 * Finds thousands of phrases in one walk over the words. Each phrase is a small graph of words; an index by its first two
 * words says which graphs are worth entering. Marks between words are passed over. The work per word is bounded, because
 * phrases are short and a gap holds at most three words.
 */
import { expandPhrase } from "./expand-phrase.ts";

interface Node<T> {
  readonly next: Map<number, Node<T>[]>;
  /** A bit for each number in `next`, shared by many: most words are in none, and that shows without asking it. */
  bits: number;
  readonly any: Node<T>[];
  readonly gap: Node<T>[];
  readonly ends: T[];
  /** Nothing may follow. */
  isLast: boolean;
}
/** The phrases that begin with one word. */
export interface Beginning<T> {
  readonly ends: T[];
  readonly next: Map<number, Node<T>[]>;
  /** Phrases whose second word may be anything. */
  readonly open: Open<T>[];
  /** The `needs` of all of them. */
  openNeeds: number;
}
interface Open<T> {
  readonly node: Node<T>;
  /** Bits of which the next few words must have one. */
  readonly needs: number;
}

export interface PhraseHit<T> {
  readonly cue: T;
  /** Index of the first token of the phrase, and the index after its last. */
  readonly from: number;
  readonly to: number;
}

export interface PhraseTrie<T> {
  /** Every word of every phrase by a number of its own, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly beginnings: ReadonlyMap<string, Beginning<T>>;
  /** A bit for every two words that some phrase begins with; pairs share bits. */
  readonly pairs: Int32Array;
}

/** A word of a text: its number in the trie (0 for none, below 0 for a mark) and the phrases it begins. */
export interface PhraseWord<T> {
  readonly id: number;
  readonly begins: Beginning<T> | undefined;
}

const node = <T>(): Node<T> => ({ next: new Map(), bits: 0, any: [], gap: [], ends: [], isLast: true });

const PAIR_BITS = 18;
const pairOf = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> (32 - PAIR_BITS);
const bitOf = (id: number): number => 1 << (id & 31);
const EVERY_BIT = -1;

export function buildTrie<T>(entries: Iterable<readonly [phrase: string, cue: T]>): PhraseTrie<T> {
  const numbers = new Map<string, number>();
  const beginnings = new Map<string, Beginning<T>>();
  const pairs = new Int32Array(1 << (PAIR_BITS - 5));
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size + 1);
    return numbers.size;
  };
  for (const [phrase, cue] of entries) {
    const root = node<T>();
    let here = new Set([root]);
    const firsts = new Map<number, string>();
    for (const choices of expandPhrase(phrase)) {
      for (const words of choices) for (const word of words) firsts.set(numberOf(word), word);
      here = addChoices(here, choices, numberOf);
    }
    if (here.has(root)) throw new Error(`The cue "${phrase}" may be empty.`);
    for (const end of here) end.ends.push(cue);
    for (const [number, nodes] of root.next)
      for (const one of nodes) {
        begin(beginnings, firsts.get(number) as string, one);
        for (const second of one.next.keys()) {
          const pair = pairOf(number, second);
          pairs[pair >>> 5] = (pairs[pair >>> 5] as number) | bitOf(pair);
        }
      }
  }
  return { numbers, beginnings, pairs };
}

function addChoices<T>(
  from: ReadonlySet<Node<T>>,
  choices: readonly (readonly string[])[],
  numberOf: (word: string) => number,
): Set<Node<T>> {
  const ends = new Set<Node<T>>();
  for (const words of choices) {
    let here = new Set(from);
    for (const word of words) {
      const made = node<T>();
      for (const one of here) {
        one.isLast = false;
        if (word === "_") one.any.push(made);
        else if (word === "__") one.gap.push(made);
        else {
          const number = numberOf(word);
          one.bits |= bitOf(number);
          const known = one.next.get(number);
          if (known === undefined) one.next.set(number, [made]);
          else known.push(made);
        }
      }
      here = new Set([made]);
    }
    for (const one of here) ends.add(one);
  }
  return ends;
}

function begin<T>(index: Map<string, Beginning<T>>, word: string, first: Node<T>): void {
  let entry = index.get(word);
  if (entry === undefined) {
    entry = { ends: [], next: new Map(), open: [], openNeeds: 0 };
    index.set(word, entry);
  }
  for (const cue of first.ends) if (!entry.ends.includes(cue)) entry.ends.push(cue);
  for (const [second, nodes] of first.next) {
    const known = entry.next.get(second);
    if (known === undefined) entry.next.set(second, [...nodes]);
    else known.push(...nodes);
  }
  if (first.any.length === 0 && first.gap.length === 0) return;
  const needs = needsOf(first);
  entry.open.push({ node: { ...first, next: new Map(), bits: 0, ends: [] }, needs });
  entry.openNeeds |= needs;
}

/** What one of the words behind an open place has to be. */
function needsOf<T>({ any, gap }: Node<T>): number {
  let needs = 0;
  for (const { bits } of gap) needs |= bits;
  for (const one of any)
    needs |= one.ends.length > 0 || one.any.length > 0 || one.gap.length > 0 ? EVERY_BIT : one.bits;
  return needs;
}

const LONGEST_GAP = 3;

/** Every phrase among the words from `first` to before `last`, in order of its first word. */
export function findPhrases<T>(
  { pairs }: PhraseTrie<T>,
  words: readonly PhraseWord<T>[],
  first: number,
  last: number,
  into: PhraseHit<T>[],
): void {
  for (let at = first; at < last; at += 1) {
    const { begins: entry, id: own } = words[at] as PhraseWord<T>;
    if (entry === undefined) continue;
    for (const cue of entry.ends) into.push({ cue, from: at, to: at + 1 });
    const second = nextWord(words, at + 1, last);
    if (second < 0) continue;
    const { id } = words[second] as PhraseWord<T>;
    const pair = pairOf(own, id);
    const begun = ((pairs[pair >>> 5] as number) & bitOf(pair)) === 0 ? undefined : entry.next.get(id);
    if (begun !== undefined) for (const one of begun) walk(one, words, at, second + 1, last, into);
    if (entry.openNeeds === 0) continue;
    const ahead = bitsAhead(words, second, last);
    if ((entry.openNeeds & ahead) === 0) continue;
    for (const { node: one, needs } of entry.open) if ((needs & ahead) !== 0) walk(one, words, at, at + 1, last, into);
  }
}

/** The bits of the word at `at` and of those that a gap may pass over. */
function bitsAhead<T>(words: readonly PhraseWord<T>[], at: number, last: number): number {
  let bits = 0;
  let here = at;
  for (let seen = 0; seen <= LONGEST_GAP && here >= 0; seen += 1) {
    bits |= bitOf((words[here] as PhraseWord<T>).id);
    here = nextWord(words, here + 1, last);
  }
  return bits;
}

function walk<T>(
  here: Node<T>,
  words: readonly PhraseWord<T>[],
  from: number,
  at: number,
  last: number,
  into: PhraseHit<T>[],
): void {
  for (const cue of here.ends) into.push({ cue, from, to: at });
  if (here.isLast) return;
  const next = nextWord(words, at, last);
  if (next < 0) return;
  const { id } = words[next] as PhraseWord<T>;
  const direct = (here.bits & bitOf(id)) === 0 ? undefined : here.next.get(id);
  if (direct !== undefined) for (const one of direct) walk(one, words, from, next + 1, last, into);
  for (const one of here.any) walk(one, words, from, next + 1, last, into);
  for (const one of here.gap) walkGap(one, words, from, at, last, into);
}

/** The rest of the phrase may begin at once or after one, two or three words; the first place where it does is taken. */
function walkGap<T>(
  rest: Node<T>,
  words: readonly PhraseWord<T>[],
  from: number,
  at: number,
  last: number,
  into: PhraseHit<T>[],
): void {
  let here = at;
  for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1) {
    const next = nextWord(words, here, last);
    if (next < 0) return;
    const { id } = words[next] as PhraseWord<T>;
    const direct = (rest.bits & bitOf(id)) === 0 ? undefined : rest.next.get(id);
    if (direct !== undefined) {
      for (const one of direct) walk(one, words, from, next + 1, last, into);
      return;
    }
    here = next + 1;
  }
}

/** The next word, past at most two marks; -1 when there is none. */
function nextWord<T>(words: readonly PhraseWord<T>[], at: number, last: number): number {
  let index = at;
  while (index < last && index < at + 2 && (words[index] as PhraseWord<T>).id < 0) index += 1;
  return index < last && (words[index] as PhraseWord<T>).id >= 0 ? index : -1;
}
