/**
 * A real desk process, started as people start it, with ports that stay the same over its deaths. What it says goes to a
 * file, so that a violation can be looked into afterwards.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const START_PATIENCE_MS = 60_000;

export interface DeskProcess {
  readonly name: string;
  readonly isAlive: () => boolean;
  /** Starts it unless it lives, and resolves when it says where it is. A start that is killed meanwhile resolves too. */
  readonly start: () => Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, as on an ordinary evening. @returns its exit code, or null when it had to be killed. */
  readonly stop: () => Promise<number | null>;
  /** The code for the first person, once it was printed. */
  readonly setupCode: () => string | undefined;
  /** How often it ended although nobody killed or stopped it. */
  readonly ownDeaths: () => number;
}

export function deskProcess(
  name: string,
  environment: Readonly<Record<string, string>>,
  logFolder: string,
): DeskProcess {
  let child: ChildProcess | undefined;
  let setupCode: string | undefined;
  let ownDeaths = 0;
  let expected = false;
  const log: WriteStream = createWriteStream(join(logFolder, `${name}.log`), { flags: "a" });
  const note = (line: string) => log.write(`${new Date().toISOString()} -- ${line}\n`);

  let ready: Promise<void> = Promise.resolve();
  const start = (): Promise<void> => {
    if (!isAlive()) ready = startAnew();
    return ready;
  };

  async function startAnew(): Promise<void> {
    expected = false;
    const started = spawn(process.execPath, ["src/heard.mjs", "start"], {
      cwd: ROOT,
      env: { PATH: process.env["PATH"] ?? "", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    note(`started as ${started.pid}`);
    started.stderr.pipe(log, { end: false });
    let said = "";
    const speaks = new Promise<void>((resolve) => {
      started.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const code = /with the code (\S+)/.exec(said)?.[1];
        if (code !== undefined) setupCode = code;
        if (/\n\n$/.test(said)) resolve();
      });
    });
    const ended = once(started, "exit").then(([code, signal]) => {
      note(`ended: ${signal ?? code}`);
      if (!expected) ownDeaths += 1;
    });
    const tooLate = setTimeout(() => {
      note("did not start in time");
      started.kill("SIGKILL");
    }, START_PATIENCE_MS);
    await Promise.race([speaks, ended]);
    clearTimeout(tooLate);
  }

  const isAlive = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    const dying = child;
    if (dying === undefined || !isAlive()) return null;
    expected = true;
    const gone = once(dying, "exit");
    dying.kill(signal);
    const hard = setTimeout(() => dying.kill("SIGKILL"), 20_000);
    await gone;
    clearTimeout(hard);
    return dying.exitCode;
  }

  return {
    name,
    isAlive,
    start,
    kill: async () => {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
    setupCode: () => setupCode,
    ownDeaths: () => ownDeaths,
  };
}

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
