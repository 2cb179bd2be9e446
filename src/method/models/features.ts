/**
 * What every model sees of a text: its words, neighbouring pairs, and the pieces of three to five characters inside each word,
 * each as a number of 22 bits. One pass serves all models; training walks the same code, so the two cannot drift apart.
 */
import type { Token } from "../reading/index.ts";

export const FEATURE_BITS = 22;
const MASK = (1 << FEATURE_BITS) - 1;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
/** Longer words are cut, so that one endless word costs no more than a few. */
const LONGEST_WORD = 24;

/** A word with everything about it that does not depend on its neighbours. */
export interface WordFeatures {
  readonly hash: number;
  /** The word itself. */
  readonly own: number;
  /** Pieces of its spelling. */
  readonly pieces: readonly number[];
}

/** Beginning and end of what is scored, as neighbours. */
export const EDGE = 0x51ed270b;
export const SHOUTED = fold(hashOf("shouted", 1));
export const STRETCHED = fold(hashOf("stretched", 1));

/** Figures, addresses and codes are all alike to a model. */
export function nameOf(token: Token): string {
  switch (token.kind) {
    case "number":
      return "0";
    case "code":
      return "a0";
    case "url":
      return "://";
    case "email":
      return "@";
    default:
      return token.norm.length > LONGEST_WORD ? token.norm.slice(0, LONGEST_WORD) : token.norm;
  }
}

export function featuresOfWord(name: string, token: Token): WordFeatures {
  const hash = hashOf(name, 17);
  const pieces: number[] = [];
  if (token.kind === "word" || token.kind === "emoji") {
    const spelled = `<${name}>`;
    for (let size = SHORTEST_PIECE; size <= LONGEST_PIECE; size += 1)
      for (let at = 0; at + size <= spelled.length; at += 1)
        if (size < spelled.length) pieces.push(fold(hashOf(spelled.slice(at, at + size), 100 + size)));
  }
  return { hash, own: fold(hash), pieces };
}

export const pairOf = (left: number, right: number): number => fold(mix(left, right));
/** The word in capitals: worth more than the word. */
export const shoutOf = (hash: number): number => fold(mix(hash, 5));
export const isShout = (token: Token): boolean => token.isShouted && token.norm.length > 2;

/** Everything at once, for training. The parts with spelling and without are told apart because some models do not spell. */
export function featuresOf(
  tokens: readonly Token[],
  first = 0,
  last = tokens.length,
): { readonly words: number[]; readonly pieces: number[] } {
  const words: number[] = [];
  const pieces: number[] = [];
  let left = EDGE;
  for (let at = first; at < last; at += 1) {
    const token = tokens[at] as Token;
    const word = featuresOfWord(nameOf(token), token);
    words.push(word.own, pairOf(left, word.hash));
    if (isShout(token)) words.push(SHOUTED, shoutOf(word.hash));
    if (token.isStretched) words.push(STRETCHED);
    pieces.push(...word.pieces);
    left = word.hash;
  }
  if (last > first) words.push(pairOf(left, EDGE));
  return { words, pieces };
}

/** The more features, the less each counts. A square root is the same in every engine. */
export const shareOf = (features: number): number => (features === 0 ? 0 : 1 / Math.sqrt(features));

function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return finish(hash);
}

const mix = (left: number, right: number): number => finish(Math.imul(left ^ 0x2545f491, 0x9e3779b1) ^ right);

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function fold(hash: number): number {
  return (hash ^ (hash >>> FEATURE_BITS)) & MASK;
}
