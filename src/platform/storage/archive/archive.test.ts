import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { emptyDatabase } from "../../../../test/desk-database.ts";
import { isRefusal } from "../../../kit/index.ts";
import { type Database, type Migrations, migrateToLatest, migrationsIn, sql } from "../index.ts";
import { checkArchive } from "./check-archive.ts";
import { copyAll } from "./copy-all.ts";
import { readArchive } from "./read-archive.ts";
import { writeArchive } from "./write-archive.ts";

const folder = mkdtempSync("/tmp/heard-archive-");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.heard`);
};
const written = { heardVersion: "0.1.0", now: new Date("2026-03-01T10:00:00Z") };

/** A small schema with everything that makes copying hard: circles, self references, generated columns, triggers, seeds. */
const first: Migrations = {
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
        "CREATE TABLE trail (n bigint)",
        `CREATE FUNCTION leave_trail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO trail VALUES (NEW.id); RETURN NEW; END $$`,
        "CREATE TRIGGER trail AFTER INSERT ON letter FOR EACH ROW EXECUTE FUNCTION leave_trail()",
      ]) {
        await sql.raw(statement).execute(db);
      }
    },
  },
};
const second: Migrations = {
  ...first,
  "0002-more": {
    up: async (db) => void (await sql`ALTER TABLE letter ADD COLUMN mood text NOT NULL DEFAULT 'calm'`.execute(db)),
  },
};
const refusing = { migrations: first, ifNotEmpty: "refuse" } as const;
const replacing = { migrations: first, ifNotEmpty: "replace" } as const;

async function newDesk(): Promise<Database> {
  const database = await emptyDatabase();
  await migrateToLatest(database, first);
  return database;
}

/** A desk with rows that point at each other. */
async function usedDesk(): Promise<Database> {
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

const run = (database: Database, statement: string) => sql.raw(statement).execute(database.db);

/** Every row of every table, as the database prints it. */
async function everything(database: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of ["setting", '"Odd Name"', "letter", "trail", "empty_table"]) {
    const { rows } = await run(database, `SELECT t::text AS row FROM ${table} t ORDER BY 1`);
    all[table] = rows;
  }
  return all;
}

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
});

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
