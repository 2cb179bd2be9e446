/** Reading and writing customers. An address belongs to one customer; a customer may have several. */
import type { CustomerId, OrganisationId } from "../../kit/index.ts";
import { type Kysely, type Selectable, sql, storable, type Tables } from "../../platform/storage/index.ts";
import { given, joined } from "./known-words.ts";
import { ownDomainOf } from "./public-mail.ts";
import type { CustomerTable } from "./tables.ts";

type Db = Kysely<Tables>;
export type Customer = Selectable<CustomerTable>;

export const findCustomer = (db: Db, id: CustomerId): Promise<Customer | undefined> =>
  db.selectFrom("customer").selectAll().where("id", "=", id).executeTakeFirst();

/** In the order asked for. */
export async function customersWithIds(db: Db, ids: readonly CustomerId[]): Promise<Customer[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("customer")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Follows "is the same person" to the customer who is really there. */
export async function livingCustomer(db: Db, id: CustomerId): Promise<Customer | undefined> {
  let customer = await findCustomer(db, id);
  for (let hops = 0; customer && customer.merged_into_id !== null && hops < 20; hops += 1)
    customer = await findCustomer(db, customer.merged_into_id);
  return customer?.merged_into_id === null ? customer : undefined;
}

/** Locks customers until the transaction ends, always in the same order, so that two merges follow each other. */
export async function lockCustomers(tx: Db, ids: readonly CustomerId[]): Promise<Map<CustomerId, Customer>> {
  const rows = await tx
    .selectFrom("customer")
    .selectAll()
    .where("id", "in", [...ids])
    .orderBy("id")
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function customerAt(db: Db, address: string): Promise<CustomerId | undefined> {
  const row = await db
    .selectFrom("customer_address")
    .select("customer_id")
    .where("address", "=", address)
    .executeTakeFirst();
  return row?.customer_id;
}

interface Writing {
  readonly address: string;
  readonly name: string;
  readonly isSample: boolean;
  /** When mail from this address was written that our server does not call forged: what bounced before it is over. */
  readonly heardAt?: Date | undefined;
}

/**
 * The customer who writes from this address, made if this is the first time. Safe when two mails arrive at once. Nobody merges them
 * into another customer until the transaction ends; of those who were merged meanwhile it is the one who is really there.
 */
export async function customerWritingFrom(db: Db, who: Writing, now: Date): Promise<CustomerId> {
  const known = await lockedAt(db, who.address);
  const name = storable(who.name).slice(0, 200);
  if (known) {
    if (known.bounced_at && who.heardAt && who.heardAt > known.bounced_at)
      await markBounced(db, who.address, null, now);
    if (name && known.name === "")
      await db.updateTable("customer").set({ name }).where("id", "=", known.id).where("name", "=", "").execute();
    return known.id;
  }
  const domain = who.isSample ? null : (ownDomainOf(who.address) ?? null);
  const made = await sql<{ id: CustomerId; taken: boolean }>`
    WITH made AS (
      INSERT INTO customer (name, is_sample, organisation_id, created_at)
      VALUES (${name}, ${who.isSample}, (SELECT id FROM organisation WHERE domain = ${domain}::citext), ${now}) RETURNING id
    ), written AS (
      INSERT INTO customer_address (address, customer_id, created_at) SELECT ${who.address}, id, ${now} FROM made
      ON CONFLICT (address) DO NOTHING RETURNING customer_id
    )
    SELECT id, NOT EXISTS (SELECT 1 FROM written) AS taken FROM made
  `.execute(db);
  const { id, taken } = made.rows[0] as { id: CustomerId; taken: boolean };
  if (!taken) return id;
  await db.deleteFrom("customer").where("id", "=", id).execute();
  return ((await lockedAt(db, who.address)) as Locked).id;
}

interface Locked {
  readonly id: CustomerId;
  readonly name: string;
  readonly merged_into_id: CustomerId | null;
  readonly bounced_at: Date | null;
}

/**
 * As a foreign key locks: others may write about the customer, only a merge waits, or is waited for. After such a wait the address
 * still says what it said before, so the signpost is followed.
 */
async function lockedAt(db: Db, address: string): Promise<Locked | undefined> {
  const found = await db
    .selectFrom("customer_address")
    .innerJoin("customer", "customer.id", "customer_address.customer_id")
    .select(["customer.id", "customer.name", "customer.merged_into_id", "customer_address.bounced_at"])
    .where("address", "=", address)
    .forKeyShare("customer")
    .executeTakeFirst();
  let locked = found;
  for (let hops = 0; found && locked && locked.merged_into_id !== null && hops < 20; hops += 1) {
    const next = await db
      .selectFrom("customer")
      .select(["id", "name", "merged_into_id"])
      .where("id", "=", locked.merged_into_id)
      .forKeyShare()
      .executeTakeFirst();
    locked = next && { ...next, bounced_at: found.bounced_at };
  }
  return locked;
}

export async function addressesOf(
  db: Db,
  customers: readonly CustomerId[],
): Promise<Array<{ customer_id: CustomerId; address: string; bounce: string | null }>> {
  if (customers.length === 0) return [];
  return db
    .selectFrom("customer_address")
    .select(["customer_id", "address", "bounce"])
    .where("customer_id", "in", [...customers])
    .orderBy("created_at")
    .orderBy("address")
    .execute();
}

/** @returns false when another customer has this address already. */
export async function addAddress(db: Db, customer: CustomerId, address: string, now: Date): Promise<boolean> {
  const done = await db
    .insertInto("customer_address")
    .values({ address, customer_id: customer, created_at: now })
    .onConflict((on) => on.column("address").doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n || (await customerAt(db, address)) === customer;
}

export interface KnownAboutCustomer {
  readonly name?: string | undefined;
  readonly notes?: string | undefined;
  readonly matters?: string | undefined;
  readonly organisationId?: OrganisationId | null | undefined;
}

export async function changeCustomer(
  db: Db,
  id: CustomerId,
  { name, notes, matters, organisationId }: KnownAboutCustomer,
): Promise<void> {
  const values = given({ name, notes, matters, organisation_id: organisationId });
  if (values) await db.updateTable("customer").set(values).where("id", "=", id).execute();
}

/** Everything known about `from` goes to `into`; `from` stays as a signpost. Conversations are moved by their own record. */
export async function mergeCustomers(db: Db, into: CustomerId, from: CustomerId): Promise<void> {
  const [keeps, gives] = [await findCustomer(db, into), await findCustomer(db, from)];
  if (!keeps || !gives) return;
  await db.updateTable("customer_address").set({ customer_id: into }).where("customer_id", "=", from).execute();
  await db
    .updateTable("customer")
    .set({
      name: keeps.name || gives.name,
      notes: joined(keeps.notes, gives.notes),
      matters: joined(keeps.matters, gives.matters),
      organisation_id: keeps.organisation_id ?? gives.organisation_id,
    })
    .where("id", "=", into)
    .execute();
  await db.updateTable("customer").set({ merged_into_id: into }).where("id", "=", from).execute();
}

/** @param bounce what a server said of the address in one sentence; null once mail from it has come. */
export async function markBounced(db: Db, address: string, bounce: string | null, now: Date): Promise<void> {
  await db
    .updateTable("customer_address")
    .set({ bounce, bounced_at: bounce ? now : null })
    .where("address", "=", address)
    .execute();
}

/**
 * Their conversations must be gone already. Whom somebody has really written to meanwhile stays, as a customer like others.
 * @returns who is gone, and from where they wrote.
 */
export async function removeSampleCustomers(
  db: Db,
): Promise<{ readonly customers: CustomerId[]; readonly addresses: string[] }> {
  const known = sql`EXISTS (SELECT 1 FROM conversation v WHERE v.customer_id = c.id) OR EXISTS (SELECT 1 FROM message m WHERE m.customer_id = c.id)`;
  await sql`UPDATE customer c SET is_sample = false WHERE is_sample AND (${known})`.execute(db);
  const addresses = await sql<{ address: string }>`
    SELECT a.address FROM customer_address a JOIN customer c ON c.id = a.customer_id WHERE c.is_sample`.execute(db);
  await sql`UPDATE customer SET merged_into_id = NULL WHERE merged_into_id IN (SELECT id FROM customer WHERE is_sample)`.execute(
    db,
  );
  const customers = await db.deleteFrom("customer").where("is_sample", "=", true).returning("id").execute();
  return { customers: customers.map((row) => row.id), addresses: addresses.rows.map((row) => row.address) };
}
