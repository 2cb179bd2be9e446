/** What every change of a customer begins with: are they there, may this person know of them, and nobody else changes them meanwhile. */
import type { CustomerId } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { knownCustomers } from "../../records/conversation/index.ts";
import { type Customer, lockCustomers } from "../../records/customer/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";

/** Those who are not there, and those who turned out to be someone else, are missing. */
export async function lockKnown(
  tx: Kysely<Tables>,
  by: SignedIn,
  ids: readonly CustomerId[],
): Promise<Map<CustomerId, Customer>> {
  const locked = await lockCustomers(tx, ids);
  const known = await knownCustomers(tx, { person: by.id, mailboxes: await visibleMailboxIds(tx, by.id) }, ids);
  return new Map([...locked].filter(([id, customer]) => known.has(id) && customer.merged_into_id === null));
}
