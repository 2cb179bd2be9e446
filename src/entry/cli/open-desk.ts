/** Opens what a command stands on: the database of the settings, and on top of it the desk. Starts no listener and no sweep. */
import { isRefusal, type Refusal } from "../../kit/index.ts";
import type { Settings } from "../../platform/config/index.ts";
import { type Desk, openKeys } from "../../platform/desk/index.ts";
import { pokeEverywhere } from "../../platform/jobs/index.ts";
import { type Database, migrateToLatest, openDatabase, sql, startEmbedded } from "../../platform/storage/index.ts";
import { migrations } from "../../records/migrations/index.ts";
import { type Surroundings, tell } from "./command.ts";

export interface OpenStorage {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** The name by which a command's connections are told from a running desk's. */
const APPLICATION_NAME = "heard (command line)";

/** The database at an address, or Heard's own in the home folder; it is started if it does not run, and stopped by the last. */
export async function openStorage(
  at: { readonly url: string } | { readonly home: string },
  around: Pick<Surroundings, "err">,
): Promise<OpenStorage> {
  if ("url" in at) {
    const database = openDatabase({ url: named(at.url) });
    return { database, close: database.close };
  }
  const server = await startEmbedded({ home: at.home, log: (sentence) => tell(around, sentence) });
  const database = openDatabase({ url: named(server.url) });
  return {
    database,
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

function named(url: string): string {
  const [before = "", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  parameters.set("application_name", APPLICATION_NAME);
  return `${before}?${parameters.toString()}`;
}

/** Where the settings say the data is. */
export const placeOf = ({ DATABASE_URL, HEARD_HOME }: Settings): { url: string } | { home: string } =>
  DATABASE_URL === undefined ? { home: HEARD_HOME } : { url: DATABASE_URL };

/**
 * Opens the desk, does the work, and closes it whatever happens. The tables are brought up to date first, as `heard start`
 * would. @returns what the work returns, or the refusal of a database that is newer than this code.
 */
export async function withDesk<T>(
  settings: Settings,
  around: Surroundings,
  work: (desk: Desk) => Promise<T>,
): Promise<T | Refusal> {
  const { database, close } = await openStorage(placeOf(settings), around);
  try {
    const migrated = await migrateToLatest(database, migrations);
    if (isRefusal(migrated)) return migrated;
    const pokes: Promise<void>[] = [];
    const desk: Desk = {
      database,
      settings,
      now: around.now,
      random: around.random,
      keys: await openKeys(database.db, settings, around.now, around.random),
      poke: (sweep) => void pokes.push(pokeEverywhere(database, sweep)),
      report: (where, bug) => tell(around, `${where}: ${bug instanceof Error ? bug.stack : String(bug)}`),
    };
    const done = await work(desk);
    await Promise.all(pokes);
    return done;
  } finally {
    await close();
  }
}

/** Whether a desk is running on this database now. Its connections carry another name than a command's. */
export async function isDeskRunning({ db }: Database): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'heard' LIMIT 1
  `.execute(db);
  return rows.length > 0;
}
