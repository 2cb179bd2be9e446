/** Starts the whole desk as people do, `heard start` in a process of its own, and talks to it over HTTP like the browser. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import project from "../package.json" with { type: "json" };

/** As `npm start` does, with the same options of Node. */
const [, ...START] = project.scripts.start.split(" ");
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PATIENCE_MS = 120_000;

export interface RunningDesk {
  readonly pid: number;
  readonly url: string;
  readonly smtpPort: number;
  readonly setupCode: string | undefined;
  /** From the start of the process until its health page answers. */
  readonly startedMs: number;
  readonly stop: () => Promise<void>;
}

export async function startDesk(home: string): Promise<RunningDesk> {
  const begun = performance.now();
  const desk = spawn(process.execPath, START, {
    cwd: ROOT,
    env: {
      PATH: process.env["PATH"],
      HEARD_HOME: home,
      PORT: "0",
      HEARD_SMTP_PORT: "0",
      HEARD_UNDO_SECONDS: "0",
      HEARD_LOG: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await readUntilReady(desk);
  const url = /Heard is at (\S+)/.exec(said)?.[1] ?? "";
  while (
    !(await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await pause(2);
  return {
    pid: desk.pid as number,
    url,
    smtpPort: Number(/port (\d+)/.exec(said)?.[1]),
    setupCode: /with the code (\S+)/.exec(said)?.[1],
    startedMs: performance.now() - begun,
    stop: async () => {
      const ended = once(desk, "exit");
      desk.kill("SIGTERM");
      await ended;
    },
  };
}

/** It says the last thing it has to say with an empty line. */
function readUntilReady(desk: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const tooLate = setTimeout(() => reject(new Error(`The desk did not start: ${said}`)), PATIENCE_MS);
    desk.once("exit", (code) => reject(new Error(`The desk ended with ${code}: ${said}`)));
    desk.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (!/port \d+[\s\S]*\n\n/.test(said)) return;
      clearTimeout(tooLate);
      resolve(said);
    });
  });
}

export interface Browser {
  readonly get: <T>(path: string) => Promise<T>;
  readonly send: <T>(method: "POST" | "PUT" | "PATCH", path: string, body: unknown) => Promise<T>;
}

/** @param signIn sends the request that answers with the session's cookie. */
export async function openBrowser(
  url: string,
  signIn: { readonly path: string; readonly body: unknown },
): Promise<Browser> {
  let cookie = "";
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        origin: url,
        ...(cookie === "" ? {} : { cookie }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    const given = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
    if (given.length > 0) cookie = given.join("; ");
    return JSON.parse(text) as T;
  }
  await call("POST", signIn.path, signIn.body);
  return { get: (path) => call("GET", path), send: (method, path, body) => call(method, path, body) };
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
