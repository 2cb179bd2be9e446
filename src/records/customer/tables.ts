/** The tables of customers and organisations, as types. */
import type { CustomerId, OrganisationId } from "../../kit/index.ts";
import type { Generated } from "../../platform/storage/index.ts";

declare module "../../platform/storage/tables.ts" {
  interface Tables {
    organisation: {
      id: Generated<OrganisationId>;
      name: string;
      domain: string | null;
      notes: Generated<string>;
      created_at: Date;
    };
    customer: CustomerTable;
    customer_address: {
      address: string;
      customer_id: CustomerId;
      bounced_at: Date | null;
      bounce: string | null;
      created_at: Date;
    };
  }
}

export interface CustomerTable {
  id: Generated<CustomerId>;
  name: Generated<string>;
  organisation_id: OrganisationId | null;
  notes: Generated<string>;
  matters: Generated<string>;
  merged_into_id: CustomerId | null;
  is_sample: Generated<boolean>;
  created_at: Date;
}
