/**
 * Brings the tables to where the code is, forward only. Which migrations there are is the caller's business.
 *
 * Several processes may do this at once: Kysely takes a lock in the database, the second one finds nothing left to do.
 */
import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Tables } from "./tables.ts";
import { asUnavailable } from "./unavailable.ts";

/** By name; the names order them ("0001-first"). A released migration is never changed. */
export type Migrations = Readonly<Record<string, Migration>>;

export interface Migrated {
  /** The names that were run now, in order; empty when the database was up to date. */
  readonly applied: readonly string[];
}

/** Runs what is missing, each migration and its note in one transaction. Refuses a database that is newer than the code. */
export async function migrateToLatest(
  database: { readonly db: Kysely<Tables> },
  migrations: Migrations,
): Promise<Migrated | Refusal> {
  return migrate(database.db, migrations);
}

/** As `migrateToLatest`, on a connection or inside a transaction, and up to a certain migration if one is named. */
export async function migrate(db: Kysely<Tables>, migrations: Migrations, upTo?: string): Promise<Migrated | Refusal> {
  const unknown = (await migrationsIn(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) return newerThanTheCode(unknown);
  let failure: unknown;
  // Inside a transaction Kysely answers a failed migration with its own failure to give back its lock.
  const watched = Object.entries(migrations).map(([name, { up }]): [string, Migration] => {
    const watchedUp: Migration["up"] = (on) =>
      up(on).catch((error: unknown) => {
        failure = error;
        throw error;
      });
    return [name, { up: watchedUp }];
  });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(watched) } });
  const { error, results = [] } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) throw asUnavailable(failure ?? error);
  return { applied: results.map((result) => result.migrationName) };
}

/** The migrations that a database has behind it, in order; none for an empty database. */
export async function migrationsIn(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return [];
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom("kysely_migration")
    .select("name")
    .orderBy("name")
    .execute();
  return rows.map((row) => row.name);
}

/** Said of a database and of an archive alike. */
export function newerThanTheCode(unknown: readonly string[]): Refusal {
  return refuse(
    "database-newer-than-heard",
    `The data was written by a newer Heard than this one (it has ${unknown.join(", ")}).`,
    "Install that version of Heard or a later one, or restore a backup made with this version.",
  );
}
