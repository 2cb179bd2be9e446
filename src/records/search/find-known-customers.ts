/** Customers by name or address, of whom this person may know. */
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { knownCustomers, type WhoLooks } from "../conversation/index.ts";
import { type FoundCustomer, findCustomers } from "../customer/index.ts";

/** So many times the wanted number is looked at, because some of those found may not be known to whoever asks. */
const LOOKED_AT = 3;

/** As `findCustomers`; best first. */
export async function findKnownCustomers(
  db: Kysely<Tables>,
  who: WhoLooks,
  words: string,
  limit: number,
  mistakes: "forgiven" | "not-forgiven" = "forgiven",
): Promise<FoundCustomer[]> {
  const near = await findCustomers(db, words, limit * LOOKED_AT, mistakes);
  const known = await knownCustomers(
    db,
    who,
    near.map(({ id }) => id),
  );
  return near.filter(({ id }) => known.has(id)).slice(0, limit);
}
