/** Reading and writing customers. An address belongs to one customer; a customer may have several. */
import type { CustomerId, OrganisationId } from "../../kit/index.ts";
import { type Kysely, type Selectable, sql, type Tables } from "../../platform/storage/index.ts";
import type { CustomerTable } from "./tables.ts";

type Db = Kysely<Tables>;
export type Customer = Selectable<CustomerTable>;

export const findCustomer = (db: Db, id: CustomerId): Promise<Customer | undefined> =>
  db.selectFrom("customer").selectAll().where("id", "=", id).executeTakeFirst();

export async function customerAt(db: Db, address: string): Promise<CustomerId | undefined> {
  const row = await db
    .selectFrom("customer_address")
    .select("customer_id")
    .where("address", "=", address)
    .executeTakeFirst();
  return row?.customer_id;
}

/** The customer who writes from this address, made if this is the first time. Safe when two mails arrive at once. */
export async function customerWritingFrom(
  db: Db,
  who: { readonly address: string; readonly name: string; readonly isSample: boolean },
  now: Date,
): Promise<CustomerId> {
  const known = await customerAt(db, who.address);
  if (known) {
    if (who.name)
      await db.updateTable("customer").set({ name: who.name }).where("id", "=", known).where("name", "=", "").execute();
    return known;
  }
  const { id } = await db
    .insertInto("customer")
    .values({ name: who.name, is_sample: who.isSample, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  const taken = await db
    .insertInto("customer_address")
    .values({ address: who.address, customer_id: id, created_at: now })
    .onConflict((on) => on.column("address").doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return id;
  await db.deleteFrom("customer").where("id", "=", id).execute();
  return (await customerAt(db, who.address)) as CustomerId;
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
  { organisationId, ...known }: KnownAboutCustomer,
): Promise<void> {
  const values = { ...known, ...(organisationId === undefined ? {} : { organisation_id: organisationId }) };
  if (Object.values(values).some((value) => value !== undefined))
    await db.updateTable("customer").set(values).where("id", "=", id).execute();
}

export async function organisationNamed(db: Db, name: string, now: Date): Promise<OrganisationId> {
  const known = await db
    .selectFrom("organisation")
    .select("id")
    .where(sql`lower(name)`, "=", name.toLowerCase())
    .executeTakeFirst();
  if (known) return known.id;
  return (
    await db
      .insertInto("organisation")
      .values({ name, created_at: now, domain: null })
      .returning("id")
      .executeTakeFirstOrThrow()
  ).id;
}

export const findOrganisation = (db: Db, id: OrganisationId) =>
  db.selectFrom("organisation").selectAll().where("id", "=", id).executeTakeFirst();

/** Everything known about `from` goes to `into`; `from` stays as a signpost. Conversations are moved by their own record. */
export async function mergeCustomers(db: Db, into: CustomerId, from: CustomerId): Promise<void> {
  const [keeps, gives] = [await findCustomer(db, into), await findCustomer(db, from)];
  if (!keeps || !gives) return;
  const joined = (a: string, b: string) => [a, b].filter(Boolean).join("\n\n");
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

export async function markBounced(db: Db, address: string, bounce: string | null, now: Date): Promise<void> {
  await db
    .updateTable("customer_address")
    .set({ bounce, bounced_at: bounce ? now : null })
    .where("address", "=", address)
    .execute();
}

/** By name or address, forgiving typing mistakes; best first. */
export async function findCustomers(db: Db, words: string, limit: number): Promise<CustomerId[]> {
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await sql<{ id: CustomerId }>`
    SELECT id FROM (
      SELECT c.id, max(greatest(similarity(c.name, ${words}), word_similarity(${words}, c.name), word_similarity(${words}, a.address::text))) AS near
      FROM customer c LEFT JOIN customer_address a ON a.customer_id = c.id
      WHERE c.merged_into_id IS NULL AND (c.name ILIKE ${like} OR a.address::text ILIKE ${like} OR c.name % ${words} OR ${words} <% c.name)
      GROUP BY c.id
    ) found ORDER BY near DESC, id DESC LIMIT ${limit}
  `.execute(db);
  return rows.rows.map((row) => row.id);
}
