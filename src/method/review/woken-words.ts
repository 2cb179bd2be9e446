/**
 * Which wordings may be found in a text, by its words alone: one pass over its letters tells it of all of them together, and it is
 * remembered with the text. Bounded; what is forgotten is worked out again.
 */
import { FEWEST_LETTERS, neededIn } from "./needed-words.ts";
import { folded, GAP } from "./regex-node.ts";

/** Where the bits of the wordings of one cue stand: 32 in each place, from the first up to the last. */
export interface Wordings {
  readonly first: number;
  readonly last: number;
}

/** Every wording of every cue, in groups of 32. Undefined where a group is not full. */
const sources: (string | undefined)[] = [];
/** A bit for each wording: those that may be found in any text. */
let always = new Int32Array(0);
/** Words as numbers, in open addressing, and the wordings that each of them wakes. */
let keys = new Int32Array(0);
let wakes: Int32Array[] = [];
/** Nearly all words of a text wake nobody; a bit tells so without a look at the table. */
const hints = new Int32Array(1 << 13);
const HINT_MASK = (hints.length << 5) - 1;
const EMPTY = 0;
const NOBODY = new Int32Array(0);
let built = 0;

/** @param wordings expressions, in the order in which they are preferred. */
export function addWordings(wordings: readonly string[]): Wordings {
  const first = sources.length >>> 5;
  sources.push(...wordings);
  while (sources.length % 32 !== 0) sources.push(undefined);
  return { first, last: sources.length >>> 5 };
}

/** Cues are made while the program is loaded; this runs again when one was made since. */
function build(): void {
  const woken = new Map<number, number[]>();
  always = new Int32Array(sources.length >>> 5);
  for (const [id, source] of sources.entries()) {
    if (source === undefined) continue;
    const needed = neededIn(source);
    if (needed === undefined) setBit(always, id);
    for (const words of needed ?? []) {
      const key = keyOf(words);
      const others = woken.get(key);
      if (others === undefined) woken.set(key, [id]);
      else others.push(id);
    }
  }
  let slots = 1024;
  while (slots < woken.size * 4) slots *= 2;
  keys = new Int32Array(slots);
  wakes = Array.from({ length: slots }, () => NOBODY);
  hints.fill(0);
  for (const [key, ids] of woken) {
    const slot = slotOf(key);
    keys[slot] = key;
    wakes[slot] = Int32Array.from(ids);
    setBit(hints, key & HINT_MASK);
  }
  built = sources.length;
  known.clear();
  lastText = undefined;
}

const setBit = (bits: Int32Array, at: number): void => {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
};

/** Where a key stands, or the free place where it would. */
function slotOf(key: number): number {
  const mask = keys.length - 1;
  let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
  while (keys[slot] !== key && keys[slot] !== EMPTY) slot = (slot + 1) & mask;
  return slot;
}

/** So many texts and letters are remembered; then all are forgotten. */
const MOST_TEXTS = 2_000;
const MOST_LETTERS = 400_000;
const known = new Map<string, Int32Array>();
let letters = 0;
let lastText: string | undefined;
let lastOpen: Int32Array = NOBODY;

/** This wording was tried in vain. @param id its bit. */
export function close(text: string, id: number): void {
  const open = openIn(text);
  open[id >>> 5] = (open[id >>> 5] as number) & ~(1 << (id & 31));
}

/** A bit for each wording: it may be found in the text. */
export function openIn(text: string): Int32Array {
  if (text === lastText && built === sources.length) return lastOpen;
  if (built < sources.length) build();
  let open = known.get(text);
  if (open === undefined) {
    letters += text.length;
    if (letters > MOST_LETTERS || known.size >= MOST_TEXTS) {
      known.clear();
      letters = text.length;
    }
    open = wokenBy(text);
    known.set(text, open);
  }
  lastText = text;
  lastOpen = open;
  return open;
}

const START = 0x2c1b3c6d;
/** By character code; 0 for a gap. */
const SYMBOLS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const symbol = folded(String.fromCharCode(unit));
  return symbol === GAP ? 0 : symbol.charCodeAt(0);
});

const add = (hash: number, symbol: number): number => Math.imul(hash ^ symbol, 0x01000193);
const both = (before: number, word: number): number => Math.imul(before ^ 0x7f4a7c15, 0x2545f491) ^ word;
/** Never EMPTY. */
const finished = (hash: number): number => (hash ^ (hash >>> 15)) | 1;

/** The number of " sorry for " or of " refund". */
function keyOf(words: string): number {
  let before = 0;
  const all = words.slice(1).split(GAP);
  const begun = all.pop() as string;
  const hashOf = (word: string) => {
    let hash = START;
    for (let at = 0; at < word.length; at += 1) hash = add(hash, word.charCodeAt(at));
    return hash;
  };
  if (begun !== "") return finished(hashOf(begun));
  for (const word of all) before = both(before, hashOf(word));
  return finished(before);
}

function wokenBy(text: string): Int32Array {
  const awake = always.slice();
  let word = START;
  let length = 0;
  let last = 0;
  let lastTwo = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at === text.length ? 0 : text.charCodeAt(at);
    const symbol = unit < 128 ? (SYMBOLS[unit] as number) : 0;
    if (symbol !== 0) {
      word = add(word, symbol);
      length += 1;
      if (length >= FEWEST_LETTERS) wake(awake, finished(word));
    } else if (length > 0) {
      const alone = both(0, word);
      const two = both(last, word);
      wake(awake, finished(alone));
      wake(awake, finished(two));
      wake(awake, finished(both(lastTwo, word)));
      lastTwo = last === 0 ? 0 : two;
      last = alone;
      word = START;
      length = 0;
    }
  }
  return awake;
}

function wake(awake: Int32Array, key: number): void {
  if (((hints[(key & HINT_MASK) >>> 5] as number) & (1 << (key & 31))) === 0) return;
  const slot = slotOf(key);
  for (const id of wakes[slot] as Int32Array) setBit(awake, id);
}
