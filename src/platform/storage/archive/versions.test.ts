import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { emptyDatabase } from "../../../../test/desk-database.ts";
import { otherPostgresql, startOtherPostgresql } from "../../../../test/other-postgresql.ts";
import { isRefusal } from "../../../kit/index.ts";
import { migrations } from "../../../records/migrations/index.ts";
import { type Database, migrateToLatest, openDatabase, sql } from "../index.ts";
import { copyAll } from "./copy-all.ts";
import { readArchive } from "./read-archive.ts";
import { writeArchive } from "./write-archive.ts";

const bin = otherPostgresql();

const missing = bin === undefined ? " (not run: no other PostgreSQL is installed)" : "";

describe.skipIf(bin === undefined)(`between two major versions of PostgreSQL${missing}`, async () => {
  if (bin === undefined) return;
  const other = await startOtherPostgresql(bin);
  const folder = mkdtempSync("/tmp/heard-versions-");
  const options = { migrations, ifNotEmpty: "refuse" } as const;
  const there = openDatabase({ url: other.url });
  afterAll(async () => {
    await there.close();
    await other.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  const content = async (database: Database) => {
    const { rows } = await sql`SELECT email, name, role, preferences, created_at FROM person ORDER BY id`.execute(
      database.db,
    );
    const blobs = await sql`SELECT hash, size, bytes FROM blob`.execute(database.db);
    return { people: rows, blobs: blobs.rows };
  };

  test("a desk goes there by a backup and comes back by a move, all of its tables with it", async () => {
    const home = await emptyDatabase();
    await migrateToLatest(home, migrations);
    await sql`INSERT INTO person (email, name, role, preferences, created_at)
              VALUES ('Zoë@example.org', 'Zoë 東京', 'admin', '{"a": [1, null]}', '2026-03-01T10:00:00.123456Z')`.execute(
      home.db,
    );
    await sql`INSERT INTO blob (hash, size, bytes) VALUES (${Buffer.alloc(32, 7)}, 256, ${bytes})`.execute(home.db);

    const file = join(folder, "desk.heard");
    const manifest = await writeArchive(home, file, { heardVersion: "0.1.0", now: new Date(0) });
    expect(isRefusal(manifest)).toBe(false);
    expect(await readArchive(file, there, options)).toEqual(manifest);
    expect(await content(there)).toEqual(await content(home));

    const back = await emptyDatabase();
    expect(await copyAll(there, back, options)).toBeUndefined();
    expect(await content(back)).toEqual(await content(home));
    expect((await content(back)).blobs).toEqual([{ hash: Buffer.alloc(32, 7), size: 256, bytes }]);
  });
});
