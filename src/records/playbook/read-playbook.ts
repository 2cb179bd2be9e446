/**
 * Reads a playbook from its Markdown file: front matter, then the text for people. Everything that is wrong is said at once, each in a
 * sentence with its line. Never throws, whatever is handed over.
 */
import { isMap, isNode, isSeq, LineCounter, type ParsedNode, parseDocument, type Document as YamlDocument } from "yaml";
import type { z } from "zod";
import type { Playbook } from "../../method/playbook/index.ts";
import { FrontMatter } from "./format.ts";

export interface PlaybookProblem {
  /** Counted from 1 in the whole text; null when it is about the whole. */
  readonly line: number | null;
  readonly sentence: string;
  /** What it is about, for whoever shows it elsewhere than beside the text; left out when it is about the whole. */
  readonly about?: {
    /** Names as they stand in the file, and places in lists from 0. */
    readonly path: readonly (string | number)[];
    /** The sentence without its subject: "is missing". */
    readonly says: string;
  };
}

export type ReadPlaybook =
  | { readonly playbook: Playbook; readonly problems: readonly [] }
  | { readonly playbook: undefined; readonly problems: readonly PlaybookProblem[] };

/** A playbook is read by people: what is longer is something else. */
const LONGEST_SOURCE = 200_000;
const MOST_PROBLEMS = 50;
/** "---" alone on its line opens and closes the front matter. */
const FENCE = /^---[ \t]*$/m;

export function readPlaybook(source: string): ReadPlaybook {
  if (source.length > LONGEST_SOURCE) return failed({ line: null, sentence: "This is too long for a playbook." });
  const parts = partsOf(source);
  if ("sentence" in parts) return failed(parts);
  const lines = new LineCounter();
  let document: YamlDocument.Parsed;
  let value: unknown;
  try {
    document = parseDocument(parts.front, { version: "1.2", lineCounter: lines });
    if (document.errors.length > 0)
      return failed(
        ...document.errors.map(({ message, pos }) => ({
          line: lines.linePos(pos[0]).line + 1,
          sentence: `This is no YAML: ${(message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "")}.`,
        })),
      );
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    // Aliases, and nesting without end.
    return failed({ line: 2, sentence: "This cannot be read: write every value out, without anchors and aliases." });
  }
  if (!isMap(document.contents)) return failed({ line: 2, sentence: "The front matter holds no names with values." });
  const read = FrontMatter.safeParse(value);
  if (read.success) return { playbook: { ...read.data, thinking: parts.thinking }, problems: [] };
  const problems = read.error.issues.flatMap((issue) =>
    saidOf(issue, value).map((said) => ({ line: lineOf(document, lines, issue), ...said })),
  );
  return failed(...problems.sort((a, b) => a.line - b.line));
}

const failed = (...problems: PlaybookProblem[]): ReadPlaybook => ({
  playbook: undefined,
  problems: problems.slice(0, MOST_PROBLEMS),
});

function partsOf(source: string): { front: string; thinking: string } | PlaybookProblem {
  const whole = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const opening = /^---[ \t]*\n/.exec(whole)?.[0];
  if (opening === undefined)
    return { line: 1, sentence: "A playbook begins with a line of three hyphens, and the front matter under it." };
  const rest = whole.slice(opening.length);
  const fence = FENCE.exec(rest);
  if (!fence) return { line: null, sentence: "The front matter is not closed: a line of three hyphens is missing." };
  return { front: rest.slice(0, fence.index), thinking: rest.slice(fence.index + fence[0].length).trim() };
}

/** The line of the innermost thing that is there. */
function lineOf(document: YamlDocument.Parsed, lines: LineCounter, { path, code, ...issue }: z.core.$ZodIssue): number {
  const full = code === "unrecognized_keys" && "keys" in issue ? [...path, issue.keys[0] as string] : path;
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of full) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isNode(key) ? key : (key ?? "")) === String(step));
      if (!pair) break;
      offset = (pair.key as ParsedNode | null)?.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!item) break;
      offset = (item as ParsedNode).range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return lines.linePos(offset).line + 1;
}

function saidOf(issue: z.core.$ZodIssue, whole: unknown): Omit<PlaybookProblem, "line">[] {
  const place = placeOf(issue.path, whole);
  const given = valueAt(issue.path, whole);
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const say = (says: string): Omit<PlaybookProblem, "line">[] => [
    { sentence: `${place}${says.startsWith(":") ? "" : " "}${says}.`, about: { path, says: says.replace(/^: /, "") } },
  ];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      // { what: this, and that }: YAML ends a value at the comma.
      const isCutOff = valueAt([...issue.path, key], whole) === null && key.includes(" ");
      const at = issue.path.length > 0 ? `${place}: ` : "";
      const hint = isCutOff ? " Words with a comma need quotes inside { }." : "";
      return { sentence: `${at}“${key}” is not known here.${hint}` };
    });
  if (issue.code === "custom") return say(issue.message);
  if (given === undefined || given === null) return say("is missing");
  switch (issue.code) {
    case "invalid_type":
      return say(`must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`);
    case "invalid_value":
      return say(`: “${shortened(given)}” is not on the list. There are ${issue.values.map(String).join(", ")}`);
    case "too_small":
      return say(issue.origin === "string" ? "is empty" : `must be at least ${issue.minimum}`);
    case "too_big":
      return say(issue.origin === "array" ? `holds more than ${issue.maximum}` : `is more than ${issue.maximum} long`);
    default:
      return say(issue.message);
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "words",
  boolean: "true or false",
  array: "a list",
  object: "names with values",
  number: "a number",
  int: "a whole number",
};

/** "options › send-the-right-one › offer". */
function placeOf(path: readonly PropertyKey[], whole: unknown): string {
  const names = path.map((step, at) => {
    if (typeof step !== "number") return String(step);
    const id = (valueAt(path.slice(0, at + 1), whole) as { id?: unknown } | null | undefined)?.id;
    return typeof id === "string" && id !== "" && path[at + 1] !== "id" ? shortened(id) : String(step + 1);
  });
  return names.length > 0 ? names.join(" › ") : "The front matter";
}

function valueAt(path: readonly PropertyKey[], whole: unknown): unknown {
  let at: unknown = whole;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return at;
}

const shortened = (value: unknown): string => {
  const words = typeof value === "string" ? value : JSON.stringify(value);
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
};
