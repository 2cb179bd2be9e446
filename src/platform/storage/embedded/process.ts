/** Starts programs of PostgreSQL and looks at processes. Knows no file of the data folder. */
import { execFile, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { Unavailable } from "../../../kit/index.ts";
import type { Runner } from "./runner.ts";

/** Messages in English whatever the system speaks, because some are read here; nothing else of our surroundings goes in. */
const environment = { LC_ALL: "C", TZ: "UTC", ...(process.platform === "win32" ? process.env : {}) };

/** The program is there and the system will not run it: another C library (Alpine), a disk mounted noexec. */
export function doesNotRun(error: unknown): Unavailable {
  const sentence =
    "The database that Heard brings along does not run on this system. Install PostgreSQL 15 or newer and set DATABASE_URL.";
  return new Unavailable("database", sentence, error);
}

/** Runs a program until it ends and returns what it said on both outputs. */
export async function runToEnd(
  file: string,
  words: readonly string[],
  folder: string,
  runner: Runner,
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, {
      ...{ cwd: folder, env: environment, windowsHide: true, stdio: ["ignore", "pipe", "pipe"] },
      ...runner.identity,
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => reject(doesNotRun(error)));
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

/** Starts a program that outlives this process, writing to an open file. It is not hit by Ctrl+C in our terminal. */
export function runOnItsOwn(file: string, words: readonly string[], folder: string, runner: Runner, logFile: number) {
  const child = spawn(file, words, {
    ...{ cwd: folder, env: environment, windowsHide: true, detached: true, stdio: ["ignore", logFile, logFile] },
    ...runner.identity,
  });
  child.unref();
  return child;
}

/** "gone" also means a process that has ended and only waits to be buried by its parent. */
export async function stateOf(pid: number): Promise<"gone" | "postgres" | "something else"> {
  const described = process.platform === "linux" ? await fromProc(pid) : await fromPs(pid);
  if (described === undefined || described.state.startsWith("Z")) return "gone";
  return described.command.includes("postgres") ? "postgres" : "something else";
}

interface Described {
  readonly state: string;
  readonly command: string;
}

async function fromProc(pid: number): Promise<Described | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, "utf8");
    const nameEnds = line.lastIndexOf(")");
    return { state: line.slice(nameEnds + 2, nameEnds + 3), command: line.slice(line.indexOf("(") + 1, nameEnds) };
  } catch {
    return undefined;
  }
}

async function fromPs(pid: number): Promise<Described | undefined> {
  if (process.platform === "win32") return { state: "R", command: "postgres" };
  try {
    const { stdout } = await promisify(execFile)("ps", ["-o", "stat=,comm=", "-p", String(pid)]);
    const [state = "", ...command] = stdout.trim().split(" ");
    return { state, command: command.join(" ") };
  } catch {
    return undefined;
  }
}
