/**
 * Bytes kept once under their SHA-256: raw mails, attachments, frozen outbound mail. They live in PostgreSQL, so that
 * "stored" means the same thing for words and for bytes, and one snapshot holds both (docs/decisions/0004).
 */
import { createHash } from "node:crypto";
import { type Generated, type Kysely, type RawBuilder, sql, type Tables } from "../storage/index.ts";

declare module "../storage/tables.ts" {
  interface Tables {
    blob: { hash: Buffer; size: number; bytes: Buffer };
    blob_let_go: { id: Generated<number>; hash: Buffer };
  }
}

/**
 * Stores bytes unless they are there already, and keeps them there until the transaction ends: nobody sweeps them away before
 * a row names them. @returns their hash.
 */
export async function keepBlob(db: Kysely<Tables>, bytes: Uint8Array): Promise<Buffer> {
  const hash = hashOf(bytes);
  const buffer = bufferOf(bytes);
  for (;;) {
    const stored = await sql`INSERT INTO blob (hash, size, bytes) VALUES (${hash}, ${buffer.length}, ${buffer})
      ON CONFLICT DO NOTHING`.execute(db);
    if (stored.numAffectedRows === 1n) return hash;
    const there = await sql`SELECT FROM blob WHERE hash = ${hash} FOR KEY SHARE`.execute(db);
    if (there.rows.length === 1) return hash;
  }
}

/**
 * The same as the beginning of a larger statement: `WITH ${insert} INSERT …`. For bytes that nobody else keeps at this moment,
 * such as a whole mail: whoever does, waits until the transaction ends.
 */
export function keptWith(bytes: Uint8Array): { readonly hash: Buffer; readonly insert: RawBuilder<unknown> } {
  const hash = hashOf(bytes);
  const insert = sql`kept AS (INSERT INTO blob (hash, size, bytes) VALUES (${hash}, ${bytes.length}, ${bufferOf(bytes)})
    ON CONFLICT (hash) DO UPDATE SET size = excluded.size WHERE false)`;
  return { hash, insert };
}

const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @throws when the bytes are not there: a row that names a hash guarantees them. */
export async function readBlob(db: Kysely<Tables>, hash: Buffer): Promise<Buffer> {
  const row = await db.selectFrom("blob").select("bytes").where("hash", "=", hash).executeTakeFirstOrThrow();
  return row.bytes;
}
