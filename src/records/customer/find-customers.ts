/**
 * Finds customers by name or address and forgives typing mistakes. The database's trigrams bring candidates; which of them
 * are near enough is decided by counting mistakes (nearness.ts), because trigrams take a swapped pair of letters for a stranger.
 */
import type { CustomerId } from "../../kit/index.ts";
import { type Kysely, type RawBuilder, sql, storable, type Tables } from "../../platform/storage/index.ts";
import { nearness } from "./nearness.ts";

type Db = Kysely<Tables>;

/** Looked at closely, of each kind of likeness. */
const CANDIDATES = 50;
/** Shorter words share their trigrams with half of all names. */
const CAN_BE_MISTYPED = /\p{L}{5}/u;

export interface FoundCustomer {
  readonly id: CustomerId;
  readonly name: string;
  /** The one known longest first. */
  readonly addresses: readonly string[];
}

/**
 * By name or address, best first; without words the newest. Customers who turned out to be someone else are left out.
 * @param mistakes forgiving them looks at many names, so it is for words that nothing else was found by.
 */
export async function findCustomers(
  db: Db,
  words: string,
  limit: number,
  mistakes: "forgiven" | "not-forgiven" = "forgiven",
): Promise<FoundCustomer[]> {
  const wanted = storable(words.trim()).slice(0, 200);
  if (wanted === "") return candidates(db, newest(limit));
  const containing = await candidates(db, containingWords(wanted));
  const isEnough = containing.length >= limit || mistakes === "not-forgiven" || !CAN_BE_MISTYPED.test(wanted);
  if (isEnough) return best(wanted, containing, limit);
  const alike = await candidates(db, sql`SELECT id FROM customers_alike(${wanted}, ${CANDIDATES})`);
  return best(wanted, [...containing, ...alike.filter(({ id }) => containing.every((each) => each.id !== id))], limit);
}

const newest = (limit: number) =>
  sql`SELECT id FROM customer WHERE merged_into_id IS NULL ORDER BY id DESC LIMIT ${limit}`;

function containingWords(wanted: string) {
  const escaped = wanted.replace(/[\\%_]/g, "\\$&");
  // Two letters have no trigram of their own, but they have one at the beginning.
  const pattern = [...wanted].length < 3 ? `${escaped}%` : `%${escaped}%`;
  return sql`
    (SELECT id FROM customer WHERE name ILIKE ${pattern} LIMIT ${CANDIDATES})
    UNION (SELECT customer_id FROM customer_address WHERE address::text ILIKE ${pattern} LIMIT ${CANDIDATES})`;
}

async function candidates(db: Db, ids: RawBuilder<unknown>): Promise<FoundCustomer[]> {
  const { rows } = await sql<FoundCustomer>`
    SELECT c.id, c.name,
      ARRAY(SELECT a.address::text FROM customer_address a WHERE a.customer_id = c.id ORDER BY a.created_at, a.address) AS addresses
    FROM (${ids}) near JOIN customer c ON c.id = near.id WHERE c.merged_into_id IS NULL ORDER BY c.id DESC
  `.execute(db);
  return rows;
}

/** What contains the words as typed counts even where they begin inside a word. */
function best(wanted: string, found: readonly FoundCustomer[], limit: number): FoundCustomer[] {
  const typed = wanted.toLowerCase();
  return found
    .map((customer) => {
      const texts = [customer.name, ...customer.addresses];
      const contains = texts.some((text) => text.toLowerCase().includes(typed));
      return { customer, near: Math.max(nearness(wanted, texts), contains ? 0.5 : 0) };
    })
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near || b.customer.id - a.customer.id)
    .slice(0, limit)
    .map(({ customer }) => customer);
}
