/** The database: reachable, new enough, up to date, writable, and sorted the way it was built. */
import { tryToWrite } from "../../../desk/team/index.ts";
import { Unavailable } from "../../../kit/index.ts";
import type { Desk } from "../../../platform/desk/index.ts";
import { type Database, type Migrations, migrationsIn, sql } from "../../../platform/storage/index.ts";
import { broken, type Finding, fine, hint } from "./finding.ts";

const OLDEST_VERSION = 150_000;

export interface DatabaseAnswer {
  readonly findings: readonly Finding[];
  /** Whether the desk's tables can be used: what else can be checked depends on it. */
  readonly isUsable: boolean;
}

export async function checkDatabase(
  desk: Pick<Desk, "database" | "random">,
  migrations: Migrations,
): Promise<DatabaseAnswer> {
  try {
    return await look(desk, migrations);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return { findings: [unreachable(error)], isUsable: false };
  }
}

/** The sentences of `Unavailable` hold their way out already. */
export const unreachable = (error: Unavailable): Finding => broken("database", error.message);

async function look(desk: Pick<Desk, "database" | "random">, migrations: Migrations): Promise<DatabaseAnswer> {
  const { db } = desk.database;
  const { rows } = await sql<{ number: number; version: string; encoding: string; readonly: string }>`
    SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
      current_setting('server_encoding') AS encoding, current_setting('transaction_read_only') AS readonly
  `.execute(db);
  const [server] = rows;
  if (!server) throw new Error("The database said nothing about itself.");
  const findings: Finding[] = [];
  if (server.number < OLDEST_VERSION)
    findings.push(
      broken(
        "database",
        `The database is PostgreSQL ${server.version}; Heard needs 15 or newer.`,
        "Move to a newer server: heard move --to URL.",
      ),
    );
  else findings.push(fine("database", `PostgreSQL ${server.version} answers.`));
  if (server.encoding !== "UTF8")
    findings.push(
      broken(
        "database-encoding",
        `The database is encoded in ${server.encoding} and cannot hold every letter.`,
        "Create it with ENCODING 'UTF8' and move the data.",
      ),
    );
  findings.push(...(await collation(db)));
  const tables = await tablesAre(db, migrations);
  findings.push(tables);
  if (server.readonly === "on") {
    findings.push(
      broken(
        "database-writable",
        "The database can only be read.",
        "Point DATABASE_URL at the main server, not at a copy of it.",
      ),
    );
    return { findings, isUsable: false };
  }
  if (tables.level !== "fine") return { findings, isUsable: false };
  const writable = await canWrite(desk);
  return { findings: [...findings, writable], isUsable: writable.level === "fine" };
}

/** After an upgrade of the system's C library or ICU, indexes over text may be in another order than the server thinks. */
async function collation(db: Database["db"]): Promise<Finding[]> {
  const { rows } = await sql<{ changed: boolean }>`
    SELECT datcollversion IS DISTINCT FROM pg_database_collation_actual_version(oid) AS changed
    FROM pg_database WHERE datname = current_database()
  `.execute(db);
  return rows[0]?.changed
    ? [
        broken(
          "database-collation",
          "The way this machine sorts text has changed since the database was made, so searches may miss things.",
          "Run REINDEX DATABASE and ALTER DATABASE … REFRESH COLLATION VERSION on it.",
        ),
      ]
    : [];
}

async function tablesAre(db: Database["db"], migrations: Migrations): Promise<Finding> {
  const there = await migrationsIn(db);
  const newer = there.filter((name) => !(name in migrations));
  if (newer.length > 0)
    return broken(
      "database-tables",
      `The data was written by a newer Heard than this one (it has ${newer.join(", ")}).`,
      "Install that version of Heard or a later one.",
    );
  const missing = Object.keys(migrations).filter((name) => !there.includes(name));
  if (there.length === 0)
    return hint(
      "database-tables",
      "The database is empty: this desk has not been started yet.",
      "heard start makes the tables.",
    );
  if (missing.length > 0)
    return hint(
      "database-tables",
      `The tables are older than this Heard (missing: ${missing.join(", ")}).`,
      "heard start brings them up to date.",
    );
  return fine("database-tables", "The tables are up to date.");
}

/** Keeps a small mail and takes it back: a full disk shows itself here. */
async function canWrite(desk: Pick<Desk, "database" | "random">): Promise<Finding> {
  try {
    await tryToWrite(desk);
  } catch (error) {
    if (error instanceof Unavailable) return broken("database-writable", error.message);
    throw error;
  }
  return fine("database-writable", "The database takes what is written.");
}
