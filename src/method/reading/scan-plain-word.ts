/**
 * The short way for most words: plain letters up to a space or a mark. Whatever may be more than that (figures, apostrophes,
 * letters of other alphabets or drawn out, addresses) is left to scan-words.ts, which says the same of plain words.
 */
import type { Token } from "./scan-words.ts";
import { HASH_BEGINS, hashWith, plainSpelling } from "./spellings.ts";

/** Of the first 128: a small letter, a capital, what surely ends a word of such letters, or what has to be looked at. */
const SMALL = 1;
const CAPITAL = 2;
const ENDS = 3;
const plainClass = new Uint8Array(0x80);
for (let unit = 0; unit < 0x80; unit += 1) {
  const char = String.fromCharCode(unit);
  plainClass[unit] = /[a-z]/.test(char) ? SMALL : /[A-Z]/.test(char) ? CAPITAL : /[\s.,;!?()"]/.test(char) ? ENDS : 0;
}

/** @returns where the word ends, or `start` when it takes a closer look. */
export function scanPlainWord(text: string, start: number, tokens: Token[]): number {
  let at = start;
  let capitals = 0;
  let hash = HASH_BEGINS;
  let previous = 0;
  let run = 1;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = unit < 0x80 ? plainClass[unit] : 0;
    if (kind === ENDS) break;
    if (kind !== SMALL && kind !== CAPITAL) return start;
    const lower = unit | 32;
    run = lower === previous ? run + 1 : 1;
    if (run === 3) return start;
    previous = lower;
    if (kind === CAPITAL) capitals += 1;
    hash = hashWith(hash, lower);
  }
  // "www." begins an address.
  if (at - start === 3 && text.charCodeAt(at) === 0x2e) return start;
  const spelling = plainSpelling(text, start, at, hash);
  tokens.push({
    start,
    end: at,
    kind: "word",
    norm: spelling.norm,
    spelling,
    isShouted: capitals >= 2 && capitals === at - start,
    isStretched: false,
    isCapital: capitals > 0 && plainClass[text.charCodeAt(start)] === CAPITAL,
  });
  return at;
}
