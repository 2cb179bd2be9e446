/** Routes about organisations: several customers who belong together. */
import { z } from "zod";
import { ConversationRow } from "./conversation.ts";
import { Customer, Organisation } from "./people-outside.ts";
import type { Route } from "./route.ts";
import { byId, id } from "./shapes.ts";

export const organisationRoutes = {
  "GET /api/v1/organisations": {
    summary: "Find organisations by name or domain, of those whose people one may know of",
    who: "agent",
    query: z.object({ q: z.string().default(""), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    out: z.object({ items: z.array(Organisation) }),
  },
  "GET /api/v1/organisations/:id": {
    summary: "One organisation: its people, and what they wrote about, newest first",
    who: "agent",
    params: byId,
    out: z.object({ organisation: Organisation, people: z.array(Customer), conversations: z.array(ConversationRow) }),
  },
  "PATCH /api/v1/organisations/:id": {
    summary: "Change what we know about an organisation; who writes from its domain belongs to it",
    who: "agent",
    params: byId,
    body: z.object({
      name: z.string().max(200).optional(),
      notes: z.string().max(20_000).optional(),
      domain: z.string().max(254).nullable().optional(),
    }),
    out: Organisation,
  },
  "POST /api/v1/organisations/:id/merge": {
    summary: "The other organisation is the same one",
    who: "agent",
    params: byId,
    body: z.object({ otherId: id }),
    out: Organisation,
  },
} as const satisfies Record<string, Route>;
