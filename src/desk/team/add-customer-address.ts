/** A customer also writes from another address; its next mail belongs to them. */
import { type CustomerId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { isSendableAddress } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { knownCustomers } from "../../records/conversation/index.ts";
import { addAddress, customerAt } from "../../records/customer/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { lockKnown } from "../shared/lock-known.ts";

const CANNOT_BE_ADDED = refuse(
  "address-not-free",
  "This address cannot be added here.",
  "Ask an admin of this desk to look at it.",
);

/** Refusals: bad-address, customer-not-found, address-taken, address-not-free. */
export async function addCustomerAddress(
  desk: Desk,
  by: SignedIn,
  id: CustomerId,
  address: string,
): Promise<Refusal | undefined> {
  const wanted = address.trim().toLowerCase();
  if (!isSendableAddress(wanted))
    return refuse("bad-address", `“${address}” is not an address that mail can go to.`, "Correct it and try again.");
  return desk.database.inOneGo(async (tx) => {
    if (!(await lockKnown(tx, by, [id])).has(id))
      return refuse("customer-not-found", "This customer is not here.", "They may have been merged with another one.");
    if (!(await addAddress(tx, id, wanted, desk.now()))) {
      // That it is somebody's is not said to people who may not know of them.
      if (!(await mayKnowOwner(tx, by, wanted))) return CANNOT_BE_ADDED;
      return refuse(
        "address-taken",
        `${wanted} belongs to another customer.`,
        "If they are the same person, merge the two.",
      );
    }
    await note(tx, { at: desk.now(), kind: "customer.address-added", personId: by.id, data: { customerId: id } });
    return undefined;
  });
}

async function mayKnowOwner(tx: Kysely<Tables>, by: SignedIn, address: string): Promise<boolean> {
  const owner = await customerAt(tx, address);
  if (owner === undefined) return false;
  const who = { person: by.id, mailboxes: await visibleMailboxIds(tx, by.id) };
  return (await knownCustomers(tx, who, [owner])).has(owner);
}
