/**
 * Finds the mails in what somebody names: an mbox, a Maildir, a folder of .eml files, one .eml file. Reads in a fixed order,
 * so that an import that was stopped meets the same mails again. Changes nothing.
 */
import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Refusal, refuse } from "../../kit/index.ts";
import { isMbox, splitMbox } from "./split-mbox.ts";

export interface FoundMail {
  /** undefined when it is larger than is taken in. */
  readonly raw: Buffer | undefined;
  /** For people: the file, and in an mbox the byte at which the mail begins. */
  readonly place: string;
}

export interface Source {
  readonly path: string;
  readonly kind: "mbox" | "Maildir" | "folder" | "file";
  /** All bytes of it, for the progress. */
  readonly bytes: number;
  /** Files in order; one for an mbox. */
  readonly files: readonly string[];
}

/** Looks at a path. Refusals: no-such-path, no-mail-there. */
export async function lookAt(path: string): Promise<Source | Refusal> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return refuse("no-such-path", `There is nothing at ${path}.`, "Check the spelling.");
  if (!found.isDirectory())
    return { path, kind: isMbox(await beginningOf(path)) ? "mbox" : "file", bytes: found.size, files: [path] };
  const names = await readdir(path);
  if (names.includes("cur") && names.includes("new")) {
    const files = [...(await filesIn(join(path, "cur"))), ...(await filesIn(join(path, "new")))];
    return { path, kind: "Maildir", bytes: await sizeOf(files), files };
  }
  const files = (await filesUnder(path)).filter((file) => /\.eml$/i.test(file));
  if (files.length === 0)
    return refuse(
      "no-mail-there",
      `${path} holds no .eml files and is no Maildir.`,
      "Name an mbox file, a Maildir or a folder of .eml files.",
    );
  return { path, kind: "folder", bytes: await sizeOf(files), files };
}

/** @param largest bytes of the largest mail that is taken in. */
export async function* mailsIn(source: Source, largest: number): AsyncGenerator<FoundMail> {
  for (const file of source.files) {
    if (source.kind === "mbox") {
      for await (const { raw, offset } of splitMbox(createReadStream(file, { highWaterMark: 256 * 1024 }), largest))
        yield { raw, place: `${file}, byte ${offset}` };
    } else {
      const { size } = await stat(file);
      yield { raw: size > largest ? undefined : await readFile(file), place: file };
    }
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(folder, entry.name))
    .sort();
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function sizeOf(files: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += (await stat(file)).size;
  return bytes;
}
