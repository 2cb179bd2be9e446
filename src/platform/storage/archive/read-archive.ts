/**
 * `heard restore`: a whole desk from one file into an empty database, of this or another major version of PostgreSQL.
 *
 * The archive is checked from end to end before anything is written, and everything is written in one transaction: the
 * database is either as the archive says, on the newest tables, or as it was.
 */
import { createWriteStream } from "node:fs";
import { chmod, mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isRefusal, type Refusal } from "../../../kit/index.ts";
import type { Database } from "../database.ts";
import { checkArchive } from "./check-archive.ts";
import { type LoadOptions, load, type Source } from "./load.ts";
import type { Manifest, TableInArchive } from "./manifest.ts";
import { type OnProgress, silently } from "./progress.ts";
import { onOneConnection } from "./session.ts";
import { readTarFile, type TarMember } from "./tar-file.ts";

export interface ReadOptions extends LoadOptions {
  /** Where the archive's extra files go; without it they stay in the archive. A file of the same name is kept beside. */
  readonly filesTo?: string;
}

/** Restores and returns what was in the archive. */
export async function readArchive(
  file: string,
  database: Database,
  options: ReadOptions,
  onProgress: OnProgress = silently,
): Promise<Manifest | Refusal> {
  const manifest = await checkArchive(file, onProgress);
  if (isRefusal(manifest)) return manifest;

  const members = readTarFile(file);
  const unpacked: Unpacked[] = [];
  try {
    for (const { name, mode } of manifest.files) {
      const unpackedFile = await unpack(await nextMember(members), name, mode, options.filesTo);
      if (unpackedFile !== undefined) unpacked.push(unpackedFile);
    }
    const refusal = await onOneConnection(database.connectionUrl, (client) =>
      load(client, sourceFrom(manifest, members), options, onProgress),
    );
    if (refusal !== undefined) return refusal;
    for (const each of unpacked) await putInPlace(each);
    return manifest;
  } finally {
    await members.return();
    for (const { unfinished } of unpacked) await rm(unfinished, { force: true });
  }
}

function sourceFrom(
  { migrations, sequences, tables }: Manifest,
  members: AsyncGenerator<TarMember, void, void>,
): Source {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const known = (name: string): TableInArchive => {
    const table = byName.get(name);
    if (table === undefined) throw new Error(`Table ${name} is not in the archive.`);
    return table;
  };
  return {
    migrations,
    sequences,
    tables,
    rowsOf: (name) => Readable.from(partsOf(known(name), members), { objectMode: false }),
    countOf: async (name) => known(name).rows,
  };
}

async function* partsOf(table: TableInArchive, members: AsyncGenerator<TarMember, void, void>): AsyncGenerator<Buffer> {
  for (const part of table.parts) {
    const { name, content } = await nextMember(members);
    if (name !== part.name) throw new Error(`The archive changed while it was read: ${name} instead of ${part.name}.`);
    yield* content;
  }
}

async function nextMember(members: AsyncGenerator<TarMember, void, void>): Promise<TarMember> {
  const next = await members.next();
  if (next.done === true) throw new Error("The archive became shorter while it was read.");
  return next.value;
}

interface Unpacked {
  readonly unfinished: string;
  readonly final: string;
}

async function unpack(
  { content }: TarMember,
  name: string,
  mode: number,
  folder?: string,
): Promise<Unpacked | undefined> {
  if (folder === undefined) return undefined;
  await mkdir(folder, { recursive: true });
  const final = join(folder, name);
  const unfinished = `${final}.restoring`;
  await pipeline(content, createWriteStream(unfinished, { mode: 0o600, flush: true }));
  await chmod(unfinished, mode);
  return { unfinished, final };
}

/** A file that was there and says something else is kept: it may be a key that another desk still needs. */
async function putInPlace({ unfinished, final }: Unpacked): Promise<void> {
  const before = await readFile(final).catch(() => undefined);
  if (before !== undefined && !before.equals(await readFile(unfinished)))
    await rename(final, `${final}.before-restore`);
  await rename(unfinished, final);
}
