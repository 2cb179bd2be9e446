/**
 * A PostgreSQL of another version, where the machine has one (Debian puts it under /usr/lib/postgresql): a private server
 * in a temporary folder, on a socket, for as long as a test file runs.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { onDatabase } from "./database-url.ts";

const DEBIAN = "/usr/lib/postgresql";
const OLDEST = 15;

/** The folder with its programs, or undefined where there is none. */
export function otherPostgresql(): string | undefined {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .filter((version) => version >= OLDEST)
    : [];
  const folders = versions.sort((a, b) => a - b).map((version) => join(DEBIAN, String(version), "bin"));
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

export interface OtherServer {
  /** URL of an empty database on it. */
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts it, as `postgres` or `nobody` when the tests run as root. */
export async function startOtherPostgresql(bin: string): Promise<OtherServer> {
  const home = await mkdtemp("/tmp/heard-other-");
  await chmod(home, 0o777);
  const socket = await mkdtemp("/tmp/heard-other-socket-");
  await chmod(socket, 0o777);
  const options = { ...unprivileged(), cwd: home, env: { LC_ALL: "C", PATH: process.env["PATH"] } };
  const data = join(home, "data");
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "heard", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
    { ...options, stdio: "ignore" },
  );
  const settings = { listen_addresses: "", unix_socket_directories: socket, fsync: "off", max_connections: "60" };
  const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(bin, "postgres"), ["-D", data, ...words], { ...options, stdio: "ignore" });
  const ended = once(server, "exit");
  const isReady = () =>
    existsSync(join(data, "postmaster.pid")) && readFileSync(join(data, "postmaster.pid"), "utf8").includes("ready");
  while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 20));

  return {
    url: onDatabase(`postgresql:///x?host=${encodeURIComponent(socket)}&user=heard`, "postgres"),
    pid: server.pid ?? 0,
    stop: async () => {
      server.kill("SIGINT");
      await ended;
      await rm(home, { recursive: true, force: true });
      await rm(socket, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const people = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const [, , uid, gid] =
    people.find(([name]) => name === "postgres") ?? people.find(([name]) => name === "nobody") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
