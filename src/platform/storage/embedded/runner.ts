/**
 * As which user the database server runs, and what that user can reach.
 *
 * PostgreSQL refuses to run as root. When Heard runs as root the server runs as `postgres`, or as `nobody` where there is no
 * such user. As anyone else it runs as that one.
 */
import { readFile, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Unavailable } from "../../../kit/index.ts";

export interface Runner {
  /** True when Heard runs as root and the server as somebody else. */
  readonly isAnotherUser: boolean;
  readonly name: string;
  /** For `child_process`: empty when no change of user is needed. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

const UNPRIVILEGED = ["postgres", "nobody"];

/** Who the server will be. */
export async function chooseRunner(): Promise<Runner> {
  if (process.getuid?.() !== 0) return { isAnotherUser: false, name: "the current user", identity: {} };
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const people = passwd.split("\n").map((line) => line.split(":"));
  for (const wanted of UNPRIVILEGED) {
    const [name, , uid, gid] = people.find(([login]) => login === wanted) ?? [];
    if (name !== undefined) return { isAnotherUser: true, name, identity: { uid: Number(uid), gid: Number(gid) } };
  }
  throw new Unavailable(
    "database",
    "The database may not run as root, and this system has no user `postgres` or `nobody`. Run Heard as an ordinary user.",
  );
}

/** Whether the server's user can walk to `path` and read what is there. Looks at the permission bits, not at access lists. */
export async function canReach(runner: Runner, path: string): Promise<boolean> {
  if (!runner.isAnotherUser) return true;
  const target = await realpath(path);
  if (!(await allows(runner, target, 0o4))) return false;
  for (let folder = dirname(target); ; folder = dirname(folder)) {
    if (!(await allows(runner, folder, 0o1))) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** @param right 4 read, 1 enter, as in one octal digit of a mode. */
async function allows({ identity }: Runner, path: string, right: number): Promise<boolean> {
  const { uid, gid, mode } = await stat(path);
  const digit = uid === identity.uid ? mode >> 6 : gid === identity.gid ? mode >> 3 : mode;
  return (digit & right) === right;
}
