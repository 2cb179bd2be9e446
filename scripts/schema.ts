/** Writes test/golden/schema.sql, all tables on one page, from a fresh database with every migration. `npm run schema`. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { isRefusal } from "../src/kit/index.ts";
import { migrateToLatest, openDatabase, schemaText, startEmbedded } from "../src/platform/storage/index.ts";
import { migrations } from "../src/records/migrations/index.ts";

const home = await mkdtemp("/tmp/heard-schema-");
const server = await startEmbedded({ home, log: () => {}, durability: "never" });
const database = openDatabase({ url: server.url });
try {
  const migrated = await migrateToLatest(database, migrations);
  if (isRefusal(migrated)) throw new Error(migrated.sentence);
  await writeFile(new URL("../test/golden/schema.sql", import.meta.url), await schemaText(database.db));
} finally {
  await database.close();
  await server.stop();
  await rm(home, { recursive: true, force: true });
}
