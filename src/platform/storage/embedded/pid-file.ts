/**
 * Reads `postmaster.pid`, the file by which PostgreSQL itself keeps a second server away from its data folder.
 * https://www.postgresql.org/docs/18/storage-file-layout.html; the lines are those of `src/include/utils/pidfile.h`.
 */
import { randomBytes } from "node:crypto";
import { link, readFile, readlink, realpath, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { stateOf } from "./process.ts";
import type { Place } from "./settings.ts";

export interface RunningServer {
  readonly pid: number;
  /** Where it listens; undefined while the file is being written. */
  readonly place: Place | undefined;
  readonly isReady: boolean;
}

const fileOf = (data: string) => join(data, "postmaster.pid");

/** What the file says, or undefined when there is no file or nothing in it yet. It may speak of a server that died. */
export async function readPidFile(data: string): Promise<RunningServer | undefined> {
  const text = await readFile(fileOf(data), "utf8").catch(() => "");
  const [pid = "", , , port = "", socketDir = "", , , status = ""] = text.split("\n");
  if (!/^\d+$/.test(pid)) return undefined;
  const place =
    port === "" ? undefined : socketDir !== "" ? { socketDir, port: Number(port) } : { loopbackPort: Number(port) };
  return { pid: Number(pid), place, isReady: status.startsWith("ready") };
}

/**
 * The server that holds this data folder now. A file left behind by a dead server is no server. PostgreSQL clears such a
 * file away by itself, except when its process number is alive again as something else, or dead and not yet buried by its
 * parent (it would wait for that for ever): these two are removed here.
 */
export async function serverOf(data: string): Promise<RunningServer | undefined> {
  const written = await readPidFile(data);
  if (written === undefined) return undefined;
  if (await servesFolder(written.pid, data)) return written;
  await removeStale(fileOf(data), written.pid);
  return undefined;
}

/** Does the same for the lock beside the socket, which must be in a folder of this server's own. */
export async function clearSocketLock(place: Place, data: string): Promise<void> {
  if (!("socketDir" in place)) return;
  const file = join(place.socketDir, `.s.PGSQL.${place.port}.lock`);
  const pid = Number((await readFile(file, "utf8").catch(() => "")).split("\n", 1)[0]);
  if (pid > 0 && !(await servesFolder(pid, data))) await removeStale(file, pid);
}

/** Whether a process is a server with the folder as its working directory, as every server has. Only Linux can say the latter. */
async function servesFolder(pid: number, data: string): Promise<boolean> {
  if ((await stateOf(pid)) !== "postgres") return false;
  if (process.platform !== "linux") return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === (await realpath(data));
}

/** Takes a lock file away, unless a new server has written its own in the meantime: then it is put back. */
async function removeStale(file: string, pid: number): Promise<void> {
  const aside = `${file}.stale-${randomBytes(4).toString("hex")}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const text = await readFile(aside, "utf8").catch(() => "");
  if (text.split("\n", 1)[0] !== String(pid)) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}
