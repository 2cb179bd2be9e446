/** Customers and their organisations: who writes, from where, and what matters to them (METHOD connect.common). */
import "./tables.ts";

export {
  addAddress,
  addressesOf,
  type Customer,
  changeCustomer,
  customerAt,
  customerWritingFrom,
  findCustomer,
  findCustomers,
  findOrganisation,
  markBounced,
  mergeCustomers,
  organisationNamed,
} from "./store.ts";
