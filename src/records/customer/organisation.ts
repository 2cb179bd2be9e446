/** Organisations: several customers who belong together. Known by name, and by the domain their people write from. */
import type { OrganisationId } from "../../kit/index.ts";
import { type Kysely, type Selectable, sql, storable, type Tables } from "../../platform/storage/index.ts";
import { given, joined } from "./known-words.ts";
import { ownDomainOf } from "./public-mail.ts";
import type { Customer } from "./store.ts";

type Db = Kysely<Tables>;
export type Organisation = Selectable<Tables["organisation"]>;

export const findOrganisation = (db: Db, id: OrganisationId): Promise<Organisation | undefined> =>
  db.selectFrom("organisation").selectAll().where("id", "=", id).executeTakeFirst();

export async function organisationsOf(
  db: Db,
  ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, Organisation>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("organisation")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The organisation of this name, made if there is none. A domain that no other organisation has becomes its own, so that
 * the next person who writes from there belongs to it at once; domains of public mail never do.
 */
export async function organisationNamed(
  db: Db,
  { name, addresses }: { readonly name: string; readonly addresses: readonly string[] },
  now: Date,
): Promise<OrganisationId> {
  const called = storable(name.trim());
  const known = await findOrganisationBy(db, "name", called);
  const id =
    known?.id ??
    (
      await db
        .insertInto("organisation")
        .values({ name: called, created_at: now, domain: null })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  const [domain, ...more] = new Set(addresses.map(ownDomainOf).filter((each) => each !== undefined));
  // Several domains say nothing about which one is the organisation's.
  if (domain !== undefined && more.length === 0 && !(await findOrganisationBy(db, "domain", domain)))
    await db.updateTable("organisation").set({ domain }).where("id", "=", id).where("domain", "is", null).execute();
  return id;
}

/** @param wanted in any case. */
export const findOrganisationBy = (
  db: Db,
  what: "name" | "domain",
  wanted: string,
): Promise<Organisation | undefined> =>
  db
    .selectFrom("organisation")
    .selectAll()
    .where(sql`lower(${sql.ref(what)}::text)`, "=", wanted.toLowerCase())
    .orderBy("id")
    .executeTakeFirst();

/** By a part of their name or domain, by name. */
export function findOrganisations(db: Db, words: string, limit: number): Promise<Organisation[]> {
  const wanted = storable(words.trim()).slice(0, 200);
  const pattern = `%${wanted.replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .selectFrom("organisation")
    .selectAll()
    .where((eb) => eb.or([eb("name", "ilike", pattern), eb(sql`domain::text`, "ilike", pattern)]))
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Locks them until the transaction ends, always in the same order. */
export async function lockOrganisations(
  tx: Db,
  ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, Organisation>> {
  const rows = await tx
    .selectFrom("organisation")
    .selectAll()
    .where("id", "in", [...ids])
    .orderBy("id")
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Its people, by name; who turned out to be someone else is left out. */
export const peopleOf = (db: Db, id: OrganisationId, limit: number): Promise<Customer[]> =>
  db
    .selectFrom("customer")
    .selectAll()
    .where("organisation_id", "=", id)
    .where("merged_into_id", "is", null)
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .limit(limit)
    .execute();

export interface KnownAboutOrganisation {
  readonly name?: string | undefined;
  readonly notes?: string | undefined;
  /** Without "@"; null for none. */
  readonly domain?: string | null | undefined;
}

export async function changeOrganisation(
  db: Db,
  id: OrganisationId,
  { name, notes, domain }: KnownAboutOrganisation,
): Promise<void> {
  const values = given({ name, notes, domain });
  if (values) await db.updateTable("organisation").set(values).where("id", "=", id).execute();
}

/** Who writes from the domain and belongs nowhere belongs here from now on. Samples stay by themselves. */
export async function takeInByDomain(db: Db, id: OrganisationId, domain: string): Promise<void> {
  await sql`
    UPDATE customer c SET organisation_id = ${id}
    WHERE organisation_id IS NULL AND merged_into_id IS NULL AND NOT is_sample AND c.id IN (
      SELECT customer_id FROM customer_address WHERE address::text ILIKE ${`%@${domain.replace(/[\\%_]/g, "\\$&")}`}
    )
  `.execute(db);
}

/** The people, the notes and, where `into` has none, the domain of `from` go to `into`; `from` is gone. */
export async function mergeOrganisations(db: Db, into: Organisation, from: Organisation): Promise<void> {
  await db.updateTable("customer").set({ organisation_id: into.id }).where("organisation_id", "=", from.id).execute();
  await db.deleteFrom("organisation").where("id", "=", from.id).execute();
  await changeOrganisation(db, into.id, {
    notes: joined(into.notes, from.notes),
    domain: into.domain ?? from.domain,
  });
}
