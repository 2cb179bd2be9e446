/**
 * Puts a whole desk into a database in one transaction: tables as old as the rows are, rows, keys, then the newer
 * migrations. Whatever fails on the way, the database is left as it was.
 */
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Transaction } from "kysely";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { isRefusal, type Refusal, refuse } from "../../../kit/index.ts";
import { type Migrations, migrate, migrationsIn, newerThanTheCode } from "../migrating.ts";
import type { Tables } from "../tables.ts";
import { dropEverything, firstTableInUse, foreignKeysIn, indexesIn, tablesIn, triggersIn } from "./catalog.ts";
import type { SequenceState } from "./manifest.ts";
import type { OnProgress } from "./progress.ts";
import { inOneTransaction } from "./session.ts";

/** Where rows come from: an archive, or another database. */
export interface Source {
  readonly migrations: readonly string[];
  readonly sequences: readonly SequenceState[];
  /** In the order in which `rowsOf` will be called. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** COPY text, to be read to its end before the next table is asked for. */
  readonly rowsOf: (table: string) => Readable;
  /** How many rows the last `rowsOf` should have given; asked after its end. */
  readonly countOf: (table: string) => Promise<number>;
}

export interface LoadOptions {
  /** All migrations of this code. */
  readonly migrations: Migrations;
  /** What to do with a database that holds rows: refuse, or take everything out of it first. */
  readonly ifNotEmpty: "refuse" | "replace";
}

/** An expected "no" that must undo the transaction on its way out. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}

/** Undefined when all is in place. */
export async function load(
  client: pg.Client,
  source: Source,
  { migrations, ifNotEmpty }: LoadOptions,
  onProgress: OnProgress,
): Promise<Refusal | undefined> {
  const unknown = source.migrations.filter((name) => !(name in migrations));
  if (unknown.length > 0) return newerThanTheCode(unknown);
  try {
    await inOneTransaction(client, async (tx) => {
      await checkServer(client);
      await emptyTarget(client, tx, ifNotEmpty);
      await migrateTo(tx, migrations, source.migrations.at(-1));
      await fill(client, source, onProgress);
      await client.query("SET CONSTRAINTS ALL IMMEDIATE");
      await migrateTo(tx, migrations);
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    const refusal = inWords(error);
    if (refusal !== undefined) return refusal;
    throw error;
  }
  return undefined;
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
  );
  const { version = "", encoding = "" } = rows[0] ?? {};
  if (Number(version) < 150000) {
    throw new Refused(refuse("database-too-old", "Heard needs PostgreSQL 15 or newer.", "Use a newer server."));
  }
  if (encoding !== "UTF8") {
    const wayOut = "Create the database with ENCODING 'UTF8' TEMPLATE template0.";
    throw new Refused(
      refuse(
        "database-not-unicode",
        `The database stores text as ${encoding}, which cannot hold every letter.`,
        wayOut,
      ),
    );
  }
}

/** Takes away the tables of a desk that nobody has used yet, or whatever is there when told to. */
async function emptyTarget(
  client: pg.Client,
  tx: Transaction<Tables>,
  ifNotEmpty: LoadOptions["ifNotEmpty"],
): Promise<void> {
  const isDesk = (await migrationsIn(tx)).length > 0;
  if (ifNotEmpty === "refuse") {
    const wayOut = "Use an empty database, or say --replace to throw away everything that is in this one.";
    const used = await firstTableInUse(client);
    if (used !== undefined) {
      throw new Refused(refuse("database-not-empty", `The database is in use: its table ${used} has rows.`, wayOut));
    }
    const foreign = isDesk ? undefined : (await tablesIn(client))[0];
    if (foreign !== undefined) {
      throw new Refused(
        refuse("database-not-empty", `The database has a table that is not Heard's: ${foreign.name}.`, wayOut),
      );
    }
    if (!isDesk) return;
  }
  await dropEverything(client);
}

async function migrateTo(tx: Transaction<Tables>, migrations: Migrations, upTo?: string): Promise<void> {
  const done = await migrate(tx, migrations, upTo);
  if (isRefusal(done)) throw new Refused(done);
}

async function fill(client: pg.Client, source: Source, onProgress: OnProgress): Promise<void> {
  const here = new Map((await tablesIn(client)).map((table) => [table.name, table]));
  const foreign = source.tables.filter(({ name }) => !here.has(name)).map(({ name }) => name);
  if (foreign.length > 0) {
    const wayOut = "Remove or move them to another schema in the old database, then try again.";
    throw new Refused(refuse("unknown-tables", `These tables are not Heard's: ${foreign.join(", ")}.`, wayOut));
  }
  // Taken away in this order and put back in the other: a foreign key may rest on an index.
  const asides = [...(await foreignKeysIn(client)), ...(await indexesIn(client)), ...(await triggersIn(client))];
  for (const { remove } of asides) await client.query(remove);
  // What a migration put in by itself is among the rows that come.
  const names = [...here.keys()].map((name) => pg.escapeIdentifier(name));
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(", ")}`);

  const tables = source.tables.length;
  let bytes = 0;
  for (const [tablesDone, { name, columns }] of source.tables.entries()) {
    const telling = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        onProgress({ doing: "copying", table: name, tablesDone, tables, bytes });
        yield chunk;
      }
    };
    const list = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
    const into = client.query(copyFrom(`COPY ${pg.escapeIdentifier(name)} (${list}) FROM STDIN`));
    await pipeline(source.rowsOf(name), telling, into);
    const expected = await source.countOf(name);
    if (into.rowCount !== expected) throw new Error(`Table ${name} has ${into.rowCount} rows instead of ${expected}.`);
  }
  onProgress({ doing: "linking", table: "", tablesDone: tables, tables, bytes });
  for (const { name, lastValue, isCalled } of source.sequences) {
    await client.query("SELECT setval(to_regclass($1), $2::bigint, $3)", [
      pg.escapeIdentifier(name),
      lastValue,
      isCalled,
    ]);
  }
  for (const { putBack } of asides.toReversed()) await client.query(putBack);
}

const LOCK_NOT_AVAILABLE = "55P03";
const NO_RIGHT = "42501";
const FOREIGN_KEY = "23503";

function inWords(error: unknown): Refusal | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === LOCK_NOT_AVAILABLE) {
    return refuse(
      "database-busy",
      "Somebody else is using the database.",
      "Stop every Heard that runs on it, then try again.",
    );
  }
  if (code === NO_RIGHT) {
    return refuse(
      "no-right",
      "The database user may not create and remove tables there.",
      "Let it own the database, or at least the schema.",
    );
  }
  if (code === FOREIGN_KEY) {
    return refuse("rows-do-not-fit", "The rows do not fit together.", "Nothing was changed. Use another backup.");
  }
  return undefined;
}
