/**
 * The database under torture: either the one that Heard brings along (found through its own postmaster.pid and started again
 * by the desk), or a private PostgreSQL of Debian's, started again from here as an administrator's init system would.
 */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pause } from "./wait.ts";

export type Part = "postmaster" | "a backend" | "all backends" | "a helper" | "everything";

export interface TorturedDatabase {
  readonly kind: "embedded" | "server";
  /** For DATABASE_URL; undefined when the desk brings its own. */
  readonly url: string | undefined;
  /** To look into it from here. */
  readonly lookUrl: () => string;
  /** SIGKILL to the named processes. @returns how many were hit. */
  readonly kill: (part: Part) => number;
  /** Brings a killed server back; the embedded one is the desk's own business. */
  readonly bringBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The process numbers of a server: the postmaster first. Empty when there is none. */
function processesOf(data: string): { pid: number; title: string }[] {
  const file = join(data, "postmaster.pid");
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n", 1)[0]) : 0;
  if (!(pid > 0) || !existsSync(`/proc/${pid}`)) return [];
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map((name) => ({ pid: Number(name), title: readQuietly(`/proc/${name}/cmdline`).replaceAll("\0", " ") }));
  return [{ pid, title: "postmaster" }, ...children];
}

const readQuietly = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const parentOf = (pid: string): number => Number(/\) \S (\d+) /.exec(readQuietly(`/proc/${pid}/stat`))?.[1] ?? 0);

function kill(data: string, part: Part): number {
  const [postmaster, ...children] = processesOf(data);
  if (postmaster === undefined) return 0;
  const backends = children.filter(({ title }) => /^postgres: heard /.test(title));
  const helpers = children.filter(({ title }) => !/^postgres: heard /.test(title));
  const any = (of: readonly { pid: number }[]) => of.slice(0, 1);
  const hit = {
    postmaster: [postmaster],
    "a backend": any(backends.toReversed()),
    "all backends": backends,
    "a helper": any(helpers),
    everything: [postmaster, ...children],
  }[part];
  for (const { pid } of hit) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It went by itself in this very moment.
    }
  }
  return hit.length;
}

export function embeddedDatabase(home: string): TorturedDatabase {
  const data = join(home, "postgres", "data");
  return {
    kind: "embedded",
    url: undefined,
    lookUrl: () => {
      const [, , , port = "5432", socketDir = ""] = readQuietly(join(data, "postmaster.pid")).split("\n");
      return `postgresql:///heard?host=${encodeURIComponent(socketDir)}&port=${port}&user=heard`;
    },
    kill: (part) => kill(data, part),
    bringBack: async () => {},
    stop: async () => {
      kill(data, "everything");
    },
  };
}

/** @param bin the folder with the server's programs. @param folder where its data go; everybody may enter it. */
export async function privateServer(bin: string, folder: string): Promise<TorturedDatabase> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  const options = { ...unprivileged(), cwd: folder, env: { LC_ALL: "C", PATH: process.env["PATH"] } };
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "heard", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
    { ...options, stdio: "ignore" },
  );
  const settings = { listen_addresses: "", unix_socket_directories: folder, max_connections: "60" };
  const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(join(folder, "server.log"), "a", 0o666);

  const isReady = () => /\nready/.test(readQuietly(join(data, "postmaster.pid")));
  /** The server that was started last; undefined as soon as it has ended. */
  let server: ChildProcess | undefined;
  async function startUntilReady(): Promise<void> {
    while (
      server === undefined ||
      !readQuietly(join(data, "postmaster.pid")).startsWith(`${server.pid}\n`) ||
      !isReady()
    ) {
      if (server === undefined) {
        // PostgreSQL will not start while the last server's processes still hold its shared memory: then it ends at once.
        const started = spawn(join(bin, "postgres"), ["-D", data, ...words], {
          ...options,
          stdio: ["ignore", log, log],
        });
        started.on("exit", () => {
          if (server !== started) return;
          // It gave up by itself, as PostgreSQL does when its recovery is hit; an init system starts it again.
          server = undefined;
          void bringBack();
        });
        server = started;
      }
      await pause(50);
    }
  }
  let starting: Promise<void> = Promise.resolve();
  const bringBack = () => {
    starting = starting.then(startUntilReady);
    return starting;
  };
  await bringBack();
  const at = (database: string) => `postgresql:///${database}?host=${encodeURIComponent(folder)}&port=5432&user=heard`;
  execFileSync(join(bin, "psql"), ["-h", folder, "-U", "heard", "-d", "postgres", "-c", "CREATE DATABASE heard"], {
    ...options,
    stdio: "ignore",
  });
  return {
    kind: "server",
    url: at("heard"),
    lookUrl: () => at("heard"),
    kill: (part) => {
      const hit = kill(data, part);
      if (part === "postmaster" || part === "everything") {
        // It may be too young to have written its file. Its end is heard of later; until then it is not taken for alive.
        server?.kill("SIGKILL");
        server = undefined;
      }
      return hit;
    },
    bringBack,
    stop: async () => {
      server = undefined;
      kill(data, "everything");
    },
  };
}

function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const people = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = people.find(([name]) => name === "postgres") ?? people.find(([name]) => name === "nobody") ?? [];
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
