import { expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import { Unavailable } from "../../kit/index.ts";
import { type Database, jsonb, openDatabase, sql } from "./index.ts";

const database = await freshDatabase();

const one = async <T>(query: ReturnType<typeof sql<T>>, where: Database = database): Promise<T> => {
  const { rows } = await query.execute(where.db);
  return rows[0] as T;
};

test("whole numbers, moments, dates and exact numbers come back in a form that loses nothing", async () => {
  const row = await one(sql`
    SELECT 9007199254740991::int8 AS whole, ARRAY[1, NULL, 3]::int8[] AS wholes, '2026-03-01 10:00+02'::timestamptz AS moment,
           '2026-03-01'::date AS day, 12.50::numeric(10, 2) AS exact, '{"a": [1]}'::jsonb AS json`);
  expect(row).toEqual({
    whole: 9007199254740991,
    wholes: [1, null, 3],
    moment: new Date("2026-03-01T08:00:00Z"),
    day: "2026-03-01",
    exact: "12.50",
    json: { a: [1] },
  });
});

test("a whole number that JavaScript would round is an error instead", async () => {
  await expect(one(sql`SELECT 9007199254740993::int8 AS whole`)).rejects.toThrow("cannot hold exactly");
});

test("JSON with an array, a zero character and half a surrogate can be stored", async () => {
  const { back } = await one(sql<{ back: unknown }>`SELECT ${jsonb(["a\u0000b", "\ud800", { "k\u0000": 1 }])} AS back`);
  expect(back).toEqual(["a\uFFFDb", "\uFFFD", { "k\uFFFD": 1 }]);
});

test("work in one go is undone as a whole when it fails", async () => {
  await sql`CREATE TABLE undone (n int)`.execute(database.db);
  const failing = database.inOneGo(async (tx) => {
    await sql`INSERT INTO undone VALUES (1)`.execute(tx);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await one(sql`SELECT count(*) FROM undone`)).toEqual({ count: 0 });
});

test("two pieces of work that lock each other out both get done", async () => {
  await sql`CREATE TABLE crossed (id int PRIMARY KEY, n int)`.execute(database.db);
  await sql`INSERT INTO crossed VALUES (1, 0), (2, 0)`.execute(database.db);
  const meet = meetingOf(2);
  let runs = 0;
  const add = (first: number, second: number) =>
    database.inOneGo(async (tx) => {
      runs += 1;
      await sql`UPDATE crossed SET n = n + 1 WHERE id = ${first}`.execute(tx);
      await meet();
      await sql`UPDATE crossed SET n = n + 1 WHERE id = ${second}`.execute(tx);
    });
  await Promise.all([add(1, 2), add(2, 1)]);
  expect(await one(sql`SELECT min(n), max(n) FROM crossed`)).toEqual({ min: 2, max: 2 });
  expect(runs).toBe(3);
});

/** Lets the first `count` callers wait for each other; whoever comes later walks through. */
function meetingOf(count: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => {};
  const everybody = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= count) open();
    return everybody;
  };
}

test("a database that is not there is said to be unavailable, with a sentence", async () => {
  const missing = openDatabase({ socketDir: "/nonexistent" });
  const query = one(sql`SELECT 1`, missing);
  await expect(query).rejects.toBeInstanceOf(Unavailable);
  await expect(query).rejects.toThrow("its socket does not exist");
  await expect(missing.listen("x", { heard: () => {}, mayHaveMissed: () => {} })).rejects.toBeInstanceOf(Unavailable);
  await missing.close();
});

test("a mistake in our own SQL is not blamed on the outside world", async () => {
  await expect(one(sql`SELECT nothing`)).rejects.not.toBeInstanceOf(Unavailable);
});

test("work goes on after all connections were cut", async () => {
  await one(sql`SELECT 1`);
  await cutConnections();
  await expect.poll(() => one(sql`SELECT 1 AS n`).catch(() => undefined)).toEqual({ n: 1 });
});

test("a transaction whose connection breaks between two statements is undone and said to be unavailable", async () => {
  await sql`CREATE TABLE broken_off (n int)`.execute(database.db);
  const work = database.inOneGo(async (tx) => {
    await sql`INSERT INTO broken_off VALUES (1)`.execute(tx);
    await cutConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sql`INSERT INTO broken_off VALUES (2)`.execute(tx);
  });
  await expect(work).rejects.toBeInstanceOf(Unavailable);
  expect(await one(sql`SELECT count(*) FROM broken_off`)).toEqual({ count: 0 });
});

/** Ends every connection to the test's database but the one that says so. */
async function cutConnections(): Promise<void> {
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(database.db);
}

test("a listener hears what is said, and after a break is told that it may have missed something", async () => {
  const heard: string[] = [];
  const listener = { heard: (payload: string) => heard.push(payload), mayHaveMissed: () => heard.push("(missed?)") };
  const stop = await database.listen("news", listener);
  const say = (word: string) => sql`SELECT pg_notify('news', ${word})`.execute(database.db);
  await say("one");
  await expect.poll(() => heard).toEqual(["one"]);

  await cutConnections();
  await expect.poll(() => heard).toEqual(["one", "(missed?)"]);
  await expect
    .poll(async () =>
      say("two").then(
        () => heard.includes("two"),
        () => false,
      ),
    )
    .toBe(true);

  await stop();
  await say("three");
  await say("four");
  expect(heard).not.toContain("three");
});

test("a table that changed under prepared statements costs work one more try, and a question one clear error", async () => {
  await sql`CREATE TABLE widened (n int)`.execute(database.db);
  await sql`INSERT INTO widened VALUES (1)`.execute(database.db);
  const ask = (db: Database["db"]) => sql`SELECT * FROM widened`.execute(db);
  for (let n = 0; n < 40; n += 1) await ask(database.db);
  await sql`ALTER TABLE widened ADD COLUMN m int DEFAULT 2`.execute(database.db);
  await expect(ask(database.db)).rejects.toThrow(Unavailable);
  expect((await database.inOneGo(ask)).rows).toEqual([{ n: 1, m: 2 }]);
  expect((await ask(database.db)).rows).toEqual([{ n: 1, m: 2 }]);
});
