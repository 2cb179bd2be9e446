/**
 * Every spelling that was met, once: what is known of a word is kept with it, so a word met again is neither cut out of its
 * text nor looked up. Holds a bounded number and forgets one for another; which one never shows in a reading. Decides nothing.
 */
import type { Word } from "./word.ts";

export interface Spelling {
  /** Its own for as long as the process runs, from 0. */
  readonly id: number;
  readonly norm: string;
  /** What reading knows of it; filled in at the first reading. */
  word: Word | undefined;
}

/** So many places for the spellings of one group; when all are taken the next one met takes one of them. */
const WAYS = 4;
const GROUPS = 8_192;
/** What is longer is rarely a word, and not worth keeping. */
const LONGEST_KEPT = 64;
const kept = new Array<Spelling | undefined>(GROUPS * WAYS).fill(undefined);
const keys = new Int32Array(GROUPS * WAYS);
let met = 0;

export const newSpelling = (norm: string): Spelling => ({ id: met++, norm, word: undefined });

export const HASH_BEGINS = 0x811c9dc5 | 0;
/** Of a spelling with one more unit. */
export const hashWith = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/**
 * The spelling of plain letters and digits that stands in a text.
 * @param hash of its units in lower case.
 */
export function plainSpelling(text: string, start: number, end: number, hash: number): Spelling {
  const first = groupOf(hash);
  for (let at = first; at < first + WAYS; at += 1) {
    const known = kept[at];
    if (known === undefined) break;
    if (keys[at] === hash && known.norm.length === end - start && isSpelledSo(known.norm, text, start)) return known;
  }
  return keep(first, hash, text.slice(start, end).toLowerCase().replaceAll("\u2019", "'"));
}

/** @param norm in lower case already. */
export function spellingOf(norm: string): Spelling {
  let hash = HASH_BEGINS;
  for (let at = 0; at < norm.length; at += 1) hash = hashWith(hash, norm.charCodeAt(at));
  const first = groupOf(hash);
  for (let at = first; at < first + WAYS; at += 1) {
    const known = kept[at];
    if (known === undefined) break;
    if (keys[at] === hash && known.norm === norm) return known;
  }
  return keep(first, hash, norm);
}

const groupOf = (hash: number): number => ((hash ^ (hash >>> 15)) & (GROUPS - 1)) * WAYS;

function isSpelledSo(norm: string, text: string, start: number): boolean {
  for (let at = 0; at < norm.length; at += 1) {
    const unit = lowerOf(text.charCodeAt(start + at));
    if (unit !== norm.charCodeAt(at)) return false;
  }
  return true;
}

/** A plain unit in lower case, an apostrophe straight. */
export function lowerOf(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit === 0x2019 ? 0x27 : unit;
}

function keep(first: number, hash: number, norm: string): Spelling {
  const made = newSpelling(norm);
  if (norm.length > LONGEST_KEPT) return made;
  let at = first;
  while (at < first + WAYS && kept[at] !== undefined) at += 1;
  if (at === first + WAYS) at = first + (made.id % WAYS);
  kept[at] = made;
  keys[at] = hash;
  return made;
}
