/** Conversations by whose they are: how many a customer has, who may know of them and of their organisation, and giving them to who is the same person. */
import type { CustomerId, OrganisationId } from "../../kit/index.ts";
import { type Kysely, type RawBuilder, sql, type Tables } from "../../platform/storage/index.ts";
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

/**
 * Those of whom this person may know: who wrote to a mailbox that they see, in a conversation of their own or of another's;
 * and those of whom no mail is here. A customer of a restricted mailbox only is not there for the others, not even by name.
 */
export async function knownCustomers(
  db: Db,
  who: WhoLooks,
  customers: readonly CustomerId[],
): Promise<ReadonlySet<CustomerId>> {
  if (customers.length === 0) return new Set();
  const { rows } = await sql<{ id: CustomerId }>`
    SELECT given.id FROM unnest(${[...customers]}::bigint[]) AS given(id) WHERE ${isKnown(sql.ref("given.id"), who)}
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/**
 * The organisations that are there for this person: one of whose people wrote to a mailbox that they see, and those of whose people
 * nobody is hidden from them. That somebody here wrote to one of its people opens nothing: anybody can write to any address.
 */
export async function knownOrganisations(
  db: Db,
  who: WhoLooks,
  organisations: readonly OrganisationId[],
): Promise<ReadonlySet<OrganisationId>> {
  if (organisations.length === 0) return new Set();
  const { rows } = await sql<{ id: OrganisationId }>`
    SELECT given.id FROM unnest(${[...new Set(organisations)]}::bigint[]) AS given(id) WHERE
      EXISTS (
        SELECT 1 FROM customer p JOIN message m ON m.customer_id = p.id JOIN conversation c ON c.id = m.conversation_id
        WHERE p.organisation_id = given.id AND p.merged_into_id IS NULL AND m.kind = 'inbound' AND ${isSeenBy(who)}
      ) OR NOT EXISTS (
        SELECT 1 FROM customer p
        WHERE p.organisation_id = given.id AND p.merged_into_id IS NULL AND NOT (${isKnown(sql.ref("p.id"), who)})
      )
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}

const isSeenBy = ({ mailboxes }: WhoLooks) => sql`c.mailbox_ids && ${[...mailboxes]}::bigint[]`;

const isKnown = (customer: RawBuilder<unknown>, who: WhoLooks) => sql`
  EXISTS (SELECT 1 FROM conversation c WHERE c.customer_id = ${customer} AND ${isSeenBy(who)})
  OR EXISTS (SELECT 1 FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.customer_id = ${customer} AND ${isSeenBy(who)})
  OR NOT (EXISTS (SELECT 1 FROM conversation c WHERE c.customer_id = ${customer})
    OR EXISTS (SELECT 1 FROM message m WHERE m.customer_id = ${customer}))
`;

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
