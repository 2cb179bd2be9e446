/** A disk of a few megabytes, for tests of what happens when it is full. Only root on Linux can have one. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";

/** False on a machine where a test cannot mount anything. */
export const canMount = process.platform === "linux" && process.getuid?.() === 0 && mountsWork();

function mountsWork(): boolean {
  try {
    execFileSync("unshare", ["--mount", "sh", "-c", "mount -t tmpfs tmpfs /mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export interface SmallDisk {
  readonly path: string;
  readonly resize: (megabytes: number) => void;
  readonly fill: () => void;
  readonly remove: () => void;
}

export function smallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync("/tmp/heard-small-");
  const mount = (...options: string[]) => execFileSync("mount", [...options, path]);
  mount("-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs");
  return {
    path,
    resize: (newMegabytes) => mount("-o", `remount,size=${newMegabytes}m`),
    fill: () => execFileSync("sh", ["-c", `cat /dev/zero > ${path}/filler 2>/dev/null || true`]),
    remove: () => {
      execFileSync("umount", ["-l", path]);
      rmdirSync(path);
    },
  };
}
