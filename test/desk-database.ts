/**
 * A database of its own for each test file: a copy of the migrated template, dropped when the file is done.
 *
 *   const database = await freshDatabase();
 */
import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { type Database, openDatabase, type RawBuilder, sql } from "../src/platform/storage/index.ts";
import { onDatabase } from "./database-url.ts";

/** Opens a copy of the template; call it at the top of a file or in `beforeAll`. */
export function freshDatabase(): Promise<Database> {
  return databaseFrom(inject("databaseTemplate"));
}

/** Opens a database without any table, for tests of what makes tables. */
export function emptyDatabase(): Promise<Database> {
  return databaseFrom("template0");
}

async function databaseFrom(template: string): Promise<Database> {
  const server = inject("databaseServer");
  const name = `heard_test_${randomBytes(6).toString("hex")}`;
  await onServer(server, sql`CREATE DATABASE ${sql.id(name)} TEMPLATE ${sql.id(template)}`);
  const database = openDatabase({ url: onDatabase(server, name) });
  afterAll(async () => {
    await database.close();
    await onServer(server, sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`);
  });
  return database;
}

async function onServer(url: string, statement: RawBuilder<unknown>): Promise<void> {
  const control = openDatabase({ url });
  await statement.execute(control.db);
  await control.close();
}
