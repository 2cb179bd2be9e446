/**
 * Heard's own PostgreSQL: started by the first Heard process of a data folder, joined by the others, stopped by the last.
 *
 * Anything may be killed at any time. A killed Heard leaves a server that the next one takes over; a killed server is
 * started again by whoever is still there; nothing is remembered outside PostgreSQL's own files.
 */
import { mkdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Unavailable } from "../../../kit/index.ts";
import { asUnavailable } from "../unavailable.ts";
import { checkFolder, initialise, makeFolder } from "./data-folder.ts";
import { launch } from "./launch.ts";
import { readPidFile, serverOf } from "./pid-file.ts";
import { choosePlace, urlAt, wordsForInitdb } from "./place.ts";
import { beThere, type Presence } from "./presence.ts";
import { runToEnd } from "./process.ts";
import { findProgram, type Program } from "./program.ts";
import { chooseRunner, type Runner } from "./runner.ts";
import type { Durability } from "./settings.ts";

export interface EmbeddedServer {
  /** `postgresql://…` of the database `heard`. */
  readonly url: string;
  /** The package's version, "18.4.0-beta.17". */
  readonly version: string;
  /** Leaves; the last one to leave stops the server and waits until its data is safely closed. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** The one folder to keep (HEARD_HOME). The data goes to `<home>/postgres`. */
  readonly home: string;
  /** Hears one plain sentence for each thing done. */
  readonly log: (sentence: string) => void;
  /** "never" is for tests that throw their data away. */
  readonly durability?: Durability;
}

/** How long to wait for the processes of a killed server to go away, and for another starter to be ready. */
const PATIENCE_MS = 60_000;
/** How long for one that says itself that it is getting up: after a kill it first makes all of its files safe, and disks can stall. */
const LONGEST_GETTING_UP_MS = 600_000;
/** cannot_connect_now: starting up, recovering, or shutting down. */
const NOT_NOW = "57P03";
const TELL_EVERY_MS = 15_000;

/** Starts or joins the server. Every way in which that can fail is an `Unavailable` with a sentence that says what to do. */
export async function startEmbedded({ home, log, durability = "always" }: EmbeddedOptions): Promise<EmbeddedServer> {
  await makeFolder(resolve(home));
  const folder = join(await realpath(home), "postgres");
  const data = join(folder, "data");
  const runner = await chooseRunner();
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await makeFolder(folder);
  const program = await findProgram(runner, join(folder, "program"));
  const made = await initialise(data, program, runner, durability, await wordsForInitdb(folder));
  if (made === "made") log(`Made a database folder in ${data} (PostgreSQL ${program.version}).`);
  await checkFolder(data, program, runner);

  /** The place is prepared each time: something may have swept /tmp since the last start. */
  const startOne = async () => launch(folder, data, program, runner, await choosePlace(folder, runner), durability);

  /** Joins the running server or starts one, as often as it takes. */
  async function comeIn(): Promise<Presence> {
    let trouble: unknown;
    let giveUp = Date.now() + PATIENCE_MS;
    const atLast = Date.now() + LONGEST_GETTING_UP_MS;
    for (let told = Date.now(); Date.now() < giveUp && !leaving; await pause(50)) {
      const running = await serverOf(data);
      if (running === undefined && (await startOne()) === "ready") log("Started the database.");
      const there = running?.place ?? (await readPidFile(data))?.place;
      if (there === undefined) continue;
      try {
        return await beThere(await urlAt(there, folder, "postgres"), "heard");
      } catch (error) {
        // Starting up, shutting down, or just gone: all pass. A mistake of ours does not.
        trouble = asUnavailable(error);
        if (!(trouble instanceof Unavailable)) throw trouble;
        if ((error as { code?: string }).code !== NOT_NOW) continue;
        giveUp = Math.min(Date.now() + PATIENCE_MS, atLast);
        if (Date.now() - told < TELL_EVERY_MS) continue;
        told = Date.now();
        log("The database is still getting up: it makes its files safe after an interruption. Waiting.");
      }
    }
    throw new Unavailable(
      "database",
      `The database in ${data} is being started or stopped by another process and does not come to rest. See ${join(folder, "server.log")}.`,
      trouble,
    );
  }

  let leaving = false;
  let presence = await comeIn();
  const url = await urlAt((await readPidFile(data))?.place ?? (await choosePlace(folder, runner)), folder, "heard");
  let returning: Promise<void> = Promise.resolve();

  /** Brings the server back whenever it goes away under us. */
  function watch(current: Presence): void {
    void current.broken.then(() => {
      if (leaving) return;
      log("The database went away; bringing it back.");
      returning = comeBack();
    });
  }
  async function comeBack(): Promise<void> {
    for (let wait = 250; !leaving; wait = Math.min(wait * 2, 10_000)) {
      try {
        presence = await comeIn();
        log("The database is back.");
        watch(presence);
        return;
      } catch (error) {
        log(`The database did not come back yet. ${error instanceof Error ? error.message : String(error)}`);
        await pause(wait);
      }
    }
  }
  watch(presence);

  async function stop(): Promise<void> {
    if (leaving) return;
    leaving = true;
    await returning;
    const isLast = await presence.leave().catch(() => false);
    try {
      if (isLast && (await stopServer(data, program, runner))) log("Stopped the database.");
    } finally {
      await presence.end();
    }
    // The empty folder of the socket stays: whoever comes in this very moment has just made sure that it is there.
  }

  return { url, version: program.version, stop };
}

/** A fast shutdown: open transactions are rolled back, everything committed is written, connections are cut. */
async function stopServer(data: string, program: Program, runner: Runner): Promise<boolean> {
  const running = await serverOf(data);
  // One that runs in another container is stopped together with that.
  if (running?.isVisible !== true) return false;
  if (process.platform === "win32") {
    await runToEnd(join(program.bin, "pg_ctl"), ["stop", "-m", "fast", "-D", data], data, runner);
  } else process.kill(running.pid, "SIGINT");
  for (const giveUp = Date.now() + PATIENCE_MS; Date.now() < giveUp; await pause(10)) {
    if ((await readPidFile(data))?.pid !== running.pid) return true;
  }
  throw new Unavailable(
    "database",
    `The database has not finished writing after ${PATIENCE_MS / 1000} seconds. It goes on by itself.`,
  );
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
