/**
 * One database server for a whole test run, with one template database that holds all tables.
 *
 * It is Heard's own PostgreSQL in a temporary folder, or the server of HEARD_TEST_DATABASE_URL (its user must be allowed
 * to create databases). Nothing waits for the disk here: what a test writes is thrown away.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { isRefusal } from "../src/kit/index.ts";
import { migrateToLatest, openDatabase, sql, startEmbedded } from "../src/platform/storage/index.ts";
import { migrations } from "../src/records/migrations/index.ts";
import { onDatabase } from "./database-url.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server's URL, on a database where CREATE DATABASE may be said. */
    databaseServer: string;
    /** The database with all tables, to be copied. */
    databaseTemplate: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `heard_template_${randomBytes(4).toString("hex")}`;
  const control = openDatabase({ url: server.url });
  await sql`CREATE DATABASE ${sql.id(template)}`.execute(control.db);

  const database = openDatabase({ url: onDatabase(server.url, template) });
  const migrated = await migrateToLatest(database, migrations);
  await database.close();
  if (isRefusal(migrated)) throw new Error(migrated.sentence);

  project.provide("databaseServer", server.url);
  project.provide("databaseTemplate", template);
  return async () => {
    await sql`DROP DATABASE ${sql.id(template)} WITH (FORCE)`.execute(control.db);
    await control.close();
    await server.stop();
  };
}

async function startServer(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const url = process.env["HEARD_TEST_DATABASE_URL"];
  if (url !== undefined && url !== "") return { url, stop: async () => {} };
  const home = await mkdtemp("/tmp/heard-test-");
  const server = await startEmbedded({ home: join(home), log: () => {}, durability: "never" });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
