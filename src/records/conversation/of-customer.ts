/** Conversations by whose they are: how many a customer has, and giving them to the customer who is the same person. */
import type { CustomerId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import type { WhoLooks } from "./views.ts";

type Db = Kysely<Tables>;

/** All conversations of a customer, and the messages they wrote in them, become another's. */
export async function giveConversationsTo(db: Db, from: CustomerId, to: CustomerId): Promise<void> {
  await sql`
    UPDATE message m SET customer_id = ${to} FROM conversation c
    WHERE c.customer_id = ${from} AND m.conversation_id = c.id AND m.customer_id = ${from}
  `.execute(db);
  await db.updateTable("conversation").set({ customer_id: to }).where("customer_id", "=", from).execute();
}

/** How many conversations each customer has that this person may see. Customers without one are left out. */
export async function countOfCustomers(
  db: Db,
  who: WhoLooks,
  customers: readonly CustomerId[],
): Promise<Map<CustomerId, number>> {
  const { rows } = await sql<{ customer_id: CustomerId; n: number }>`
    SELECT customer_id, count(*)::int AS n FROM conversation
    WHERE customer_id = ANY(${[...customers]}::bigint[]) AND merged_into_id IS NULL AND mailbox_ids && ${[...who.mailboxes]}::bigint[]
    GROUP BY customer_id
  `.execute(db);
  return new Map(rows.map((row) => [row.customer_id, row.n]));
}
