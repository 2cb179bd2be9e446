/**
 * What there is to carry in a database, asked from the database itself. Knows no table by name.
 *
 * Only the connection's own schema counts, and nothing that belongs to an extension.
 */
import type pg from "pg";
import type { SequenceState } from "./manifest.ts";

export interface Table {
  readonly name: string;
  /** Without generated columns: the target computes those itself. */
  readonly columns: readonly string[];
  readonly isPartitioned: boolean;
}

const NOT_OF_AN_EXTENSION = (classOid: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${classOid}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/** Kysely's own two tables: the list of migrations travels in the manifest. */
const BOOKKEEPING = "('kysely_migration', 'kysely_migration_lock')";

/** All tables, by name. A partition is not a table of its own. */
export async function tablesIn(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name, c.relkind = 'p' AS "isPartitioned", array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relpersistence = 'p' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND c.relname NOT IN ${BOOKKEEPING} AND ${NOT_OF_AN_EXTENSION("pg_class", "c.oid")}
    GROUP BY c.oid ORDER BY c.relname`);
  return rows;
}

/** Where each sequence stands. Sequences do not take part in snapshots: a state may be ahead of the rows, never behind. */
export async function sequencesIn(client: pg.ClientBase): Promise<readonly SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'S' AND ${NOT_OF_AN_EXTENSION("pg_class", "c.oid")}
    ORDER BY c.relname`);
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<SequenceState>(
      `SELECT $1::text AS name, last_value::text AS "lastValue", is_called AS "isCalled" FROM ${client.escapeIdentifier(name)}`,
      [name],
    );
    states.push(...state);
  }
  return states;
}

/** One statement that takes something away for the time of loading, and the one that puts it back as it was. */
export interface Aside {
  readonly remove: string;
  readonly putBack: string;
}

/**
 * Foreign keys, to be taken away while rows come in: then the order of the tables does not matter, circles and references
 * of a table to itself included, and each key is checked once at the end instead of row by row.
 */
export async function foreignKeysIn(client: pg.ClientBase): Promise<readonly Aside[]> {
  const { rows } = await client.query<Aside>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) AS remove,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS "putBack"
    FROM pg_constraint k
    WHERE k.connamespace = current_schema()::regnamespace AND k.contype = 'f' AND k.conparentid = 0
    ORDER BY k.conrelid::regclass::text, k.conname`);
  return rows;
}

/** Indexes that no constraint rests on, to be made anew after the rows: several times faster than growing them row by row. */
export async function indexesIn(client: pg.ClientBase): Promise<readonly Aside[]> {
  const { rows } = await client.query<Aside>(`
    SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS remove, pg_get_indexdef(i.indexrelid) AS "putBack"
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND ${NOT_OF_AN_EXTENSION("pg_class", "c.oid")}
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f')
    ORDER BY i.indexrelid::regclass::text`);
  return rows;
}

/** Our own triggers, to be silent while rows come in: what they would have written is among the rows already. */
export async function triggersIn(client: pg.ClientBase): Promise<readonly Aside[]> {
  const { rows } = await client.query<Aside>(`
    SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname) AS remove,
           format('ALTER TABLE %s ENABLE %s TRIGGER %I', t.tgrelid::regclass,
                  CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, t.tgname) AS "putBack"
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled <> 'D'
    ORDER BY t.tgrelid::regclass::text, t.tgname`);
  return rows;
}

/** The first table with a row in it, or undefined when nothing would be lost. */
export async function firstTableInUse(client: pg.ClientBase): Promise<string | undefined> {
  for (const { name } of await tablesIn(client)) {
    const { rows } = await client.query(`SELECT FROM ${client.escapeIdentifier(name)} LIMIT 1`);
    if (rows.length > 0) return name;
  }
  return undefined;
}

/** Takes away all that the migrations made, and Kysely's list of them. Extensions stay. */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  // One at a time: dropping one thing takes others with it.
  for (;;) {
    const { rows } = await client.query<{ drop: string }>(`
      SELECT format('DROP %s %s CASCADE', upper(o.type), o.identity) AS drop
      FROM pg_depend n, pg_identify_object(n.classid, n.objid, 0) o
      WHERE n.refclassid = 'pg_namespace'::regclass AND n.refobjid = current_schema()::regnamespace AND n.deptype = 'n'
        AND n.classid NOT IN ('pg_extension'::regclass, 'pg_default_acl'::regclass)
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = n.classid AND d.objid = n.objid AND d.deptype IN ('e', 'i', 'a'))
      ORDER BY o.type = 'table' DESC, o.identity LIMIT 1`);
    const next = rows[0];
    if (next === undefined) return;
    await client.query(next.drop);
  }
}
