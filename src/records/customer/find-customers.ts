/**
 * Finds customers by name or address and forgives typing mistakes. The database's trigrams bring candidates; which of them
 * are near enough is decided by counting mistakes (nearness.ts), because trigrams take a swapped pair of letters for a stranger.
 */
import type { CustomerId } from "../../kit/index.ts";
import { type Kysely, sql, storable, type Tables } from "../../platform/storage/index.ts";
import { nearness } from "./nearness.ts";

type Db = Kysely<Tables>;

/** "Jonhson" and "Johnson" share a third of their trigrams. */
const ALIKE = "0.33";
/** Looked at closely, of each kind of likeness. */
const CANDIDATES = 200;

interface Candidate {
  readonly id: CustomerId;
  readonly name: string;
  readonly addresses: string[];
}

/** By name or address, best first; without words the newest. Customers who turned out to be someone else are left out. */
export async function findCustomers(db: Db, words: string, limit: number): Promise<CustomerId[]> {
  const wanted = storable(words.trim()).slice(0, 200);
  if (wanted === "") return newest(db, limit);
  const containing = await candidates(db, containingWords(wanted));
  if (containing.length >= limit) return best(wanted, containing, limit);
  const alike = await candidates(db, await alikeIds(db, wanted));
  return best(wanted, [...containing, ...alike.filter(({ id }) => containing.every((each) => each.id !== id))], limit);
}

async function newest(db: Db, limit: number): Promise<CustomerId[]> {
  const query = db.selectFrom("customer").select("id").where("merged_into_id", "is", null);
  return (await query.orderBy("id", "desc").limit(limit).execute()).map((row) => row.id);
}

function containingWords(wanted: string) {
  const escaped = wanted.replace(/[\\%_]/g, "\\$&");
  // Two letters have no trigram of their own, but they have one at the beginning.
  const pattern = [...wanted].length < 3 ? `${escaped}%` : `%${escaped}%`;
  return sql`
    (SELECT id FROM customer WHERE name ILIKE ${pattern} ORDER BY id DESC LIMIT ${CANDIDATES})
    UNION (SELECT customer_id FROM customer_address WHERE address::text ILIKE ${pattern} LIMIT ${CANDIDATES})`;
}

async function alikeIds(db: Db, wanted: string) {
  const look = async (tx: Db) => {
    await sql`SELECT set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true)`.execute(tx);
    const { rows } = await sql<{ id: CustomerId }>`
      (SELECT id FROM customer WHERE ${wanted} <% name ORDER BY word_similarity(${wanted}, name) DESC LIMIT ${CANDIDATES})
      UNION (SELECT customer_id FROM customer_address WHERE ${wanted} <% address::text
        ORDER BY word_similarity(${wanted}, address::text) DESC LIMIT ${CANDIDATES})
    `.execute(tx);
    return sql`SELECT unnest(${rows.map((row) => row.id)}::bigint[]) AS id`;
  };
  return db.isTransaction ? look(db) : db.transaction().setAccessMode("read only").execute(look);
}

async function candidates(db: Db, ids: ReturnType<typeof containingWords>): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    SELECT c.id, c.name, ARRAY(SELECT a.address::text FROM customer_address a WHERE a.customer_id = c.id) AS addresses
    FROM (${ids}) near JOIN customer c ON c.id = near.id WHERE c.merged_into_id IS NULL
  `.execute(db);
  return rows;
}

/** What contains the words as typed counts even where they begin inside a word. */
function best(wanted: string, found: readonly Candidate[], limit: number): CustomerId[] {
  const typed = wanted.toLowerCase();
  return found
    .map(({ id, name, addresses }) => {
      const contains = [name, ...addresses].some((text) => text.toLowerCase().includes(typed));
      return { id, near: Math.max(nearness(wanted, [name, ...addresses]), contains ? 0.5 : 0) };
    })
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near || b.id - a.id)
    .slice(0, limit)
    .map(({ id }) => id);
}
