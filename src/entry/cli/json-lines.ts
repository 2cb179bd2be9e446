/**
 * One line of JSON in, one line of JSON out, in order, for as long as lines come. Holds no more than one block of them, waits
 * for whoever reads, and answers a line that is no good with `{"id","error"}` instead of stopping. Knows nothing of what is
 * asked.
 */
import { isUtf8 } from "node:buffer";
import type { Surroundings } from "./command.ts";

/** A longer line is told apart from a stream without line ends, and answered with an error. */
const LONGEST_LINE = 16 * 1024 * 1024;
const LINE_END = 10;
/** Some programs begin a file with it. */
const BYTE_ORDER_MARK = Buffer.from("\ufeff");

/** Why a line cannot be answered, said to whoever wrote it. */
export class BadLine extends Error {
  readonly id: unknown;
  constructor(id: unknown, message: string) {
    super(message);
    this.id = id;
  }
}

/**
 * @param answer what a line is answered with, one line without its end; throws BadLine when it cannot be.
 * @returns when the input has ended, nobody reads any more, or the command is told to stop.
 */
export async function answerLines(
  { input, out, stopping }: Pick<Surroundings, "input" | "out" | "stopping">,
  answer: (line: string) => string,
): Promise<void> {
  const reader = { isGone: false };
  const leave = () => {
    reader.isGone = true;
  };
  out.once?.("error", leave);
  for await (const lines of blocksOfLines(input)) {
    if (reader.isGone || stopping.aborted) break;
    let block = "";
    for (const line of lines) block += `${answerOf(line, answer)}\n`;
    if (out.write(block) === false && !reader.isGone) await untilDrained(out);
  }
  out.off?.("error", leave);
}

function answerOf(line: string | BadLine, answer: (line: string) => string): string {
  try {
    if (line instanceof BadLine) throw line;
    return answer(line);
  } catch (error) {
    if (!(error instanceof BadLine)) throw error;
    return JSON.stringify({ id: error.id ?? null, error: error.message });
  }
}

const untilDrained = (out: Surroundings["out"]): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      for (const event of ["drain", "close", "error"] as const) out.off?.(event, go);
      resolve();
    };
    for (const event of ["drain", "close", "error"] as const) out.once?.(event, go);
  });

/** The whole lines of each chunk, with the beginning that was left of the one before. */
async function* blocksOfLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<(string | BadLine)[]> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let isFirst = true;
  let isTooLong = false;
  for await (const chunk of input) {
    const end = chunk.lastIndexOf(LINE_END);
    if (end < 0) {
      held += chunk.length;
      if (held > LONGEST_LINE) isTooLong = true;
      else parts.push(chunk);
      if (isTooLong) parts = [];
      continue;
    }
    const lines: (string | BadLine)[] = [];
    let from = 0;
    if (isTooLong) {
      from = chunk.indexOf(LINE_END) + 1;
      lines.push(new BadLine(null, `The line is longer than ${LONGEST_LINE / 1024 / 1024} MB.`));
      parts = [];
    }
    if (from <= end) {
      parts.push(chunk.subarray(from, end));
      lines.push(...linesOf(Buffer.concat(parts), isFirst));
    }
    isFirst = false;
    isTooLong = false;
    parts = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    held = chunk.length - end - 1;
    yield lines;
  }
  if (isTooLong) yield [new BadLine(null, `The line is longer than ${LONGEST_LINE / 1024 / 1024} MB.`)];
  else if (held > 0) yield linesOf(Buffer.concat(parts), isFirst);
}

function linesOf(bytes: Buffer, isFirst: boolean): (string | BadLine)[] {
  if (isFirst && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) return linesOf(bytes.subarray(3), false);
  if (isUtf8(bytes)) return bytes.toString("utf8").split("\n");
  const lines: (string | BadLine)[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(LINE_END, from);
    const line = bytes.subarray(from, found < 0 ? bytes.length : found);
    lines.push(isUtf8(line) ? line.toString("utf8") : new BadLine(null, "The line is not UTF-8."));
    from = found < 0 ? bytes.length + 1 : found + 1;
  }
  return lines;
}
