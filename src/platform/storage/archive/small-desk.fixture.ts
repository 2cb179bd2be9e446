/**
 * A small desk for tests of backup, restore and move, with everything that makes copying hard: circles, references of a
 * table to itself, generated columns, triggers, rows that come with a migration, a name with a space.
 */
import { emptyDatabase } from "../../../../test/desk-database.ts";
import { type Database, type Migrations, migrateToLatest, sql } from "../index.ts";

/** The schema. */
export const first: Migrations = {
  "0001-first": {
    up: async (db) => {
      for (const statement of [
        "CREATE EXTENSION IF NOT EXISTS citext",
        "CREATE TABLE setting (name text PRIMARY KEY, value jsonb NOT NULL)",
        `INSERT INTO setting VALUES ('made by the migration', '1')`,
        `CREATE TABLE "Odd Name" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "a column" citext UNIQUE, latest bigint)`,
        `CREATE TABLE letter (
           id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent bigint REFERENCES letter, owner bigint NOT NULL REFERENCES "Odd Name",
           body text, raw bytea, data jsonb, words text[], numbers numeric[], times timestamptz[], amount numeric(20, 6), ratio float8,
           span int4range, length interval, at timestamptz, day date, ok boolean,
           size int GENERATED ALWAYS AS (length(body)) STORED)`,
        `ALTER TABLE "Odd Name" ADD CONSTRAINT latest_letter FOREIGN KEY (latest) REFERENCES letter DEFERRABLE INITIALLY DEFERRED`,
        "CREATE TABLE empty_table (n int)",
        'CREATE UNIQUE INDEX by_column ON "Odd Name" ("a column", id)',
        `ALTER TABLE letter ADD COLUMN again_column citext, ADD FOREIGN KEY (again_column, owner) REFERENCES "Odd Name" ("a column", id)`,
        "CREATE INDEX long_letters ON letter (size DESC) WHERE ok",
        "CREATE TABLE trail (n bigint)",
        `CREATE FUNCTION leave_trail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO trail VALUES (NEW.id); RETURN NEW; END $$`,
        "CREATE TRIGGER trail AFTER INSERT ON letter FOR EACH ROW EXECUTE FUNCTION leave_trail()",
      ]) {
        await sql.raw(statement).execute(db);
      }
    },
  },
};
/** The same, one version later. */
export const second: Migrations = {
  ...first,
  "0002-more": {
    up: async (db) => void (await sql`ALTER TABLE letter ADD COLUMN mood text NOT NULL DEFAULT 'calm'`.execute(db)),
  },
};
/** How most tests restore. */
export const refusing = { migrations: first, ifNotEmpty: "refuse" } as const;
export const replacing = { migrations: first, ifNotEmpty: "replace" } as const;

/** A desk without rows but those of the migration. */
export async function newDesk(): Promise<Database> {
  const database = await emptyDatabase();
  await migrateToLatest(database, first);
  return database;
}

/** A desk with rows that point at each other. */
export async function usedDesk(): Promise<Database> {
  const database = await newDesk();
  await run(database, `INSERT INTO "Odd Name" ("a column") VALUES ('Anna'), ('Bert')`);
  await run(
    database,
    `INSERT INTO letter (owner, parent, body, raw) SELECT 1 + n % 2, nullif(n - 1, 0), 'letter ' || n, decode(md5(n::text), 'hex') FROM generate_series(1, 50) n`,
  );
  await run(database, `UPDATE "Odd Name" SET latest = 50 - id`);
  await run(database, "UPDATE letter SET parent = id + 1 WHERE id < 50 AND id % 7 = 0");
  return database;
}

/** One statement, as written. */
export const run = (database: Database, statement: string) => sql.raw(statement).execute(database.db);

/** Every row of every table, as the database prints it. */
export async function everything(database: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of ["setting", '"Odd Name"', "letter", "trail", "empty_table"]) {
    const { rows } = await run(database, `SELECT t::text AS row FROM ${table} t ORDER BY 1`);
    all[table] = rows;
  }
  return all;
}
