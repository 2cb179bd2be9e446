import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { emptyDatabase } from "../../../../test/desk-database.ts";
import { isRefusal } from "../../../kit/index.ts";
import { type Migrations, migrateToLatest, migrationsIn, sql } from "../index.ts";
import { checkArchive } from "./check-archive.ts";
import { readArchive } from "./read-archive.ts";
import { everything, first, newDesk, refusing, replacing, run, second, usedDesk } from "./small-desk.fixture.ts";
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

describe("a restore", () => {
  test("brings an older backup up to the newest tables", async () => {
    const file = newFile();
    await writeArchive(await usedDesk(), file, written);
    const fresh = await emptyDatabase();
    await readArchive(file, fresh, { ...refusing, migrations: second });
    expect((await run(fresh, "SELECT DISTINCT mood FROM letter")).rows).toEqual([{ mood: "calm" }]);
    expect(await migrationsIn(fresh.db)).toEqual(["0001-first", "0002-more"]);
  });

  test("refuses a backup of a newer Heard and leaves the database empty", async () => {
    const newer = await usedDesk();
    await migrateToLatest(newer, second);
    const file = newFile();
    await writeArchive(newer, file, written);
    const fresh = await emptyDatabase();
    expect(await refusalOf(readArchive(file, fresh, refusing))).toBe("database-newer-than-heard");
    expect(await migrationsIn(fresh.db)).toEqual([]);
  });

  test("refuses a database with rows unless told to replace them", async () => {
    const file = newFile();
    await writeArchive(await usedDesk(), file, written);
    const busy = await newDesk();
    await run(busy, `INSERT INTO "Odd Name" ("a column") VALUES ('keep me')`);
    const before = await everything(busy);
    expect(await refusalOf(readArchive(file, busy, refusing))).toBe("database-not-empty");
    expect(await everything(busy)).toEqual(before);
    expect(isRefusal(await readArchive(file, busy, replacing))).toBe(false);
    expect((await run(busy, "SELECT count(*) FROM letter")).rows).toEqual([{ count: 50 }]);
  });

  test("refuses a database with somebody else's table, even an empty one, and touches nothing else that is there", async () => {
    const file = newFile();
    await writeArchive(await usedDesk(), file, written);
    const shared = await emptyDatabase();
    await run(shared, "CREATE FUNCTION answer() RETURNS int LANGUAGE sql AS 'SELECT 42'");
    await run(shared, "CREATE TABLE theirs (n int)");
    expect(await refusalOf(readArchive(file, shared, refusing))).toBe("database-not-empty");
    await run(shared, "DROP TABLE theirs");
    expect(isRefusal(await readArchive(file, shared, refusing))).toBe(false);
    expect((await run(shared, "SELECT answer()")).rows).toEqual([{ answer: 42 }]);
  });

  test("that fails half way leaves the database as it was", async () => {
    const old = await usedDesk();
    // Rows that the target's own migrations will not take: a second migration forbids what the first allowed.
    const strict: Migrations = {
      ...first,
      "0002-strict": {
        up: async (db) => void (await sql`ALTER TABLE letter ADD CHECK (body <> 'letter 7')`.execute(db)),
      },
    };
    const file = newFile();
    await writeArchive(old, file, written);
    const target = await newDesk();
    const before = await everything(target);
    await expect(readArchive(file, target, { ...replacing, migrations: strict })).rejects.toThrow("check constraint");
    expect(await everything(target)).toEqual(before);
    expect(await migrationsIn(target.db)).toEqual(["0001-first"]);
  });

  test("refuses what is no backup, in words", async () => {
    const target = await emptyDatabase();
    const picture = newFile();
    await writeFile(picture, randomBytes(5000));
    expect(await refusalOf(readArchive(picture, target, refusing))).toBe("not-an-archive");
    expect(await refusalOf(readArchive(newFile(), target, refusing))).toBe("no-such-file");
    expect(await refusalOf(readArchive(folder, target, refusing))).toBe("no-such-file");
  });

  test("refuses a backup that was cut short, wherever it was cut", async () => {
    const file = newFile();
    await writeArchive(await usedDesk(), file, written);
    const { size } = await stat(file);
    for (const left of [0, 5, 200, Math.floor(size / 2), size - 600, size - 1]) {
      await truncate(await copyOf(file), left);
      expect(await refusalOf(checkArchive(join(folder, "copy")))).toMatch(/archive-damaged|not-an-archive/);
    }
  });

  test("never takes a backup with a flipped byte for a different one", async () => {
    const file = newFile();
    const original = await writeArchive(await usedDesk(), file, written);
    const bytes = await readFile(file);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (position, flip) => {
        const copy = Buffer.from(bytes);
        copy.writeUInt8(copy.readUInt8(position) ^ flip, position);
        await writeFile(join(folder, "copy"), copy);
        const checked = await checkArchive(join(folder, "copy"));
        // A few bits of a gzip file mean nothing (its header's date, say): what is read is then the very same.
        if (isRefusal(checked)) refused += 1;
        else expect(checked).toEqual(original);
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

async function copyOf(file: string): Promise<string> {
  await writeFile(join(folder, "copy"), await readFile(file));
  return join(folder, "copy");
}
