import { expect, test } from "vitest";
import { emptyDatabase } from "../../../test/desk-database.ts";
import { isRefusal } from "../../kit/index.ts";
import { migrations } from "../../records/migrations/index.ts";
import { type Migration, type Migrations, migrateToLatest, migrationsIn, openDatabase, sql } from "./index.ts";

const table = (name: string): Migration => ({
  up: async (db) => {
    await sql`CREATE TABLE ${sql.id(name)} (n int)`.execute(db);
  },
});
const broken: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE half (n int)`.execute(db);
    await sql`SELECT 1 / 0`.execute(db);
  },
};

test("all processes may bring the tables up to date at the same time", async () => {
  const database = await emptyDatabase();
  const others = [1, 2, 3].map(() => openDatabase({ url: database.connectionUrl }));
  const outcomes = await Promise.all([database, ...others].map((each) => migrateToLatest(each, migrations)));
  for (const other of others) await other.close();
  expect(outcomes.flatMap((each) => (isRefusal(each) ? [each.sentence] : each.applied))).toEqual(
    Object.keys(migrations),
  );
  expect(await migrationsIn(database.db)).toEqual(Object.keys(migrations));
});

test("only what is missing is run", async () => {
  const database = await emptyDatabase();
  await migrateToLatest(database, { "0001-a": table("a") });
  const outcome = await migrateToLatest(database, { "0001-a": table("a"), "0002-b": table("b") });
  expect(outcome).toEqual({ applied: ["0002-b"] });
});

test("a database that is newer than the code is refused and left alone", async () => {
  const database = await emptyDatabase();
  const newer: Migrations = { "0001-a": table("a"), "0002-b": table("b") };
  await migrateToLatest(database, newer);
  const outcome = await migrateToLatest(database, { "0001-a": table("a") });
  expect(outcome).toMatchObject({ refused: "database-newer-than-heard", sentence: expect.stringContaining("0002-b") });
  expect(await migrationsIn(database.db)).toEqual(["0001-a", "0002-b"]);
});

test("a migration that fails leaves no half of itself and none of those that were run with it", async () => {
  const database = await emptyDatabase();
  const failing = migrateToLatest(database, { "0001-a": table("a"), "0002-broken": broken });
  await expect(failing).rejects.toThrow("division by zero");
  expect(await migrationsIn(database.db)).toEqual([]);
  expect((await sql`SELECT to_regclass('half') AS half, to_regclass('a') AS a`.execute(database.db)).rows).toEqual([
    { half: null, a: null },
  ]);
});
