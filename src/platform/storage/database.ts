/**
 * One open database: queries, transactions, and word from other processes.
 *
 * It does not start a server (embedded/), does not know any table (tables.ts) and never decides what a failure means
 * to the desk: what comes out is `Unavailable` when the database cannot be used now, and anything else is a bug.
 */
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { type Address, connectionSettings, namedPool, urlOf } from "./connection.ts";
import { type Listener, openListening } from "./listening.ts";
import type { Tables } from "./tables.ts";
import { isWorthAnotherTry } from "./unavailable.ts";

export interface Database {
  /** Typed queries, each on a connection of its own. */
  readonly db: Kysely<Tables>;
  /**
   * All or nothing. Runs again from the start (five times at most) when the database gave the work up for another one, so
   * `work` must do nothing outside the database.
   */
  readonly inOneGo: <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>;
  /** Hears what others `NOTIFY` on a channel, until the returned function is called. */
  readonly listen: (channel: string, listener: Listener) => Promise<() => Promise<void>>;
  /** For programs and connections of their own: `postgresql://…`. It may hold a password: never print it. */
  readonly connectionUrl: string;
  /** Waits for running queries and lets go of all connections. */
  readonly close: () => Promise<void>;
}

const MOST_TRIES = 5;
const CONNECTIONS = 10;

/** Opens a database. Nothing is connected before the first query; a missing server shows up there as `Unavailable`. */
export function openDatabase(address: Address): Database {
  const connectionUrl = urlOf(address);
  const pool = new pg.Pool({ ...connectionSettings(connectionUrl), max: CONNECTIONS, idleTimeoutMillis: 30_000 });
  // A connection that breaks while nothing runs on it, idle or between two statements of a transaction, shows up at its next
  // use. Without these listeners Node would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: namedPool(pool) }) });
  const listening = openListening(connectionUrl);

  async function inOneGo<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (tried === MOST_TRIES || !isWorthAnotherTry(error)) throw error;
        await pause(5 * 2 ** tried * Math.random());
      }
    }
  }

  return {
    db,
    inOneGo,
    listen: listening.listen,
    connectionUrl,
    close: async () => {
      await listening.close();
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
