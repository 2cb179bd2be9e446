/**
 * Reads `postmaster.pid`, the file by which PostgreSQL itself keeps a second server away from its data folder.
 * https://www.postgresql.org/docs/18/storage-file-layout.html; the lines are those of `src/include/utils/pidfile.h`.
 */
import { randomBytes } from "node:crypto";
import { link, readFile, readlink, realpath, rename, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { stateOf } from "./process.ts";
import type { Place } from "./settings.ts";

export interface RunningServer {
  readonly pid: number;
  /** Where it listens; undefined while the file is being written. */
  readonly place: Place | undefined;
  readonly isReady: boolean;
  /** The process number means that server here too, so that it may be signalled. */
  readonly isVisible: boolean;
}

const fileOf = (data: string) => join(data, "postmaster.pid");

/** What the file says, or undefined when there is no file or nothing in it yet. It may speak of a server that died. */
export async function readPidFile(data: string): Promise<RunningServer | undefined> {
  const text = await readFile(fileOf(data), "utf8").catch(() => "");
  const [pid = "", , , port = "", socketDir = "", , , status = ""] = text.split("\n");
  if (!/^\d+$/.test(pid)) return undefined;
  // Written line by line: only the last one says that the others are whole.
  const isWhole = status !== "";
  const place = socketDir === "" ? { loopbackPort: Number(port) } : { socketDir, port: Number(port) };
  return {
    pid: Number(pid),
    place: isWhole ? place : undefined,
    isReady: status.startsWith("ready"),
    isVisible: false,
  };
}

/**
 * The server that holds this data folder now. A file left behind by a dead server is no server. PostgreSQL clears such a
 * file away by itself, except when its process number is alive again as something else, or dead and not yet buried by its
 * parent (it would wait for that for ever): these two are removed here.
 */
export async function serverOf(data: string): Promise<RunningServer | undefined> {
  const written = await readPidFile(data);
  if (written === undefined) return undefined;
  if (await servesFolder(written.pid, data)) return { ...written, isVisible: true };
  // In a container that shares only the folder, the process has another number or none; its socket answers all the same.
  if (await answers(written.place)) return written;
  await removeStale(fileOf(data), written.pid);
  return undefined;
}

async function answers(place: Place | undefined): Promise<boolean> {
  if (place === undefined || !("socketDir" in place)) return false;
  const socket = connect(join(place.socketDir, `.s.PGSQL.${place.port}`));
  return new Promise((resolve) => {
    socket.on("connect", () => resolve(true));
    socket.on("error", () => resolve(false));
  }).then((answered) => {
    socket.destroy();
    return answered === true;
  });
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
