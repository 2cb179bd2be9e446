/**
 * What a desk costs, as Linux counts it: processor time and proportional memory of the desk's process and of all PostgreSQL
 * processes of its database. Reads /proc only.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Linux counts processor time in hundredths of a second (USER_HZ) on every architecture. */
const TICK_MS = 10;

export interface Cpu {
  readonly appMs: number;
  readonly databaseMs: number;
}

export interface Memory {
  readonly appMb: number;
  readonly databaseMb: number;
}

interface Stat {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that have ended. */
  readonly endedMs: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name may hold spaces and brackets; the numbers begin after its last bracket (proc(5)).
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = (first: number) => ((fields[first] ?? 0) + (fields[first + 1] ?? 0)) * TICK_MS;
    return { parent: fields[1] ?? 0, ownMs: ticks(11), endedMs: ticks(13) };
  } catch {
    return undefined;
  }
}

const allPids = (): number[] => readdirSync("/proc").map(Number).filter(Number.isInteger);

/** A process with all that descend from it. */
function familyOf(root: number): number[] {
  const parents = new Map(allPids().map((pid) => [pid, statOf(pid)?.parent]));
  const family = [root];
  for (const each of family) for (const [pid, parent] of parents) if (parent === each) family.push(pid);
  return family;
}

const cpuOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const stat = statOf(pid);
    return sum + (stat ? stat.ownMs + stat.endedMs : 0);
  }, 0);

function pssMbOf(pids: readonly number[]): number {
  let kb = 0;
  for (const pid of pids) {
    try {
      kb += Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  return kb / 1024;
}

export interface Watched {
  readonly cpu: () => Cpu;
  readonly memory: () => Memory;
}

/** @param app the desk's process id. @param home its HEARD_HOME: the database's process id stands in there. */
export function watchProcesses(app: number, home: string): Watched {
  const postmaster = Number(readFileSync(join(home, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
  // The desk that started the database is its parent.
  const families = () => {
    const database = familyOf(postmaster);
    return { database, desk: familyOf(app).filter((pid) => !database.includes(pid)) };
  };
  const ofBoth = (measure: (pids: readonly number[]) => number) => {
    const { database, desk } = families();
    return [measure(desk), measure(database)] as const;
  };
  return {
    cpu: () => {
      const [appMs, databaseMs] = ofBoth(cpuOf);
      return { appMs, databaseMs };
    },
    memory: () => {
      const [appMb, databaseMb] = ofBoth(pssMbOf);
      return { appMb, databaseMb };
    },
  };
}
