/**
 * What is known of a word, whoever wants to know it: which cues it begins, what it may be a slip of, which languages it speaks
 * for, which dangers and which facts it may belong to. Looked up once for each word of a text, because twenty readers asking
 * twenty lists each is most of what reading would cost. Decides nothing; it only says whom it is worth asking.
 */
import { meantBy } from "./correct-typos.ts";
import type { Cue } from "./cues/cue-scanner.ts";
import { beginningOf, cueNumber } from "./cues/cue-scanner.ts";
import type { Beginning } from "./cues/phrase-trie.ts";
import { dangersIn } from "./danger-words.ts";
import { wokenBy } from "./facts/woken-by.ts";
import { languagesOf } from "./language.ts";
import type { Token, TokenKind } from "./scan-words.ts";
import { type Spelling, spellingOf } from "./spellings.ts";

export interface Word {
  readonly norm: string;
  /** Its number among the words of all cues; 0 for a word in none of them, MARK for a mark. */
  readonly id: number;
  /** The cues that begin with it. */
  readonly begins: Beginning<Cue> | undefined;
  /** What was meant, where it is a slip of the pen. */
  readonly right: string | undefined;
  /** By their place in LANGUAGES. */
  readonly languages: readonly number[];
  /** Groups of danger-words.ts: the dangers that may be spoken of. */
  readonly dangers: readonly number[];
  /** Bits of facts/wakes.ts: the recognisers of facts it may belong to. */
  readonly wakes: number;
}

/** A mark between words; never the number of a word in a cue. */
export const MARK = -1;

/** Of what has no spelling of its own but is in some cue: "24/7". Bounded by the words of the cues. */
const figures = new Map<string, Word>();

/** One for each token, in order. */
export function wordsOf(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  for (const token of tokens) words.push(isFigure(token.kind) ? figureOf(token) : wordOf(token.kind, token.spelling));
  return words;
}

const isFigure = (kind: TokenKind): boolean =>
  kind === "number" || kind === "code" || kind === "email" || kind === "url";

function wordOf(kind: TokenKind, spelling: Spelling): Word {
  spelling.word ??= learn(kind, spelling.norm);
  return spelling.word;
}

function figureOf({ kind, norm }: Token): Word {
  const known = figures.get(norm);
  if (known !== undefined) return known;
  const word = learn(kind, norm);
  // Figures are rarely the same twice.
  if (word.id !== 0) figures.set(norm, word);
  return word;
}

function learn(kind: TokenKind, norm: string): Word {
  const id = kind === "mark" ? MARK : cueNumber(norm);
  return {
    norm,
    id,
    begins: id > 0 ? beginningOf(norm) : undefined,
    right: kind === "word" ? meantBy(norm) : undefined,
    languages: kind === "word" ? languagesOf(norm) : NONE,
    dangers: kind === "word" || kind === "unspaced" ? dangersIn(norm, kind) : NONE,
    wakes: wokenBy(kind, norm),
  };
}

const NONE: readonly number[] = [];

/** The words as they were meant: slips set right, in tokens and in what is known of them. The same ones when there was no slip. */
export function setRight(
  tokens: readonly Token[],
  words: readonly Word[],
): { readonly tokens: readonly Token[]; readonly words: readonly Word[] } {
  let changed: { tokens: Token[]; words: Word[] } | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const { right } = words[at] as Word;
    if (right === undefined) continue;
    changed ??= { tokens: [...tokens], words: [...words] };
    const spelling = spellingOf(right);
    changed.tokens[at] = { ...(tokens[at] as Token), norm: right, spelling };
    changed.words[at] = wordOf("word", spelling);
  }
  return changed ?? { tokens, words };
}
