/**
 * Starts the server process on a data folder and waits until it takes connections, or says why it does not.
 * The server outlives us if we are killed: whoever comes next takes it over.
 */
import { once } from "node:events";
import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { Unavailable } from "../../../kit/index.ts";
import { folderTrouble, wayTo } from "./data-folder.ts";
import { clearSocketLock, readPidFile } from "./pid-file.ts";
import { doesNotRun, runOnItsOwn, runToEnd } from "./process.ts";
import type { Program } from "./program.ts";
import type { Runner } from "./runner.ts";
import { asWords, type Durability, type Place, serverSettings } from "./settings.ts";

const LARGEST_LOG_BYTES = 1_000_000;
/** Crash recovery reads at most `max_wal_size` again; on a slow disk that can take a while. */
const LONGEST_RECOVERY_MS = 300_000;

export type Launched =
  /** It takes connections. */
  | "ready"
  /** Another process was faster, it was killed at once, or the last server's processes are still on their way out: look again in a moment. */
  | "not now";

/** @param folder `<home>/postgres`, for the log. @param data the data folder in it. */
export async function launch(
  folder: string,
  data: string,
  program: Program,
  runner: Runner,
  place: Place,
  durability: Durability,
): Promise<Launched> {
  const log = join(folder, "server.log");
  const way = await wayTo(data, runner);
  const words = asWords(serverSettings(place, durability));
  if (process.platform === "win32") return launchOnWindows(data, program, runner, words, log);

  await putAwayLongLog(log);
  await clearSocketLock(place, data);
  const file = await open(log, "a", 0o600).catch((error: unknown) => {
    throw folderTrouble(error, folder);
  });
  const before = (await file.stat()).size;
  const child = runOnItsOwn(join(program.bin, "postgres"), ["-D", way.argument, ...words], way.path, runner, file.fd);
  const end = once(child, "exit").catch((error: unknown) => {
    throw doesNotRun(error);
  });
  end.catch(() => {});
  await file.close();

  for (const giveUp = Date.now() + LONGEST_RECOVERY_MS; Date.now() < giveUp; ) {
    await Promise.race([end, pause(10)]);
    if (child.signalCode !== null) return "not now";
    if (child.exitCode !== null) return whyItEnded((await readFile(log, "utf8")).slice(before), data);
    const written = await readPidFile(data);
    if (written?.pid === child.pid && written?.isReady === true) return "ready";
  }
  throw new Unavailable(
    "database",
    `The database is still recovering after ${LONGEST_RECOVERY_MS / 1000} seconds. See ${log}.`,
  );
}

/** PostgreSQL refuses an administrator's rights on Windows; pg_ctl takes them away first. Untested. */
async function launchOnWindows(
  data: string,
  program: Program,
  runner: Runner,
  words: readonly string[],
  log: string,
): Promise<Launched> {
  const options = words.map((word) => (word === "-c" ? word : `"${word}"`)).join(" ");
  const start = ["start", "-w", "-D", data, "-l", log, "-o", options];
  const { code, output } = await runToEnd(join(program.bin, "pg_ctl"), start, data, runner);
  return code === 0 ? "ready" : whyItEnded(`${output}\n${await readFile(log, "utf8").catch(() => "")}`, data);
}

/** Reads the reason from what the server said before it ended. */
function whyItEnded(said: string, data: string): Launched {
  if (/lock file "[^"]*" (?:already exists|is empty)/.test(said)) return "not now";
  if (
    /pre-existing shared memory block|could not create (?:any )?Unix[- ](?:domain )?socket|could not create lock file "[^"]*": No such file|Address already in use/.test(
      said,
    )
  )
    return "not now";
  if (/No space left on device/.test(said)) {
    throw new Unavailable("disk-full", `The disk with ${data} is full. Free some space and start again.`);
  }
  if (/Read-only file system|Permission denied/.test(said)) {
    const sentence = `The database may not write to ${data}. Start Heard as the user who owns that folder.`;
    throw new Unavailable("database", sentence);
  }
  const reasons = said.split("\n").filter((line) => /FATAL|PANIC|error while loading/.test(line));
  const reason = (reasons.at(-1) ?? said.trim().split("\n").at(-1) ?? "").replace(/^.*?(?:FATAL|PANIC):\s*/, "");
  throw new Unavailable("database", `Heard's own database did not start: ${reason}. Its log is beside ${data}.`);
}

async function putAwayLongLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_LOG_BYTES) await rename(log, `${log}.1`);
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
