import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schemaText, sql } from "../src/platform/storage/index.ts";
import { freshDatabase } from "./desk-database.ts";

const database = await freshDatabase();
const { rows } = await sql<{
  version: number;
}>`SELECT current_setting('server_version_num')::int / 10000 AS version`.execute(database.db);
/** Each major version words a few definitions its own way; the page is written with the one that Heard brings along. */
const isOurs = rows[0]?.version === 18;

test.runIf(isOurs)("test/golden/schema.sql shows the tables as the migrations make them (npm run schema)", async () => {
  const golden = readFileSync(new URL("./golden/schema.sql", import.meta.url), "utf8");
  expect(await schemaText(database.db)).toBe(golden);
});
