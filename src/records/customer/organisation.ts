/** Organisations: several customers who belong together. Known by name, and by the domain their people write from. */
import type { OrganisationId } from "../../kit/index.ts";
import { type Kysely, type Selectable, sql, storable, type Tables } from "../../platform/storage/index.ts";
import { ownDomainOf } from "./public-mail.ts";

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
  const known = await db
    .selectFrom("organisation")
    .select("id")
    .where(sql`lower(name)`, "=", called.toLowerCase())
    .orderBy("id")
    .executeTakeFirst();
  const id =
    known?.id ??
    (
      await db
        .insertInto("organisation")
        .values({ name: called, created_at: now, domain: null })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  const domains = [...new Set(addresses.map(ownDomainOf))].filter((domain) => domain !== undefined);
  // Several domains say nothing about which one is the organisation's.
  if (domains.length === 1)
    await sql`
      UPDATE organisation SET domain = ${domains[0]} WHERE id = ${id} AND domain IS NULL
        AND NOT EXISTS (SELECT 1 FROM organisation WHERE domain = ${domains[0]}::citext)
    `.execute(db);
  return id;
}
