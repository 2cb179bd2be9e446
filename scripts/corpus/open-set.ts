/**
 * Opens a published set of mails where it lies: as `<name>.tgz` or as a folder, in HEARD_CORPORA or its folder `mail`.
 * Reads the archive in memory; nothing is written to a disk.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Path inside the set → bytes. Undefined where the set is not there. */
export function openSet(corpora: string, name: string): Map<string, Buffer> | undefined {
  for (const folder of [join(corpora, "mail"), corpora]) {
    const archive = join(folder, `${name}.tgz`);
    if (existsSync(archive)) return untar(gunzipSync(readFileSync(archive)));
    const unpacked = join(folder, name);
    if (existsSync(unpacked)) return walk(unpacked);
  }
  return undefined;
}

function walk(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, entry);
    if (statSync(path).isFile()) files.set(entry, readFileSync(path));
  }
  return files;
}

/** The formats that tar programs write today: ustar, with long names by GNU or pax. */
function untar(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let longName = "";
  for (let at = 0; at + 512 <= tar.length; ) {
    const head = tar.subarray(at, at + 512);
    const text = (from: number, length: number) => head.toString("utf8", from, from + length).split("\0")[0] ?? "";
    if (head[0] === 0) break;
    const size = Number.parseInt(text(124, 12).trim(), 8) || 0;
    const body = tar.subarray(at + 512, at + 512 + size);
    const kind = String.fromCharCode(head[156] ?? 48);
    if (kind === "L") longName = body.toString("utf8").split("\0")[0] ?? "";
    else if (kind === "x") longName = /\d+ path=([^\n]+)\n/.exec(body.toString("utf8"))?.[1] ?? "";
    else {
      const prefix = text(257, 5) === "ustar" ? text(345, 155) : "";
      const name = (longName || (prefix ? `${prefix}/${text(0, 100)}` : text(0, 100))).replace(/^\.\//, "");
      if (kind === "0" || kind === "\0") files.set(name, body);
      longName = "";
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
