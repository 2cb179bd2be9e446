/** Customers and organisations as the contract shows them. */
import type { OrganisationId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { countOfCustomers, knownOrganisations, type WhoLooks } from "../../records/conversation/index.ts";
import { addressesOf, type Customer, type Organisation, organisationsOf } from "../../records/customer/index.ts";
import type * as wire from "../contract/index.ts";

export async function presentCustomers(
  desk: Desk,
  who: WhoLooks,
  customers: readonly Customer[],
): Promise<wire.Customer[]> {
  const { db } = desk.database;
  const ids = customers.map((customer) => customer.id);
  const organisationIds = customers.flatMap((customer) => customer.organisation_id ?? []);
  const [addresses, organisations, known, counts] = await Promise.all([
    addressesOf(db, ids),
    organisationsOf(db, organisationIds),
    knownOrganisations(db, who, organisationIds),
    countOfCustomers(db, who, ids),
  ]);
  return customers.map((customer) => {
    const organisation = organisations.get(customer.organisation_id as OrganisationId);
    return {
      id: customer.id,
      name: customer.name,
      addresses: addresses
        .filter((row) => row.customer_id === customer.id)
        .map(({ address, bounce }) => ({ address, bounce })),
      organisation: organisation && known.has(organisation.id) ? presentOrganisation(organisation) : null,
      notes: customer.notes,
      matters: customer.matters,
      since: customer.created_at.toISOString(),
      conversationCount: counts.get(customer.id) ?? 0,
    };
  });
}

export const presentOrganisation = ({ id, name, domain, notes }: Organisation): wire.Organisation => ({
  id,
  name,
  domain,
  notes,
});
