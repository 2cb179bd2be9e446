/**
 * A connection of its own for an archive, and one way of writing values that every PostgreSQL from 15 on reads back the
 * same, whatever its own settings are.
 */
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { connectionSettings, namedClient } from "../connection.ts";
import type { Tables } from "../tables.ts";
import { asUnavailable } from "../unavailable.ts";

const SETTINGS = [
  "SET datestyle = 'ISO, YMD'",
  "SET intervalstyle = 'postgres'",
  "SET timezone = 'UTC'",
  "SET extra_float_digits = 1",
  "SET bytea_output = 'hex'",
  "SET client_encoding = 'UTF8'",
  "SET row_security = off",
  "SET maintenance_work_mem = '128MB'", // for the indexes that a restore makes
  "SET statement_timeout = 0",
  "SET idle_in_transaction_session_timeout = 0",
  // Whoever else uses a database that is to be replaced must stop first; waiting for them has no end.
  "SET lock_timeout = '10s'",
];

/** Runs the work on one fresh connection and closes it. Failures of the database come out as `Unavailable`. */
export async function onOneConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connectionSettings(url), application_name: "heard (archive)" });
  // A connection that breaks also fails the query that is running; nobody else needs to hear of it.
  client.on("error", () => {});
  try {
    await client.connect();
    for (const setting of SETTINGS) await client.query(setting);
    return await work(client);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Reads from one moment in time, however long it takes and whatever others write meanwhile. */
export async function inOneSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const result = await work();
  await client.query("COMMIT");
  return result;
}

/** A transaction that both Kysely (for migrations) and the client itself (for COPY) write in. Undone when the work throws. */
export async function inOneTransaction<T>(
  client: pg.Client,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const pool = { connect: async () => namedClient(client), end: async () => {}, options: {} };
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return kysely.transaction().execute(work);
}
