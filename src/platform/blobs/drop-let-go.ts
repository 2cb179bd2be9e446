/**
 * Bytes go when the last row that named them is gone. Each table that names bytes writes down the hashes that its rows let go of
 * (`blob_let_go`, by a trigger in the same transaction), so the work follows what was deleted, not what exists.
 */
import { type Kysely, sql, type Tables } from "../storage/index.ts";

type Db = Kysely<Tables>;

/**
 * Looks at a portion of what was let go of, in the caller's transaction; several may do so at once.
 * @returns how many lines are done with. Bytes that somebody is just about to name again keep theirs, for the next time.
 */
export async function dropLetGo(tx: Db, limit: number): Promise<number> {
  const let_go = await sql<{ id: number; hash: Buffer }>`
    SELECT id, hash FROM blob_let_go ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(tx);
  if (let_go.rows.length === 0) return 0;
  const hashes = let_go.rows.map((row) => row.hash);
  // Whoever is about to name them holds them (keepBlob).
  const held = await sql<{ hash: Buffer }>`
    SELECT hash FROM blob WHERE hash = ANY(${hashes}) ORDER BY hash FOR UPDATE SKIP LOCKED`.execute(tx);
  const ours = held.rows.map((row) => row.hash);
  // A question of its own, asked after the lock: it sees everybody who held them until then.
  const named = (await whoNamesBytes(tx)).map(
    ({ table, column }) =>
      sql`AND NOT EXISTS (SELECT FROM ${sql.table(table)} WHERE ${sql.ref(`${table}.${column}`)} = b.hash)`,
  );
  await sql`DELETE FROM blob b WHERE b.hash = ANY(${ours}) ${sql.join(named, sql` `)}`.execute(tx);
  const done = await sql`
    DELETE FROM blob_let_go l WHERE l.id = ANY(${let_go.rows.map((row) => row.id)}::bigint[])
      AND (l.hash = ANY(${ours}) OR NOT EXISTS (SELECT FROM blob b WHERE b.hash = l.hash))`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** The database knows: each such column is a foreign key. */
async function whoNamesBytes(tx: Db): Promise<Array<{ readonly table: string; readonly column: string }>> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT c.relname AS "table", a.attname AS "column" FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = 'blob'::regclass ORDER BY 1, 2`.execute(tx);
  return rows;
}
