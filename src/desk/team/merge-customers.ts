/** Two customers are the same person: addresses, conversations and what is known of the other one go to the first. */
import { type CustomerId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { giveConversationsTo } from "../../records/conversation/index.ts";
import { mergeCustomers as joinCustomers } from "../../records/customer/index.ts";
import { lockKnown } from "../shared/lock-known.ts";

/** Refusals: same, customer-not-found, sample-mix. */
export async function mergeCustomers(
  desk: Desk,
  by: SignedIn,
  id: CustomerId,
  otherId: CustomerId,
): Promise<Refusal | undefined> {
  if (id === otherId) return refuse("same", "A customer cannot be merged with themselves.", "Choose another one.");
  const merged = await desk.database.inOneGo(async (tx) => {
    const locked = await lockKnown(tx, by, [id, otherId]);
    const [customer, other] = [locked.get(id), locked.get(otherId)];
    if (!customer || !other)
      return refuse("customer-not-found", "One of the two is not here.", "They may have been merged already.");
    if (customer.is_sample !== other.is_sample)
      return refuse("sample-mix", "A sample customer and a real one cannot be merged.", "Choose another one.");
    await giveConversationsTo(tx, otherId, id);
    await joinCustomers(tx, id, otherId);
    await note(tx, {
      at: desk.now(),
      kind: "customer.merged",
      personId: by.id,
      data: { customerId: id, from: otherId },
    });
    return undefined;
  });
  if (merged === undefined) desk.poke("refresh-search");
  return merged;
}
