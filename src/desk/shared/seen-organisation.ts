/**
 * Which people of an organisation somebody may know of. An organisation is there for whoever knows one of its people; one that has
 * none is there for everybody, so that it can be mended.
 */
import { type OrganisationId, refuse } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { knownCustomers } from "../../records/conversation/index.ts";
import { type Customer, peopleOf } from "../../records/customer/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";

/** Of a larger one so many are looked at; who else belongs to it is found by searching. */
const PEOPLE_LOOKED_AT = 500;

/** @returns the known people of each organisation that is there for this person; the others are left out. */
export async function seenPeopleOf(
  db: Kysely<Tables>,
  by: SignedIn,
  organisations: readonly OrganisationId[],
): Promise<Map<OrganisationId, Customer[]>> {
  const all = await peopleOf(db, organisations, PEOPLE_LOOKED_AT);
  const who = { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) };
  const known = await knownCustomers(
    db,
    who,
    all.map((customer) => customer.id),
  );
  const seen = new Map(organisations.map((id): [OrganisationId, Customer[]] => [id, []]));
  for (const customer of all) if (known.has(customer.id)) seen.get(customer.organisation_id)?.push(customer);
  const hasPeople = new Set(all.map((customer) => customer.organisation_id));
  return new Map([...seen].filter(([id, people]) => people.length > 0 || !hasPeople.has(id)));
}

export const seesOrganisation = async (db: Kysely<Tables>, by: SignedIn, id: OrganisationId): Promise<boolean> =>
  (await seenPeopleOf(db, by, [id])).has(id);

/** That there is one is not said to people who may not know of it. */
export const NOT_FREE = refuse(
  "organisation-not-free",
  "This name or domain cannot be used here.",
  "Ask an admin of this desk to look at it.",
);
