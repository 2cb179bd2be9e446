/**
 * Where Heard's own server can be reached: the choice before it is started, and the URL afterwards.
 *
 * A Unix socket in a folder that only its owner may enter needs no password. Its path may be 107 bytes long at most
 * (unix(7), sun_path), so a deep data folder gets a short one under /tmp. Windows gets a loopback port and a password.
 */
import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, lstat, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { Unavailable } from "../../../kit/index.ts";
import { urlOf } from "../connection.ts";
import { canReach, type Runner } from "./runner.ts";
import type { Place } from "./settings.ts";

const LONGEST_SOCKET_PATH = 103; // macOS; Linux allows 107

/** Chooses and prepares the place for the server of `folder` (`<home>/postgres`, an absolute path, with its data made). */
export async function choosePlace(folder: string, runner: Runner): Promise<Place> {
  if (process.platform === "win32") return { loopbackPort: await freePort() };
  const port = await portOf(join(folder, "data"));
  const inside = join(folder, "run");
  const fits = Buffer.byteLength(join(inside, `.s.PGSQL.${port}`)) <= LONGEST_SOCKET_PATH;
  if (fits && (await canReach(runner, folder)) && (await socketsWorkIn(folder))) {
    return { socketDir: await own(inside, runner), port };
  }
  const short = join("/tmp", `heard-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`);
  return { socketDir: await own(short, runner), port };
}

/**
 * The number in the socket's name, five digits, from the moment the data folder was made. A server whose folder was deleted
 * under it removes its socket when it notices, a minute later: the new folder's server must have another one by then.
 */
async function portOf(data: string): Promise<number> {
  const { mtimeMs } = await stat(join(data, "PG_VERSION"));
  return 10_000 + (Math.floor(mtimeMs) % 50_000);
}

/** Makes the folder private to the server's user; one that somebody else put there is not touched. */
async function own(folder: string, runner: Runner): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = runner.identity;
  const found = await lstat(folder);
  const expected = [process.getuid?.(), uid];
  if (!found.isDirectory() || !expected.includes(found.uid)) {
    throw new Unavailable(
      "database",
      `${folder} is needed for the database's socket and belongs to somebody else. Remove it.`,
    );
  }
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  await chmod(folder, 0o700);
  return folder;
}

/** Some file systems (shared folders of a virtual machine, FAT) cannot hold a socket. */
async function socketsWorkIn(folder: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.on("error", () => resolve(false));
    server.listen(join(folder, `.probe-${randomBytes(2).toString("hex")}`), () => server.close(() => resolve(true)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** What `initdb` must know of the place: on Windows the password of the one user. Untested there. */
export async function wordsForInitdb(folder: string): Promise<readonly string[]> {
  if (process.platform !== "win32") return [];
  const file = join(folder, "password");
  await writeFile(file, randomBytes(24).toString("hex"), { mode: 0o600, flag: "wx" }).catch(() => {});
  return ["--auth=scram-sha-256", `--pwfile=${file}`];
}

/** The URL of one database of the server that listens at `place`. */
export async function urlAt(place: Place, folder: string, database: string): Promise<string> {
  if ("socketDir" in place) return urlOf({ ...place, database });
  const password = (await readFile(join(folder, "password"), "utf8")).trim();
  return `postgresql://heard:${password}@127.0.0.1:${place.loopbackPort}/${database}`;
}
