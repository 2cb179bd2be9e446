/** A customer also writes from another address; its next mail belongs to them. */
import { type CustomerId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { isSendableAddress } from "../../platform/mail/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { addAddress, lockCustomers } from "../../records/customer/index.ts";

/** Refusals: bad-address, customer-not-found, address-taken. */
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
    const customer = (await lockCustomers(tx, [id])).get(id);
    if (!customer || customer.merged_into_id !== null)
      return refuse("customer-not-found", "This customer is not here.", "They may have been merged with another one.");
    if (!(await addAddress(tx, id, wanted, desk.now())))
      return refuse(
        "address-taken",
        `${wanted} belongs to another customer.`,
        "If they are the same person, merge the two.",
      );
    await note(tx, { at: desk.now(), kind: "customer.address-added", personId: by.id, data: { customerId: id } });
    return undefined;
  });
}
