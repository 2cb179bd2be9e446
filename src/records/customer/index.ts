/** Customers and their organisations: who writes, from where, and what matters to them (METHOD connect.common). */
import "./tables.ts";

export { type FoundCustomer, findCustomers } from "./find-customers.ts";
export {
  changeOrganisation,
  findOrganisation,
  findOrganisationBy,
  findOrganisations,
  lockOrganisations,
  mergeOrganisations,
  type Organisation,
  organisationNamed,
  organisationsOf,
  peopleOf,
  takeInByDomain,
} from "./organisation.ts";
export { isPublicMail } from "./public-mail.ts";
export {
  addAddress,
  addressesOf,
  type Customer,
  changeCustomer,
  customerAt,
  customersWithIds,
  customerWritingFrom,
  findCustomer,
  livingCustomer,
  lockCustomers,
  markBounced,
  mergeCustomers,
  removeSampleCustomers,
} from "./store.ts";
