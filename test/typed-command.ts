/** Types a line on Heard's own command line, in this process: the real frame and the real commands on given settings. */
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { runCommand, type Surroundings } from "../src/entry/cli/index.ts";

export interface Typed {
  readonly code: number;
  /** Standard output and standard error, whole. */
  readonly out: string;
  readonly err: string;
}

/** @param environment all settings; nothing of this process's own environment is seen. */
export async function typed(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  more: Partial<Surroundings> = {},
): Promise<Typed> {
  const said = { out: "", err: "" };
  const printer = (to: "out" | "err") => ({
    write: (text: string) => {
      said[to] += text;
    },
  });
  const code = await runCommand(argv, {
    input: Readable.from([]),
    out: printer("out"),
    err: printer("err"),
    environment,
    now: () => new Date(),
    random: randomBytes,
    start: async () => 0,
    stopping: new AbortController().signal,
    ...more,
  });
  return { code, ...said };
}
