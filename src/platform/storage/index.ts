/**
 * Storage: the one door to PostgreSQL. Nothing outside this folder imports `kysely` or `pg`.
 *
 * - `openDatabase` gives queries (`db`), transactions (`inOneGo`) and word from other processes (`listen`);
 * - `startEmbedded` runs the PostgreSQL that Heard brings along, shared by all Heard processes of one data folder;
 * - `migrateToLatest` brings the tables to where the code is;
 * - `writeArchive`, `readArchive` and `copyAll` carry a whole desk to a file, from a file and to another database;
 * - `Tables` is the list of all tables: records merge theirs into tables.ts.
 *
 * It knows bytes, sockets and rows; it knows no customer.
 */
export {
  type ColumnType,
  type ExpressionBuilder,
  type Generated,
  type Insertable,
  type Kysely,
  type RawBuilder,
  type Selectable,
  type SqlBool,
  sql,
  type Transaction,
  type Updateable,
} from "kysely";
export type { Migration } from "kysely/migration";
export { copyAll } from "./archive/copy-all.ts";
export type { LoadOptions } from "./archive/load.ts";
export type { Manifest } from "./archive/manifest.ts";
export type { OnProgress, Progress } from "./archive/progress.ts";
export { type ReadOptions, readArchive } from "./archive/read-archive.ts";
export { type ExtraFile, type WriteOptions, writeArchive } from "./archive/write-archive.ts";
export type { Address } from "./connection.ts";
export { type Database, openDatabase } from "./database.ts";
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "./embedded/start-embedded.ts";
export type { Listener } from "./listening.ts";
export { type Migrated, type Migrations, migrateToLatest, migrationsIn } from "./migrating.ts";
export { schemaText } from "./schema-text.ts";
export type { Tables } from "./tables.ts";
export { mayPass } from "./unavailable.ts";
export { jsonb, storable } from "./values.ts";
