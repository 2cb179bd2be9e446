/** Organisations with those of their people whom the person who asks may know of. */
import type { OrganisationId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  type Customer,
  findOrganisations as findByWords,
  findOrganisation as findOne,
  type Organisation,
} from "../../records/customer/index.ts";
import { seenPeopleOf } from "../shared/seen-organisation.ts";

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
  const organisation = await findOne(db, id);
  const people = organisation && (await seenPeopleOf(db, by, [id])).get(id);
  return organisation && people && { organisation, people };
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
  const seen = await seenPeopleOf(
    db,
    by,
    found.map(({ id }) => id),
  );
  return found.filter(({ id }) => seen.has(id));
}
