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

const memory = new Map<string, Word>();
/** Words come again and again; the memory is emptied before it grows. */
const MOST_REMEMBERED = 40_000;

/** One for each token, in order. */
export function wordsOf(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  for (const { kind, norm } of tokens) words.push(memory.get(norm) ?? learn(kind, norm));
  return words;
}

function learn(kind: TokenKind, norm: string): Word {
  const id = kind === "mark" ? MARK : cueNumber(norm);
  const word: Word = {
    norm,
    id,
    begins: id > 0 ? beginningOf(norm) : undefined,
    right: kind === "word" ? meantBy(norm) : undefined,
    languages: kind === "word" ? languagesOf(norm) : NONE,
    dangers: kind === "word" || kind === "unspaced" ? dangersIn(norm, kind) : NONE,
    wakes: wokenBy(kind, norm),
  };
  // Figures are rarely the same twice.
  const isFigure = kind === "number" || kind === "code" || kind === "email" || kind === "url";
  if (isFigure && id === 0) return word;
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(norm, word);
  return word;
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
    changed.tokens[at] = { ...(tokens[at] as Token), norm: right };
    changed.words[at] = memory.get(right) ?? learn("word", right);
  }
  return changed ?? { tokens, words };
}
