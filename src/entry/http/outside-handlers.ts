/** The routes about customers, search and blocked senders: call one verb or read records, translate back. Decides nothing. */
import {
  addCustomerAddress,
  blockSender,
  changeCustomer,
  mergeCustomers,
  unblockSender,
} from "../../desk/team/index.ts";
import { type CustomerId, isRefusal, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { conversationsOfCustomers, knownCustomers, listBlocked } from "../../records/conversation/index.ts";
import { customersWithIds, livingCustomer } from "../../records/customer/index.ts";
import { findKnownCustomers, search } from "../../records/search/index.ts";
import type * as wire from "../contract/index.ts";
import type { Handlers } from "./mount.ts";
import { presentRow } from "./present.ts";
import { presentCustomers } from "./present-customers.ts";
import { whoLooks } from "./who-looks.ts";

/** The newest that are shown on the customer's page; older ones are found by searching. */
const CONVERSATIONS_SHOWN = 100;

const NOT_HERE = refuse("customer-not-found", "This customer is not here.", "Search for them by name or address.");

/** After a change: the customer as they are now. */
async function customerAfter(
  desk: Desk,
  by: SignedIn,
  id: CustomerId,
  refusal: Refusal | undefined,
): Promise<wire.Customer | Refusal> {
  if (isRefusal(refusal)) return refusal;
  const customer = await livingCustomer(desk.database.db, id);
  const [shown] = customer ? await presentCustomers(desk, await whoLooks(desk, by), [customer]) : [];
  return shown ?? NOT_HERE;
}

export const outsideHandlers: Handlers<keyof wire.OutsideRoutes> = {
  async "GET /api/v1/customers"({ desk, by, query }) {
    const { db } = desk.database;
    const who = await whoLooks(desk, by);
    const near = await findKnownCustomers(db, who, query.q, query.limit);
    const found = await customersWithIds(
      db,
      near.map((customer) => customer.id),
    );
    return { items: await presentCustomers(desk, who, found) };
  },

  async "GET /api/v1/customers/:id"({ desk, by, params }) {
    const { db } = desk.database;
    const found = await livingCustomer(db, params.id as CustomerId);
    const who = await whoLooks(desk, by);
    if (!found || !(await knownCustomers(db, who, [found.id])).has(found.id)) return NOT_HERE;
    const [customer] = await presentCustomers(desk, who, [found]);
    const conversations = await conversationsOfCustomers(db, who, [found.id], CONVERSATIONS_SHOWN);
    return customer ? { customer, conversations: conversations.map(presentRow) } : NOT_HERE;
  },

  async "PATCH /api/v1/customers/:id"({ desk, by, params, body }) {
    const id = params.id as CustomerId;
    return customerAfter(desk, by, id, await changeCustomer(desk, by, id, body));
  },
  async "POST /api/v1/customers/:id/addresses"({ desk, by, params, body }) {
    const id = params.id as CustomerId;
    return customerAfter(desk, by, id, await addCustomerAddress(desk, by, id, body.address));
  },
  async "POST /api/v1/customers/:id/merge"({ desk, by, params, body }) {
    const [id, other] = [params.id as CustomerId, body.otherId as CustomerId];
    return customerAfter(desk, by, id, await mergeCustomers(desk, by, id, other));
  },

  async "GET /api/v1/search"({ desk, by, query }) {
    const who = await whoLooks(desk, by);
    const { hits, customers, next, remarks } = await search(desk.database.db, who, query.q, {
      cursor: query.cursor,
      limit: query.limit,
      now: desk.now(),
      zone: by.timeZone,
    });
    return {
      hits: hits.map(({ conversation, messageId, at, excerpt }) => ({
        conversation: presentRow(conversation),
        messageId,
        at: at.toISOString(),
        excerpt,
      })),
      customers: [...customers],
      next,
      remarks: [...remarks],
    };
  },

  async "GET /api/v1/blocked"({ desk }) {
    const items = await listBlocked(desk.database.db);
    return { items: items.map(({ pattern, created_at }) => ({ pattern, createdAt: created_at.toISOString() })) };
  },
  async "POST /api/v1/blocked"({ desk, by, body }) {
    return (await blockSender(desk, by, body.pattern)) ?? {};
  },
  async "DELETE /api/v1/blocked/:pattern"({ desk, by, params }) {
    return (await unblockSender(desk, by, params.pattern)) ?? {};
  },
};
