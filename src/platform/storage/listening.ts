/**
 * Word from other processes by PostgreSQL's LISTEN and NOTIFY, over one connection for all channels.
 *
 * A notification is only a poke: it is lost while the connection is down, so after each break every listener is told that
 * it may have missed something and looks at the tables itself. Nothing is stored here.
 */
import pg from "pg";
import { connectionSettings } from "./connection.ts";
import { asUnavailable } from "./unavailable.ts";

export interface Listener {
  /** What was sent with NOTIFY; empty when nothing was. Must not throw. */
  readonly heard: (payload: string) => void;
  /** The connection was gone for a while and is back: look for yourself. Must not throw. */
  readonly mayHaveMissed: () => void;
}

interface Listening {
  readonly listen: (channel: string, listener: Listener) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}

const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
/** A quiet connection is asked this often whether it is still there: firewalls drop silent ones without a word. */
const HEARTBEAT_MS = 45_000;

/** Connects at the first `listen`; that first time a missing database is an error, later it is waited for. */
export function openListening(url: string): Listening {
  const listeners = new Map<string, Set<Listener>>();
  let client: pg.Client | undefined;
  let connecting: Promise<pg.Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client(connectionSettings(url));
    fresh.on("notification", ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener.heard(payload ?? "");
    });
    fresh.on("error", () => lost(fresh));
    fresh.on("end", () => lost(fresh));
    try {
      await fresh.connect();
      for (const channel of listeners.keys()) await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await fresh.end().catch(() => {});
      throw asUnavailable(error);
    }
    if (closed) await fresh.end();
    client = fresh;
    clearInterval(heartbeat);
    heartbeat = setInterval(() => void fresh.query("SELECT 1").catch(() => lost(fresh)), HEARTBEAT_MS);
    heartbeat.unref();
    return fresh;
  }

  /** The one connection, opened once however many ask at the same time. */
  function connected(): Promise<pg.Client> {
    if (client !== undefined) return Promise.resolve(client);
    connecting ??= connect().finally(() => {
      connecting = undefined;
    });
    return connecting;
  }

  function lost(which: pg.Client): void {
    if (client !== which || closed) return;
    client = undefined;
    clearInterval(heartbeat);
    void which.end().catch(() => {});
    comeBack(SHORTEST_WAIT_MS);
  }

  function comeBack(wait: number): void {
    clearTimeout(retry);
    retry = setTimeout(() => {
      connected().then(
        () => {
          for (const each of [...listeners.values()].flatMap((set) => [...set])) each.mayHaveMissed();
        },
        () => {
          if (!closed) comeBack(Math.min(wait * 2, LONGEST_WAIT_MS));
        },
      );
    }, wait);
  }

  return {
    listen: async (channel, listener) => {
      const known = listeners.get(channel);
      const set = known ?? new Set();
      set.add(listener);
      listeners.set(channel, set);
      try {
        const current = await connected();
        await current.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      } catch (error) {
        set.delete(listener);
        throw asUnavailable(error);
      }
      return async () => {
        set.delete(listener);
        if (set.size > 0) return;
        listeners.delete(channel);
        // A connection that just broke listens to nothing anyway.
        await client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => {});
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(heartbeat);
      await connecting?.catch(() => {});
      await client?.end().catch(() => {});
    },
  };
}
