/**
 * What a command of the command line is. Everything people read about it (help, docs/cli.md) is made from this description;
 * there is no second copy. A command prints its answer to `out` and everything else to `err`.
 */
import type { Clock, RandomBytes, Refusal } from "../../kit/index.ts";
import type { Settings } from "../../platform/config/index.ts";

/** Anything that can be written to: a stream of the process, or a list in a test. */
export interface Printer {
  /** @returns false when whoever reads is slower: a long answer then waits for "drain". */
  write(text: string): unknown;
  /** "error": nobody reads any more. */
  once?(event: "drain" | "close" | "error", then: () => void): unknown;
  off?(event: "drain" | "close" | "error", then: () => void): unknown;
}

/** The world around a command, given by main.ts; nothing here is read from the process itself. */
export interface Surroundings {
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly out: Printer;
  readonly err: Printer;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Clock;
  readonly random: RandomBytes;
  /** Runs the desk until it is told to stop. @returns the exit code. */
  readonly start: (settings: Settings) => Promise<number>;
  /** Somebody pressed Ctrl+C: long work ends at the next safe place. */
  readonly stopping: AbortSignal;
}

export interface Call {
  readonly around: Surroundings;
  /** What stands on the line besides the options. */
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly settings: Settings;
}

interface Option {
  /** "yes-or-no" stands alone; "text" is followed by a value. */
  readonly kind: "yes-or-no" | "text";
  /** What to call the value in the help, e.g. `ADDRESS`. */
  readonly value?: string;
  readonly isNeeded?: true;
  readonly say: string;
}

export interface Command {
  /** One word, or two: `admin reset`. */
  readonly name: string;
  /** The arguments as people write them, e.g. `FILE…`; empty for none. */
  readonly args: string;
  readonly leastArgs: number;
  readonly mostArgs: number;
  /** One line without a full stop, beginning with a verb. */
  readonly summary: string;
  /** Paragraphs. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** A line to try, and what it does. */
  readonly examples: readonly (readonly [line: string, says: string])[];
  /** Commands that must also work when the settings are wrong get them only if they are right. */
  readonly settings: "needed" | "not-needed";
  /** @returns the exit code; a refusal is printed and becomes 1. */
  readonly run: (call: Call) => Promise<number | Refusal>;
}

/** What the exit codes of all commands mean. */
export const EXIT = { done: 0, refused: 1, usage: 2, unavailable: 3, bug: 70 } as const;

export const EXIT_MEANINGS: readonly (readonly [code: number, meaning: string])[] = [
  [EXIT.done, "Done."],
  [EXIT.refused, "Not done, or something is broken: the sentence says what, and the way out."],
  [EXIT.usage, "The line was not understood, or a setting is wrong. Nothing was touched."],
  [EXIT.unavailable, "The outside world does not answer: a database, a server, a disk. Trying again may help."],
  [EXIT.bug, "A mistake of Heard itself. Please report it with what stands on standard error."],
];

/** One line on standard output. */
export const say = (around: Pick<Surroundings, "out">, line: string): void => void around.out.write(`${line}\n`);
/** One line on standard error. */
export const tell = (around: Pick<Surroundings, "err">, line: string): void => void around.err.write(`${line}\n`);
