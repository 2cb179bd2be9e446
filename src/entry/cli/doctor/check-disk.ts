/** HEARD_HOME: whether it can be written, and how much room is left. */
import { randomUUID } from "node:crypto";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { broken, type Finding, fine, hint, type World } from "./finding.ts";

const MB = 1_000_000;
/** PostgreSQL keeps log files of 16 MB ahead of time and stops when it cannot. */
const TOO_LITTLE = 200 * MB;
const LITTLE = 2_000 * MB;

export async function checkDisk({ settings: { HEARD_HOME }, freeBytes }: World): Promise<Finding[]> {
  const home = resolve(HEARD_HOME);
  const trouble = await tryToWrite(home);
  if (trouble) return [trouble];
  const free = await freeBytes(home);
  const shown = free >= 1_000 * MB ? `${(free / 1e9).toFixed(1)} GB` : `${Math.floor(free / MB)} MB`;
  if (free < TOO_LITTLE)
    return [
      broken(
        "disk",
        `The disk with ${home} is nearly full: ${shown} left.`,
        "Free some space soon: without it no mail can be taken in.",
      ),
    ];
  if (free < LITTLE)
    return [hint("disk", `The disk with ${home} has ${shown} left.`, "Make room before it gets tight.")];
  return [fine("disk", `The disk with ${home} has ${shown} left.`)];
}

/** What an unprivileged user may still write (`bavail`), not what root has in reserve. */
export async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function tryToWrite(home: string): Promise<Finding | undefined> {
  const file = join(home, `doctor-${randomUUID()}`);
  try {
    await mkdir(home, { recursive: true });
    await writeFile(file, Buffer.alloc(64 * 1024, 1), { flush: true });
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT")
      return broken(
        "disk",
        `The disk with ${home} is full.`,
        "Free some space: no mail can be taken in. Nothing that was saved is lost.",
      );
    if (code === "EROFS")
      return broken(
        "disk",
        `The disk with ${home} can only be read.`,
        "Mount it for writing; a disk that turns read-only by itself is often dying.",
      );
    if (code === "EACCES" || code === "EPERM")
      return broken(
        "disk",
        `This user may not write to ${home}.`,
        "Run Heard as the user who owns that folder, or give the folder to this user.",
      );
    return broken("disk", `${home} cannot be written: ${message}.`, "Set HEARD_HOME to a folder on a local disk.");
  } finally {
    await rm(file, { force: true }).catch(() => {});
  }
}
