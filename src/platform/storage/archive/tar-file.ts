/**
 * Writes and reads a gzipped tar piece by piece. Knows nothing of what is in it.
 *
 * The finished file appears under its name all at once: a backup that was cut short never looks like one.
 */
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";

export interface TarWriter {
  /** Adds a member and waits until the file has taken it. */
  readonly add: (name: string, content: Buffer, mode?: number) => Promise<void>;
  /** Adds a member whose content comes as a stream; its size must be known and right. */
  readonly addStream: (name: string, size: number, content: Readable, mode?: number) => Promise<void>;
}

/** Makes `path` from what `fill` adds. When `fill` or the disk fails, nothing is left behind. Only the owner may read it. */
export async function writeTarFile(
  path: string,
  modified: Date,
  fill: (tar: TarWriter) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, "w", 0o600);
  const tar = pack();
  try {
    const written = pipeline(tar, createGzip({ level: 4 }), file.createWriteStream({ flush: true }));
    // When the disk fails, the pipeline ends and no member is ever taken any more: its failure must win.
    const failed = new Promise<never>((_resolve, reject) => written.catch(reject));
    failed.catch(() => {});
    const take = (fillMember: (done: (error?: Error | null) => void) => void) =>
      Promise.race([
        failed,
        new Promise<void>((resolve, reject) => {
          fillMember((error) => (error ? reject(error) : resolve()));
        }),
      ]);
    await Promise.race([
      failed,
      fill({
        add: (name, content, mode = 0o600) =>
          take((done) => {
            const entry = tar.entry({ name, mode, mtime: modified, size: content.length }, content, done);
            // It tells its failure twice; `done` has heard it.
            entry.on("error", () => {});
          }),
        addStream: (name, size, content, mode = 0o600) =>
          take((done) => {
            const entry = tar.entry({ name, mode, mtime: modified, size }, done);
            pipeline(content, entry).catch(done);
          }),
      }),
    ]);
    tar.finalize();
    await written;
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    tar.destroy();
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Makes the new name itself durable. Windows cannot open a folder and does not need to. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A member of an archive being read: its name and its content, which must be read before the next member comes. */
export interface TarMember {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/** The members of a gzipped tar, one after the other. A damaged file shows up as an error somewhere on the way. */
export async function* readTarFile(path: string): AsyncGenerator<TarMember, void, void> {
  const tar = extract();
  const read = pipeline(createReadStream(path), createGunzip(), tar);
  read.catch(() => {});
  for await (const entry of tar) {
    yield { name: entry.header.name, content: entry as unknown as AsyncIterable<Buffer> };
    entry.resume();
  }
  await read;
}
