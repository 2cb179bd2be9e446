/**
 * Names the process that holds a lease, so that another one can tell for certain whether it still lives. A lease of a dead
 * process is free at once, not only when its time is up: a desk that was killed and started again goes on where it was.
 *
 * Only what cannot be mistaken counts: the same running kernel, the same process numbers, and a start time that a number
 * given out again does not have (proc(5)). Of a process in another container or on another machine nothing is known, and its
 * leases run out by time. A broken database connection says nothing about its process, so no lock in the database is used.
 */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";

export type HolderState = "gone" | "alive" | "unknown";

const STATE = 0;
const START_TIME = 19;

/** The kernel that runs and the process numbers that hold in it, in one word; undefined where the system does not say. */
const WORLD = worldOf();
let given = 0;

function worldOf(): string | undefined {
  try {
    const kernel = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const numbers = readlinkSync("/proc/self/ns/pid");
    return createHash("sha256").update(`${kernel} ${numbers}`).digest("hex").slice(0, 16);
  } catch {
    return undefined;
  }
}

/** From the process's third field on (state is the first of them), or undefined when it is not there or not shown. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** A name for a holder in this process; each call gives another one. */
export function newHolder(): string {
  given += 1;
  const started = fieldsOf(process.pid)?.[START_TIME];
  if (WORLD === undefined || started === undefined) return `somewhere.${randomUUID()}`;
  return `${WORLD}.${process.pid}.${started}.${given}`;
}

/** What is known for certain of the process behind a name. */
export function holderState(holder: string): HolderState {
  const [world, pid, started] = holder.split(".");
  if (WORLD === undefined || world !== WORLD) return "unknown";
  const fields = fieldsOf(Number(pid));
  // A system may hide processes of other users; that one is there can be asked all the same (kill(2)).
  if (fields === undefined) return isThere(Number(pid)) ? "alive" : "gone";
  return fields[START_TIME] === started && fields[STATE] !== "Z" ? "alive" : "gone";
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
