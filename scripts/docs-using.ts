/**
 * Keeps the examples of docs/coach/using.md true: each command line in it is run on Heard's own command line, and what it answers takes
 * the place of what stood below it. JSON is broken after each field, for people; nothing else is changed.
 */
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { runCommand } from "../src/entry/cli/index.ts";

export const USING = new URL("../docs/coach/using.md", import.meta.url);

const EXAMPLE = /```sh\n(heard [^`]*)```\n\n```(json|text)\n[^`]*```/g;
const LINE = /^heard ([\w -]+?)(?: \| head -n (\d+))?(?: <<'END'\n([\s\S]*)\nEND)?\n$/;

export async function withTrueExamples(page: string): Promise<string> {
  let filled = "";
  let at = 0;
  for (const found of page.matchAll(EXAMPLE)) {
    const [whole, command = "", kind] = found;
    const answer = await answerTo(command);
    filled += `${page.slice(at, found.index)}\`\`\`sh\n${command}\`\`\`\n\n\`\`\`${kind}\n${answer}\n\`\`\``;
    at = found.index + whole.length;
  }
  return filled + page.slice(at);
}

async function answerTo(command: string): Promise<string> {
  const [, words = "", lines, input = ""] = LINE.exec(command) ?? [];
  if (words === "") throw new Error(`This example is not understood: ${command}`);
  const said = { out: "", err: "" };
  const printer = (to: keyof typeof said) => ({
    write: (text: string) => {
      said[to] += text;
    },
  });
  await runCommand(words.split(" "), {
    input: Readable.from([Buffer.from(input === "" ? "" : `${input}\n`)]),
    out: printer("out"),
    err: printer("err"),
    environment: {},
    now: () => new Date(),
    random: randomBytes,
    start: async () => 0,
    stopping: new AbortController().signal,
  });
  if (said.err !== "") throw new Error(said.err);
  const answer = said.out.trimEnd().split("\n");
  return (lines === undefined ? answer : answer.slice(0, Number(lines))).map(byField).join("\n");
}

/** One field of an answer on each line. */
function byField(line: string): string {
  if (!line.startsWith('{"')) return line;
  const fields = Object.entries(JSON.parse(line) as Record<string, unknown>);
  return `{\n${fields.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(",\n")}\n}`;
}
