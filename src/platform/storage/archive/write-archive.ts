/**
 * `heard backup`: the whole database as one file, taken from one moment while the desk goes on working.
 *
 * Nothing is kept in memory but one part of a table (4 MB and the largest single value). The file is readable by its owner
 * only: it holds every customer's words, and perhaps the secret key.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Transform } from "node:stream";
import type pg from "pg";
import { type Refusal, refuse, Unavailable } from "../../../kit/index.ts";
import type { Database } from "../database.ts";
import { migrationsIn } from "../migrating.ts";
import { sequencesIn, type Table, tablesIn } from "./catalog.ts";
import { copyOut } from "./copy-out.ts";
import {
  FORMAT,
  FORMAT_VERSION,
  isPlainName,
  MANIFEST_NAME,
  type Manifest,
  type Member,
  type TableInArchive,
} from "./manifest.ts";
import { type OnProgress, silently } from "./progress.ts";
import { inOneSnapshot, onOneConnection } from "./session.ts";
import { type TarWriter, writeTarFile } from "./tar-file.ts";

export interface ExtraFile {
  /** The name inside the archive, without folders. */
  readonly name: string;
  /** Where it lies now. */
  readonly path: string;
}

export interface WriteOptions {
  readonly heardVersion: string;
  readonly now: Date;
  /** Files that belong to the data and are not in the database, such as the secret key of the home folder. */
  readonly extraFiles?: readonly ExtraFile[];
}

const PART_BYTES = 4 * 1024 * 1024;

/** Writes the archive and returns what is in it. Refuses to write over a file that is there. */
export async function writeArchive(
  database: Database,
  toFile: string,
  options: WriteOptions,
  onProgress: OnProgress = silently,
): Promise<Manifest | Refusal> {
  const isThere = await access(toFile).then(
    () => true,
    () => false,
  );
  if (isThere)
    return refuse("file-exists", `${toFile} is there already.`, "Choose another name, or move that file away first.");
  const migrations = await migrationsIn(database.db);
  if (migrations.length === 0) {
    return refuse("nothing-to-back-up", "This database holds no Heard data yet.", "Check DATABASE_URL and HEARD_HOME.");
  }
  try {
    return await onOneConnection(database.connectionUrl, (client) => {
      return inOneSnapshot(client, () => write(client, toFile, { ...options, migrations }, onProgress));
    });
  } catch (error) {
    return fileTrouble(error, toFile);
  }
}

async function write(
  client: pg.Client,
  toFile: string,
  { heardVersion, now, extraFiles = [], migrations }: WriteOptions & { readonly migrations: readonly string[] },
  onProgress: OnProgress,
): Promise<Manifest> {
  let manifest: Manifest | undefined;
  await writeTarFile(toFile, now, async (tar) => {
    const files: Manifest["files"] = [];
    for (const file of extraFiles) files.push(await addFile(tar, file));

    const tables: TableInArchive[] = [];
    const all = await tablesIn(client);
    let bytes = 0;
    for (const table of all) {
      const tell = (more: number) => {
        bytes += more;
        onProgress({ doing: "copying", table: table.name, tablesDone: tables.length, tables: all.length, bytes });
      };
      tables.push(await addTable(client, tar, table, tell));
    }
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    manifest = {
      format: FORMAT,
      formatVersion: FORMAT_VERSION,
      heardVersion,
      createdAt: now.toISOString(),
      postgresVersion: rows[0]?.server_version ?? "",
      migrations: [...migrations],
      files,
      tables,
      sequences: [...(await sequencesIn(client))],
    };
    await tar.add(MANIFEST_NAME, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  });
  if (manifest === undefined) throw new Error("The archive was finished without a manifest.");
  return manifest;
}

async function addTable(
  client: pg.Client,
  tar: TarWriter,
  table: Table,
  tell: (bytes: number) => void,
): Promise<TableInArchive> {
  const parts: Member[] = [];
  const add = async (content: Buffer) => {
    const name = `tables/${encodeURIComponent(table.name)}/${String(parts.length + 1).padStart(6, "0")}.copy`;
    await tar.add(name, content);
    parts.push({ name, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") });
    tell(content.length);
  };
  tell(0);
  const { rows, count } = copyOut(client, table);
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    await add(Buffer.concat(waiting, size));
    waiting = [];
    size = 0;
  }
  if (size > 0) await add(Buffer.concat(waiting, size));
  return { name: table.name, columns: [...table.columns], rows: await count(), parts };
}

async function addFile(tar: TarWriter, { name, path }: ExtraFile): Promise<Manifest["files"][number]> {
  if (!isPlainName(name)) throw new Error(`${name} cannot be the name of a file in an archive.`);
  const { size, mode } = await stat(path);
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const member = `files/${name}`;
  await tar.addStream(
    member,
    size,
    createReadStream(path)
      .on("error", (error) => hashing.destroy(error))
      .pipe(hashing),
    mode & 0o777,
  );
  return { name, mode: mode & 0o777, member: { name: member, bytes: size, sha256: hash.digest("hex") } };
}

/** What a failed write means, in words; anything else goes on up. */
function fileTrouble(error: unknown, toFile: string): Refusal {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") {
    throw new Unavailable(
      "disk-full",
      `The disk with ${toFile} is full. Nothing was left there; free some space or choose another disk.`,
      error,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return refuse(
      "may-not-write",
      `Heard may not use ${path ?? toFile}.`,
      "Choose a folder that this user may write to.",
    );
  }
  if (code === "ENOENT" && path?.startsWith(toFile) === true) {
    return refuse("no-such-folder", `There is no folder ${dirname(toFile)}.`, "Make it first, or choose another one.");
  }
  throw error;
}
