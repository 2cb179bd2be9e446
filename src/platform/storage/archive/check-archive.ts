/**
 * Reads an archive from end to end and says whether all of it is there, byte for byte. Touches no database.
 */
import { createHash } from "node:crypto";
import { type Refusal, refuse } from "../../../kit/index.ts";
import { FORMAT_VERSION, MANIFEST_NAME, type Manifest, type Member, parseManifest } from "./manifest.ts";
import { type OnProgress, silently } from "./progress.ts";
import { readTarFile } from "./tar-file.ts";

/** The largest manifest that is believed: a gzip of nothing but zeros must not fill the memory. */
const LARGEST_MANIFEST_BYTES = 64 * 1024 * 1024;

const MAKE_ANOTHER =
  "Use another backup. If this one was copied here, copy it again and compare its size with the original.";

/** The manifest of a whole archive, or a refusal that says what is wrong with the file. */
export async function checkArchive(file: string, onProgress: OnProgress = silently): Promise<Manifest | Refusal> {
  const found: Member[] = [];
  let manifestText: string | undefined;
  let bytes = 0;
  try {
    for await (const { name, content } of readTarFile(file)) {
      if (manifestText !== undefined) return damaged(file, "something follows its end");
      const hash = createHash("sha256");
      const kept: Buffer[] = [];
      let size = 0;
      for await (const chunk of content) {
        hash.update(chunk);
        size += chunk.length;
        bytes += chunk.length;
        if (name === MANIFEST_NAME && size <= LARGEST_MANIFEST_BYTES) kept.push(chunk);
      }
      if (name === MANIFEST_NAME) manifestText = Buffer.concat(kept).toString("utf8");
      else found.push({ name, bytes: size, sha256: hash.digest("hex") });
      onProgress({ doing: "checking", table: "", tablesDone: 0, tables: 0, bytes });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return refuse("no-such-file", `There is no file ${file}.`, "Check the name.");
    if (code === "EISDIR") return refuse("no-such-file", `${file} is a folder.`, "Name the backup file itself.");
    if (code === "EACCES")
      return refuse("may-not-read", `Heard may not read ${file}.`, "Give this user the right to read it.");
    if (code === "EIO") return refuse("archive-damaged", `The disk cannot read ${file} any more.`, MAKE_ANOTHER);
    return found.length === 0 ? notOurs(file) : damaged(file, "it cannot be read to its end");
  }
  if (manifestText === undefined) return found.length === 0 ? notOurs(file) : damaged(file, "its end is missing");
  const manifest = parseManifest(manifestText);
  if (manifest === undefined) return notOurs(file);
  if (manifest.formatVersion > FORMAT_VERSION) {
    return refuse(
      "archive-too-new",
      `${file} was written by a newer Heard (${manifest.heardVersion}).`,
      "Install that version and restore with it.",
    );
  }
  const promised = [...manifest.files.map((each) => each.member), ...manifest.tables.flatMap((table) => table.parts)];
  const wrong = promised.findIndex((member, index) => !isSame(member, found[index]));
  if (wrong >= 0) return damaged(file, `${promised[wrong]?.name} is not as it was written`);
  if (promised.length !== found.length) return damaged(file, "it holds more than it should");
  return manifest;
}

const isSame = (one: Member, other: Member | undefined) =>
  one.name === other?.name && one.bytes === other.bytes && one.sha256 === other.sha256;

const notOurs = (file: string) =>
  refuse("not-an-archive", `${file} is not a Heard backup.`, "Name a file that `heard backup` has written.");

const damaged = (file: string, how: string) => refuse("archive-damaged", `${file} is damaged: ${how}.`, MAKE_ANOTHER);
