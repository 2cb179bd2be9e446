/** Changes what the team knows about a customer: name, notes, what matters to them (METHOD connect.common), where they belong. */
import { type CustomerId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  addressesOf,
  findOrganisationBy,
  changeCustomer as keepCustomer,
  organisationNamed,
} from "../../records/customer/index.ts";
import { lockKnown } from "../shared/lock-known.ts";
import { NOT_FREE, seesOrganisations } from "../shared/seen-organisation.ts";

export interface CustomerChange {
  readonly name?: string | undefined;
  readonly notes?: string | undefined;
  readonly matters?: string | undefined;
  /** By name; null or an empty name takes them out of it. */
  readonly organisation?: string | null | undefined;
}

/** Refusals: customer-not-found, organisation-not-free. */
export async function changeCustomer(
  desk: Desk,
  by: SignedIn,
  id: CustomerId,
  { organisation, ...known }: CustomerChange,
): Promise<Refusal | undefined> {
  const now = desk.now();
  const refused = await desk.database.inOneGo(async (tx) => {
    if (!(await lockKnown(tx, by, [id])).has(id))
      return refuse("customer-not-found", "This customer is not here.", "They may have been merged with another one.");
    const named = organisation?.trim();
    const namesake = named ? await findOrganisationBy(tx, "name", named) : undefined;
    // Whoever could put a customer of theirs into it would read its notes.
    if (namesake && !(await seesOrganisations(tx, by, namesake.id))) return NOT_FREE;
    const addresses = (await addressesOf(tx, [id])).map((row) => row.address);
    const organisationId =
      organisation === undefined
        ? undefined
        : organisation?.trim()
          ? await organisationNamed(tx, { name: organisation, addresses }, now)
          : null;
    await keepCustomer(tx, id, { ...known, name: known.name?.trim(), organisationId });
    const changed = Object.entries({ ...known, organisation }).flatMap(([key, value]) =>
      value === undefined ? [] : [key],
    );
    await note(tx, { at: now, kind: "customer.changed", personId: by.id, data: { customerId: id, changed } });
    return undefined;
  });
  // Their mails are found by their name.
  if (refused === undefined && known.name !== undefined) desk.poke("refresh-search");
  return refused;
}
