/** Turns one line of JSON into what is asked, or says in one sentence what is wrong with it. */
import type { z } from "zod";
import { BadLine } from "./json-lines.ts";

interface Asked {
  readonly id: string | number;
}

/** @throws BadLine, with the id where the line had one. */
export function askLine<T extends Asked>(line: string, shape: z.ZodType<T>): T {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new BadLine(null, line.trim() === "" ? "The line is empty." : "The line is not JSON.");
  }
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const where = first?.path.join(".") ?? "";
  const isMissing = first !== undefined && valueAt(given, first.path) === undefined;
  throw new BadLine(
    idOf(given),
    `${where || "The line"} ${isMissing ? "is missing" : problemOf(first?.message ?? "")}.`,
  );
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, name) => (value as Record<PropertyKey, unknown> | undefined)?.[name], given);

/** Zod's sentence, put behind the name of what it is about. */
function problemOf(message: string): string {
  return message.startsWith("is ") ? message : `is not right: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

function idOf(given: unknown): unknown {
  if (typeof given !== "object" || given === null || !("id" in given)) return null;
  return typeof given.id === "string" || typeof given.id === "number" ? given.id : null;
}
