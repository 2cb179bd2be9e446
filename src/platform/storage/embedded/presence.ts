/**
 * One Heard process among those that share a server.
 *
 * Presence is a connection that holds a shared advisory lock. It needs no file and no process number: when a process is
 * killed, the system closes its connection and the lock is gone with it. Who leaves and can take the same lock alone was
 * the last one, and stops the server; who comes in that very moment is cut off by the stop and starts the next server.
 */
import pg from "pg";
import { connectionSettings } from "../connection.ts";

/** "heard" in ASCII. Advisory locks belong to one database; this one is taken in `postgres`, where nothing else lives. */
const LOCK = 0x6865617264;

export interface Presence {
  /** Steps out. True for the last one, who must stop the server and then call `end`. */
  readonly leave: () => Promise<boolean>;
  readonly end: () => Promise<void>;
  /** Settles when the connection breaks without having been ended: the server stopped or died. */
  readonly broken: Promise<void>;
}

/** Connects and says "I am here". Throws what node-postgres throws. */
export async function beThere(url: string, databaseToMake: string): Promise<Presence> {
  const client = new pg.Client({ ...connectionSettings(url), application_name: "heard (presence)" });
  let ending = false;
  const broken = new Promise<void>((resolve) => {
    const over = () => {
      if (!ending) resolve();
    };
    client.on("error", over);
    client.on("end", over);
  });
  const end = async () => {
    ending = true;
    await client.end().catch(() => {});
  };
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock_shared($1)", [LOCK]);
    await makeDatabase(client, databaseToMake);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    leave: async () => {
      await client.query("SELECT pg_advisory_unlock_shared($1)", [LOCK]);
      const { rows } = await client.query<{ alone: boolean }>("SELECT pg_try_advisory_lock($1) AS alone", [LOCK]);
      return rows[0]?.alone === true;
    },
    end,
    broken,
  };
}

const DUPLICATE_DATABASE = "42P04";
const UNIQUE_VIOLATION = "23505"; // two processes in the same instant

async function makeDatabase(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (rows.length > 0) return;
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: { code?: string }) => {
    if (error.code !== DUPLICATE_DATABASE && error.code !== UNIQUE_VIOLATION) throw error;
  });
}
