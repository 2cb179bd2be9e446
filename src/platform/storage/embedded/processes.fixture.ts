/** What the tests of the built-in database share: folders that clean themselves up, and processes that obey and can be killed. */
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, expect } from "vitest";
import { stateOf } from "./process.ts";
import { startEmbedded } from "./start-embedded.ts";

export const isRoot = process.getuid?.() === 0;
export const NOBODY = 65534;
export const fixture = fileURLToPath(new URL("./desk-process.fixture.ts", import.meta.url));
export const quiet = () => {};
export const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

export async function newHome(parent = "/tmp/heard-test-"): Promise<string> {
  const home = await mkdtemp(parent);
  chmodSync(home, 0o755);
  cleaning.push(() => rm(home, { recursive: true, force: true }));
  return home;
}

/** A folder that was used before: a copy of one that is made once, because making one takes most of a second. */
export async function usedHome(): Promise<string> {
  prepared ??= (async () => {
    const home = await mkdtemp("/tmp/heard-test-");
    chmodSync(home, 0o755);
    await (await startEmbedded({ home, log: quiet, durability: "never" })).stop();
    return home;
  })();
  const home = await newHome();
  execFileSync("cp", ["-a", join(await prepared, "postgres"), home]);
  return home;
}
let prepared: Promise<string> | undefined;
afterAll(async () => {
  if (prepared !== undefined) await rm(await prepared, { recursive: true, force: true });
});

export interface Process {
  readonly pid: number;
  /** Sends a line and waits for the answer to it. */
  readonly ask: (line: string) => Promise<string>;
  /** The next line that begins with one of these words. */
  readonly next: (...words: string[]) => Promise<string>;
  readonly kill: () => Promise<void>;
}

export function startProcess(home: string, user?: number, durability = "never"): Process {
  const child = spawn(process.execPath, [fixture, home, durability], {
    stdio: ["pipe", "pipe", "inherit"],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  cleaning.push(kill);
  const next = async (...words: string[]) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`The process ended without saying ${words.join(" or ")}`);
      if (words.some((word) => value.startsWith(word))) return value;
    }
  };
  const ask = (line: string) => {
    child.stdin.write(`${line}\n`);
    return next(line === "leave" ? "left" : "rows", "failed");
  };
  return { pid: child.pid ?? 0, ask, next, kill };
}

export async function startedProcess(home: string, user?: number, durability = "never"): Promise<Process> {
  const started = startProcess(home, user, durability);
  expect(await started.next("in", "refused")).toMatch(/^in /);
  return started;
}

export const postmaster = async (home: string): Promise<number> =>
  Number((await readFile(join(home, "postgres/data/postmaster.pid"), "utf8")).split("\n", 1)[0]);
/** False for a process that has ended, buried by its parent or not. */
export const isRunning = async (pid: number) => (await stateOf(pid)) !== "gone";
export const isStopped = (home: string) => !existsSync(join(home, "postgres/data/postmaster.pid"));
