/**
 * Where the database is and how values come back from it. Opens nothing by itself.
 *
 * int8 comes back as number (and is an error beyond 2^53), timestamptz as Date, date and numeric as string,
 * json and jsonb parsed. Nothing is set globally: another use of node-postgres in this process keeps its own rules.
 */

import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { isOutdatedPlan, preparedName } from "./prepared.ts";
import { asUnavailable } from "./unavailable.ts";

/** A database by its URL, or Heard's own by the folder of its socket. */
export type Address =
  | { readonly url: string }
  | { readonly socketDir: string; readonly port?: number; readonly database?: string; readonly user?: string };

/** The address as one `postgresql://` URL that libpq and node-postgres both understand. */
export function urlOf(address: Address): string {
  if ("url" in address) return address.url;
  const { socketDir, port = 5432, database = "heard", user = "heard" } = address;
  const query = new URLSearchParams({ host: socketDir, port: String(port), user });
  return `postgresql:///${encodeURIComponent(database)}?${query.toString()}`;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`The database returned ${text}, which a number cannot hold exactly.`);
  return value;
}

const INT8 = 20;
/** int8[]; node-postgres knows it but does not name it. */
const INT8_ARRAY = 1016 as number as typeof pg.types.builtins.INT8;
const DATE = 1082;
const nested = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(nested) : typeof value === "string" ? wholeNumber(value) : value;

/** The type parsers of every connection Heard opens. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format === "binary") return pg.types.getTypeParser(oid, format);
    if (oid === INT8) return wholeNumber;
    if (oid === INT8_ARRAY) return (text: string) => nested(pg.types.getTypeParser(INT8_ARRAY)(text));
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

/** Settings for one connection (`pg.Client`) or many (`pg.Pool`). */
export function connectionSettings(url: string): pg.ClientConfig {
  return { connectionString: url, types, keepAlive: true, connectionTimeoutMillis: 10_000, application_name: "heard" };
}

/**
 * The pool as Kysely sees it, with each failure named: what comes out is `Unavailable` or a bug.
 * Connecting and querying are the only calls of Kysely's that can fail for a reason outside.
 */
export function namedPool(pool: pg.Pool): PostgresPool {
  return {
    connect: () => named(async () => namedClient(await pool.connect())),
    end: () => pool.end(),
    options: pool.options,
  };
}

/** One connection in Kysely's eyes. Whoever opened the client also closes it. */
export function namedClient(client: pg.ClientBase & { release?: pg.PoolClient["release"] }): PostgresPoolClient {
  let isOutdated = false;
  function query<R>(text: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, parameters?: ReadonlyArray<unknown>): unknown {
    if (typeof text !== "string") return client.query(text as never);
    return named(async () => {
      try {
        const name = preparedName(text);
        const values = parameters as unknown[];
        return await client.query(name === undefined ? { text, values } : { name, text, values });
      } catch (error) {
        isOutdated ||= isOutdatedPlan(error);
        throw error;
      }
    });
  }
  return { query, release: (destroy) => client.release?.(isOutdated || destroy) };
}

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asUnavailable(error);
  }
}
