/**
 * `heard move`: everything from one database into another, straight through, from one moment of the old one. The old one is
 * only read.
 */
import { type Refusal, refuse } from "../../../kit/index.ts";
import type { Database } from "../database.ts";
import { migrationsIn } from "../migrating.ts";
import { sequencesIn, tablesIn } from "./catalog.ts";
import { copyOut, type RowsOut } from "./copy-out.ts";
import { type LoadOptions, load } from "./load.ts";
import { type OnProgress, silently } from "./progress.ts";
import { inOneSnapshot, onOneConnection } from "./session.ts";

/** "move" in ASCII. An advisory lock belongs to one database: whoever meets it again is in the same one. */
const LOCK = 0x6d6f7665;

/** Undefined when all is in the new database, on the newest tables; a refusal leaves that one as it was. */
export async function copyAll(
  from: Database,
  to: Database,
  options: LoadOptions,
  onProgress: OnProgress = silently,
): Promise<Refusal | undefined> {
  const migrations = await migrationsIn(from.db);
  if (migrations.length === 0)
    return refuse("nothing-to-move", "The old database holds no Heard data.", "Check its address.");
  return onOneConnection(from.connectionUrl, async (reading) => {
    await reading.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return inOneSnapshot(reading, async () => {
      const tables = await tablesIn(reading);
      const sequences = await sequencesIn(reading);
      let current: RowsOut | undefined;
      const source = {
        migrations,
        sequences,
        tables,
        rowsOf: (name: string) => {
          const table = tables.find((each) => each.name === name);
          if (table === undefined) throw new Error(`There is no table ${name}.`);
          current = copyOut(reading, table);
          return current.rows;
        },
        countOf: async () => (await current?.count()) ?? 0,
      };
      return onOneConnection(to.connectionUrl, async (writing) => {
        const { rows } = await writing.query<{ free: boolean }>("SELECT pg_try_advisory_lock($1) AS free", [LOCK]);
        if (rows[0]?.free === true) return load(writing, source, options, onProgress);
        return refuse(
          "same-database",
          "The old and the new database are the same one.",
          "Name another one to move to.",
        );
      });
    });
  });
}
