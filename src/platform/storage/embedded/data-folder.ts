/**
 * The folder with the data: made once, checked at every start, never repaired by guessing.
 *
 *   <home>/postgres/data        what PostgreSQL calls PGDATA
 *   <home>/postgres/run         the socket, where its path is short enough
 *   <home>/postgres/server.log  what the server says
 */
import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Unavailable } from "../../../kit/index.ts";
import { runToEnd } from "./process.ts";
import type { Program } from "./program.ts";
import { canReach, type Runner } from "./runner.ts";
import type { Durability } from "./settings.ts";

/** How a program is pointed at a data folder. */
export interface DataFolder {
  readonly path: string;
  /** What to give as `-D`, together with `path` as the working directory. */
  readonly argument: string;
}

/**
 * The way to a data folder for the server's user. Inside a folder that this user may not enter (root's home, say) the
 * path itself is no use, but a process that is started *in* the folder can call it /proc/self/cwd.
 */
export async function wayTo(path: string, runner: Runner): Promise<DataFolder> {
  if (await canReach(runner, path)) return { path, argument: path };
  if (process.platform === "linux") return { path, argument: "/proc/self/cwd" };
  const sentence = `The database runs as ${runner.name}, who may not enter ${path}. Set HEARD_HOME to a folder everybody may enter.`;
  throw new Unavailable("database", sentence);
}

/** Makes `<home>/postgres` and says plainly why when that is impossible. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const probe = join(folder, `.probe-${randomBytes(4).toString("hex")}`);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw folderTrouble(error, folder);
  }
}

/** What a failed write to the data folder means, said in a sentence. */
export function folderTrouble(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC")
    return new Unavailable("disk-full", `The disk with ${folder} is full. Free some space and start again.`, error);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Unavailable(
      "database",
      `Heard may not write to ${folder}. Give this user the folder, or set HEARD_HOME to another one.`,
      error,
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new Unavailable(
      "database",
      `${folder} cannot be made: there is a file in the way. Set HEARD_HOME to a folder.`,
      error,
    );
  }
  return error;
}

/** Makes an empty data folder unless there is one. Several processes may try at once: one wins, the others use its folder. */
export async function initialise(
  data: string,
  program: Program,
  runner: Runner,
  durability: Durability,
  extraWords: readonly string[],
): Promise<"made" | "was there"> {
  if (await hasFiles(data)) return "was there";
  const unfinished = `${data}.new-${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    const { uid, gid } = runner.identity;
    if (uid !== undefined && gid !== undefined) await chown(unfinished, uid, gid);
    const way = await wayTo(unfinished, runner);
    const words = [
      ...["-D", way.argument, "-U", "heard", "--encoding=UTF8", "--locale=C"],
      ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
      ...(durability === "never" ? ["--no-sync"] : []),
      ...(process.platform === "win32" ? [] : ["--auth=trust"]),
      ...extraWords,
    ];
    const ended = await runToEnd(join(program.bin, "initdb"), words, unfinished, runner);
    if (ended.code !== 0) throw initTrouble(ended.output, data);
    await rename(unfinished, data);
    return "made";
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (await hasFiles(data)) return "was there";
    throw folderTrouble(error, data);
  }
}

function initTrouble(output: string, data: string): Unavailable {
  if (/No space left on device/.test(output)) {
    return new Unavailable("disk-full", `The disk with ${data} is full. Free some space and start again.`);
  }
  const last = output.trim().split("\n").at(-1) ?? "";
  return new Unavailable("database", `The database folder ${data} could not be made: ${last}`);
}

async function hasFiles(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw folderTrouble(error, folder);
  }
}

/** Refuses a folder of another major version, of another user, or one that is no data folder at all. */
export async function checkFolder(data: string, program: Program, runner: Runner): Promise<void> {
  const written = await readFile(join(data, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw folderTrouble(error, data);
    const sentence = `${data} is not empty and holds no database. Move it away, or set HEARD_HOME to another folder.`;
    throw new Unavailable("database", sentence, error);
  });
  if (written.trim() !== program.major) {
    throw new Unavailable(
      "database",
      `${data} was written by PostgreSQL ${written.trim()}, this Heard brings ${program.major}. Run \`heard backup\` with the Heard that wrote it, then \`heard restore\` with this one into an empty HEARD_HOME.`,
    );
  }
  const owner = (await stat(data)).uid;
  const wanted = runner.identity.uid ?? process.getuid?.();
  if (wanted !== undefined && owner !== wanted) {
    const sentence = `${data} belongs to another user (number ${owner}) than the one the database runs as (${runner.name}). Start Heard as the user who started it first, or give the folder away with chown -R.`;
    throw new Unavailable("database", sentence);
  }
}
