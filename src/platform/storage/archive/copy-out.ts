/** Takes a table's rows out of a database as COPY text, as a stream. */
import type { Readable } from "node:stream";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Table } from "./catalog.ts";

export interface RowsOut {
  readonly rows: Readable;
  /** How many rows went out; ask after the stream has ended. */
  readonly count: () => Promise<number>;
}

/** @param client in the transaction whose snapshot counts. */
export function copyOut(client: pg.Client, { name, columns, isPartitioned }: Table): RowsOut {
  const table = client.escapeIdentifier(name);
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  // Before PostgreSQL 18 a partitioned table cannot be copied by its name.
  const what = isPartitioned ? `(SELECT ${list} FROM ${table})` : `${table} (${list})`;
  const stream = client.query(copyTo(`COPY ${what} TO STDOUT`));
  return {
    rows: stream,
    count: async () => {
      // The number comes after the last row; the next answer on this connection comes after the number.
      await client.query("SELECT");
      return stream.rowCount;
    },
  };
}
