import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { emptyDatabase } from "../../../../test/desk-database.ts";
import { canMount, smallDisk } from "../../../../test/small-disk.ts";
import { isRefusal } from "../../../kit/index.ts";
import { schemaText, sql } from "../index.ts";
import { copyAll } from "./copy-all.ts";
import { readArchive } from "./read-archive.ts";
import { everything, newDesk, refusing, replacing, run, usedDesk } from "./small-desk.fixture.ts";
import { writeArchive } from "./write-archive.ts";

const folder = mkdtempSync("/tmp/heard-archive-");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.heard`);
};
const written = { heardVersion: "0.1.0", now: new Date("2026-03-01T10:00:00Z") };

async function refusalOf(outcome: Promise<unknown>): Promise<string> {
  const result = await outcome;
  return isRefusal(result) ? result.refused : "not refused";
}

describe("a backup", () => {
  test("brings every row, key and number back, and the next row gets the next number", async () => {
    const old = await usedDesk();
    const file = newFile();
    const manifest = await writeArchive(old, file, written);
    expect(manifest).toMatchObject({
      heardVersion: "0.1.0",
      createdAt: "2026-03-01T10:00:00.000Z",
      migrations: ["0001-first"],
    });
    const fresh = await emptyDatabase();
    expect(await readArchive(file, fresh, refusing)).toEqual(manifest);
    expect(await everything(fresh)).toEqual(await everything(old));
    expect(await schemaText(fresh.db)).toBe(await schemaText(old.db));

    await run(fresh, `INSERT INTO letter (owner, body) VALUES (1, 'new')`);
    expect((await run(fresh, "SELECT max(id) FROM letter")).rows).toEqual([{ max: 51 }]);
    expect((await run(fresh, "SELECT max(n) FROM trail")).rows).toEqual([{ max: 51 }]);
    await expect(run(fresh, "INSERT INTO letter (owner) VALUES (99)")).rejects.toThrow("foreign key");
  });

  test("is one moment of the desk, although people go on working", async () => {
    const desk = await usedDesk();
    await run(desk, "INSERT INTO trail SELECT n FROM generate_series(1, 200000) n");
    const before = await everything(desk);
    let writes = 0;
    const file = newFile();
    let working: Promise<unknown> = Promise.resolve();
    await writeArchive(desk, file, written, ({ table }) => {
      if (table !== "letter" || writes > 0) return;
      writes += 1;
      working = run(desk, "DELETE FROM trail").then(() => run(desk, "UPDATE letter SET body = 'changed'"));
    });
    await working;
    const fresh = await emptyDatabase();
    await readArchive(file, fresh, refusing);
    expect(writes).toBe(1);
    expect(await everything(fresh)).toEqual(before);
  });

  test("carries extra files, and a file that is already there is kept beside", async () => {
    const desk = await newDesk();
    const key = join(folder, "key");
    await writeFile(key, "very secret", { mode: 0o600 });
    const file = newFile();
    await writeArchive(desk, file, { ...written, extraFiles: [{ name: "secret-key", path: key }] });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const home = join(folder, "home");
    await mkdir(home);
    await writeFile(join(home, "secret-key"), "another one");
    await readArchive(file, await emptyDatabase(), { ...refusing, filesTo: home });
    expect((await readdir(home)).sort()).toEqual(["secret-key", "secret-key.before-restore"]);
    expect(await readFile(join(home, "secret-key"), "utf8")).toBe("very secret");
  });

  test("does not write over a file, and says when there is nothing to keep or nowhere to put it", async () => {
    const desk = await newDesk();
    const file = newFile();
    await writeFile(file, "mine");
    expect(await refusalOf(writeArchive(desk, file, written))).toBe("file-exists");
    expect(await readFile(file, "utf8")).toBe("mine");
    expect(await refusalOf(writeArchive(desk, join(folder, "nowhere/x"), written))).toBe("no-such-folder");
    expect(await refusalOf(writeArchive(await emptyDatabase(), newFile(), written))).toBe("nothing-to-back-up");
  });

  test("leaves no file behind when the database goes away in the middle", async () => {
    const desk = await usedDesk();
    await run(desk, "INSERT INTO trail SELECT n FROM generate_series(1, 2000000) n");
    const file = newFile();
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND application_name = 'heard (archive)'`;
    let cutting: Promise<unknown> | undefined;
    const backup = writeArchive(desk, file, written, ({ table, bytes }) => {
      if (table === "trail" && bytes > 5_000_000) cutting ??= run(desk, cut);
    });
    await expect(backup).rejects.toMatchObject({ name: "Unavailable" });
    await cutting;
    expect((await readdir(folder)).filter((name) => join(folder, name).startsWith(file))).toEqual([]);
  });

  test.runIf(canMount)("on a full disk leaves nothing behind and says so", async () => {
    const desk = await usedDesk();
    await run(desk, "INSERT INTO trail SELECT (random() * 1e15)::bigint FROM generate_series(1, 300000)");
    const disk = smallDisk(1);
    try {
      const backup = writeArchive(desk, join(disk.path, "desk.heard"), written);
      await expect(backup).rejects.toMatchObject({ name: "Unavailable", code: "disk-full" });
      expect(await readdir(disk.path)).toEqual([]);
    } finally {
      disk.remove();
    }
  });
});

describe("a move", () => {
  test("brings everything into another database and leaves the old one alone", async () => {
    const old = await usedDesk();
    const before = await everything(old);
    const fresh = await emptyDatabase();
    expect(await copyAll(old, fresh, refusing)).toBeUndefined();
    expect(await everything(fresh)).toEqual(before);
    expect(await everything(old)).toEqual(before);
  });

  test("into the same database is refused before anything happens", async () => {
    const desk = await usedDesk();
    expect(await refusalOf(copyAll(desk, desk, replacing) as Promise<unknown>)).toBe("same-database");
    expect((await run(desk, "SELECT count(*) FROM letter")).rows).toEqual([{ count: 50 }]);
  });
});

test("any text, bytes, JSON, list, number and moment survives the trip", async () => {
  const old = await newDesk();
  await run(old, `INSERT INTO "Odd Name" ("a column") VALUES ('Anna')`);
  const text = fc.string({ unit: "binary" }).map((value) => value.toWellFormed().replaceAll("\0", ""));
  const nasty = fc.constantFrom("\\N", "\\.", "\t", "\r\n", "\\", "'", '"', "{}", "NULL", "\u2028", "\v\b\f", "");
  const any = fc.oneof(
    text,
    nasty,
    fc.tuple(nasty, text, nasty).map((parts) => parts.join("")),
  );
  const row = fc.record({
    body: fc.option(any),
    raw: fc.uint8Array({ maxLength: 300 }),
    data: fc.jsonValue().map((value) => JSON.stringify(value).replace(/\\u(?:0000|d[89a-f]..)/g, "")),
    words: fc.array(fc.option(any)),
    ratio: fc.oneof(fc.double(), fc.constantFrom(Number.POSITIVE_INFINITY, Number.NaN, -0)),
    amount: fc.integer({ min: -1e9, max: 1e9 }).map((value) => (value / 1e6).toFixed(6)),
    at: fc.option(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })),
  });
  const rows = fc.sample(row, { numRuns: 400 });
  for (const { body, raw, data, words, ratio, amount, at } of rows) {
    await sql`INSERT INTO letter (owner, body, raw, data, words, ratio, amount, at, day, length, span, numbers)
              VALUES (1, ${body}, ${Buffer.from(raw)}, ${data}::jsonb, ${words}, ${ratio}::float8, ${amount}::numeric,
                      ${at?.toISOString()}::timestamptz, ${at?.toISOString()}::date, '1 mon 2 days 03:04:05.678', '[2,9)', ARRAY[${amount}::numeric, NULL])`.execute(
      old.db,
    );
  }
  const file = newFile();
  await writeArchive(old, file, written);
  const fresh = await emptyDatabase();
  await readArchive(file, fresh, refusing);
  expect(await everything(fresh)).toEqual(await everything(old));
});
