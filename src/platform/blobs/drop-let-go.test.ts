import { expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import { sql } from "../storage/index.ts";
import { keepBlob, readBlob } from "./blobs.ts";
import { dropLetGo } from "./drop-let-go.ts";

const database = await freshDatabase();
const { db } = database;
const sweep = () => database.inOneGo((tx) => dropLetGo(tx, 10));
const left = async (): Promise<string[]> =>
  (await db.selectFrom("blob").select("bytes").execute()).map((row) => row.bytes.toString()).sort();

/** A row that names the bytes. @returns how it lets go of them. */
async function name(text: string): Promise<() => Promise<unknown>> {
  const { id } = await database.inOneGo(async (tx) => {
    const hash = await keepBlob(tx, Buffer.from(text));
    const row = await sql<{ id: number }>`
      INSERT INTO attachment (name, type, size, blob_hash, created_at) VALUES ('a', 'text/plain', 1, ${hash}, now()) RETURNING id`.execute(
      tx,
    );
    return row.rows[0] as { id: number };
  });
  return () => sql`DELETE FROM attachment WHERE id = ${id}`.execute(db);
}

test("bytes go when the last row that named them is gone, and not before", async () => {
  const [one, two, three] = [await name("twice"), await name("twice"), await name("once")];
  await one();
  expect(await sweep()).toBe(1);
  expect(await left()).toEqual(["once", "twice"]);
  await two();
  await three();
  expect(await sweep()).toBe(2);
  expect(await left()).toEqual([]);
  expect(await sweep()).toBe(0);
});

test("bytes stay that somebody is just about to name again, and go later when that came to nothing", async () => {
  const letGo = await name("wanted");
  await letGo();
  await database
    .inOneGo(async (tx) => {
      const hash = await keepBlob(tx, Buffer.from("wanted"));
      expect(await sweep()).toBe(0);
      expect(await readBlob(tx, hash)).toEqual(Buffer.from("wanted"));
      throw new Error("it came to nothing");
    })
    .catch(() => {});
  expect(await left()).toEqual(["wanted"]);
  expect(await sweep()).toBe(1);
  expect(await left()).toEqual([]);
});

test("what is let go of while a sweep looks is looked at by the next one", async () => {
  const [one, two] = [await name("again"), await name("again")];
  await one();
  await db.transaction().execute(async (tx) => {
    expect(await dropLetGo(tx, 10)).toBe(1);
    // Neither waits for the other.
    await two();
  });
  expect(await left()).toEqual(["again"]);
  expect(await sweep()).toBe(1);
  expect(await left()).toEqual([]);
});

test("two sweeps at once share the work and undo nothing of each other", async () => {
  for (let each = 0; each < 15; each += 1) await (await name(`piece ${each}`))();
  const done = await Promise.all([sweep(), sweep(), sweep()]);
  expect(done.reduce((sum, part) => sum + part, 0)).toBe(15);
  expect(await left()).toEqual([]);
});

test("bytes in another place of the row are let go of, too", async () => {
  await name("before");
  const after = await keepBlob(db, Buffer.from("after"));
  await sql`UPDATE attachment SET blob_hash = ${after}`.execute(db);
  expect(await sweep()).toBe(1);
  expect(await left()).toEqual(["after"]);
});

test("every table that names bytes writes down what it lets go of", async () => {
  const { rows } = await sql<{ naming: string[]; telling: string[] }>`
    SELECT (SELECT array_agg(conrelid::regclass::text ORDER BY 1) FROM pg_constraint WHERE contype = 'f' AND confrelid = 'blob'::regclass) AS naming,
      (SELECT array_agg(tgrelid::regclass::text ORDER BY 1) FROM pg_trigger WHERE tgfoid = 'blob_let_go()'::regprocedure) AS telling
  `.execute(db);
  expect(rows[0]?.naming.length).toBeGreaterThan(3);
  expect([...(rows[0]?.telling ?? [])].sort()).toEqual([...(rows[0]?.naming ?? [])].sort());
});
