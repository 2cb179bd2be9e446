/**
 * Two of the three kinds of "no". A Refusal is expected and is a value: a code for programs, a sentence for people, and a
 * way out. Unavailable says that the outside world is down and that trying again makes sense. Everything else is a bug.
 */
import type { Span } from "./span.ts";

/** Words that a refusal is about, and which rule they break. */
export interface RefusedWords extends Span {
  readonly rule: string;
  /** What is wrong with them and what to do, for people. */
  readonly message: string;
  /** As they were written; empty where something is missing. */
  readonly words: string;
}

export interface Refusal {
  readonly refused: string;
  readonly sentence: string;
  readonly wayOut: string;
  /** Where the way out leads, for programs: the number of what has to be opened instead. */
  readonly leadsTo?: number;
  /** Where it is about words: which. Places are UTF-16, in the plain text of what was handed over. */
  readonly about?: readonly RefusedWords[];
}

/** @param code local to the verb, kebab-case. @param sentence what is wrong. @param wayOut what the person can do. */
export function refuse(code: string, sentence: string, wayOut = ""): Refusal {
  return { refused: code, sentence, wayOut };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value && "sentence" in value;
}

/** The outside world does not answer: a database, a mail server, a disk. The caller may try again later. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  readonly code: string;
  constructor(code: string, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}
