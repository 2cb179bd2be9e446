/** Organisations with those of their people whom the person who asks may know of. */
import type { OrganisationId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { knownCustomers, knownOrganisations } from "../../records/conversation/index.ts";
import {
  type Customer,
  findOrganisations as findByWords,
  findOrganisation as findOne,
  type Organisation,
  peopleOf,
} from "../../records/customer/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";

/** Of a larger one so many are looked at; who else belongs to it is found by searching. */
const PEOPLE_LOOKED_AT = 500;

export interface SeenOrganisation {
  readonly organisation: Organisation;
  readonly people: readonly Customer[];
}

export async function findOrganisation(
  desk: Desk,
  by: SignedIn,
  id: OrganisationId,
): Promise<SeenOrganisation | undefined> {
  const { db } = desk.database;
  const who = { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) };
  const organisation = (await knownOrganisations(db, who, [id])).has(id) ? await findOne(db, id) : undefined;
  if (!organisation) return undefined;
  const people = await peopleOf(db, id, PEOPLE_LOOKED_AT);
  const known = await knownCustomers(
    db,
    who,
    people.map((customer) => customer.id),
  );
  return { organisation, people: people.filter((customer) => known.has(customer.id)) };
}

/** By a part of their name or domain; without words all, by name. */
export async function findOrganisations(
  desk: Desk,
  by: SignedIn,
  words: string,
  limit: number,
): Promise<Organisation[]> {
  const { db } = desk.database;
  const found = await findByWords(db, words, limit);
  const known = await knownOrganisations(
    db,
    { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) },
    found.map(({ id }) => id),
  );
  return found.filter(({ id }) => known.has(id));
}
