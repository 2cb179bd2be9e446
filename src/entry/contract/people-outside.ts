/** Routes about customers, and search over everything. */
import { z } from "zod";
import { ConversationRow } from "./conversation.ts";
import type { Route } from "./route.ts";
import { byId, id, none, when } from "./shapes.ts";

export const Organisation = z
  .object({ id, name: z.string(), domain: z.string().nullable(), notes: z.string() })
  .meta({ id: "Organisation" });

export type Organisation = z.infer<typeof Organisation>;

export const Customer = z
  .object({
    id,
    name: z.string(),
    addresses: z.array(z.object({ address: z.string(), bounce: z.string().nullable() })),
    organisation: Organisation.nullable(),
    notes: z.string(),
    matters: z.string(),
    since: when,
    conversationCount: z.int(),
  })
  .meta({ id: "Customer" });
export type Customer = z.infer<typeof Customer>;

export const SearchHit = z
  .object({
    conversation: ConversationRow,
    messageId: id.nullable(),
    at: when,
    /** Plain text; what matched stands between \u0002 and \u0003. */
    excerpt: z.string(),
  })
  .meta({ id: "SearchHit" });
export type SearchHit = z.infer<typeof SearchHit>;

export const outsideRoutes = {
  "GET /api/v1/customers": {
    summary: "Find customers by name or address; forgives typing mistakes",
    who: "agent",
    query: z.object({ q: z.string().default(""), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    out: z.object({ items: z.array(Customer) }),
  },
  "GET /api/v1/customers/:id": {
    summary: "One customer: what we know, and their conversations, newest first",
    who: "agent",
    params: byId,
    out: z.object({ customer: Customer, conversations: z.array(ConversationRow) }),
  },
  "PATCH /api/v1/customers/:id": {
    summary: "Change what we know about a customer",
    who: "agent",
    params: byId,
    body: z.object({
      name: z.string().max(200).optional(),
      notes: z.string().max(20_000).optional(),
      matters: z.string().max(5_000).optional(),
      organisation: z.string().max(200).nullable().optional(),
    }),
    out: Customer,
  },
  "POST /api/v1/customers/:id/addresses": {
    summary: "This customer also writes from here",
    who: "agent",
    params: byId,
    body: z.object({ address: z.email() }),
    out: Customer,
  },
  "POST /api/v1/customers/:id/merge": {
    summary: "The other customer is the same person",
    who: "agent",
    params: byId,
    body: z.object({ otherId: id }),
    out: Customer,
  },
  "GET /api/v1/search": {
    summary: 'Search everything: words, "phrases", from: to: is: has: tag: mailbox: before: after: subject:',
    who: "agent",
    query: z.object({
      q: z.string().max(500),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
    out: z.object({
      hits: z.array(SearchHit),
      customers: z.array(z.object({ id, name: z.string(), address: z.string() })),
      next: z.string().nullable(),
      /** Words of the query that were not understood as filters, said plainly. */
      remarks: z.array(z.string()),
    }),
  },
  "GET /api/v1/blocked": {
    summary: "Blocked senders",
    who: "agent",
    out: z.object({ items: z.array(z.object({ pattern: z.string(), createdAt: when })) }),
  },
  "POST /api/v1/blocked": {
    summary: "Block an address or a whole @domain: its mail goes to spam and is never answered automatically",
    who: "agent",
    body: z.object({ pattern: z.string().trim().min(3).max(254) }),
    out: none,
  },
  "DELETE /api/v1/blocked/:pattern": {
    summary: "Unblock",
    who: "agent",
    params: z.object({ pattern: z.string() }),
    out: none,
  },
} as const satisfies Record<string, Route>;
