/** Routes of the promise ledger: what is owed to customers, what became of it, and how much is kept. */
import { z } from "zod";
import type { Route } from "./route.ts";
import { byId, id, none, when } from "./shapes.ts";

export const Outcome = z.enum(["kept", "moved", "withdrawn"]);

const promised = {
  id,
  messageId: id,
  personId: id.nullable().describe("Who wrote the letter"),
  who: z.enum(["me", "us"]).describe("The writer, the team"),
  what: z.string().describe("Without the “I will”"),
  due: when.nullable().describe("Null when no day was said; of a day alone its end, where the writer is"),
  isDay: z.boolean().describe("A day was said, and no time"),
  settling: Outcome.nullable().describe("What a letter that is on its way says of it; counts once that has left"),
};

export const StandingPromise = z
  .object({
    ...promised,
    givenAt: when,
    state: z.enum(["open", "broken", "kept", "moved", "withdrawn"]),
    /** What was said of it, though it may have been too late. */
    outcome: Outcome.nullable(),
    isOwnedUp: z.boolean().describe("Broken, and a letter has had to do with it since"),
  })
  .meta({ id: "StandingPromise" });
export type StandingPromise = z.infer<typeof StandingPromise>;

export const LedgerLine = z
  .object({
    ...promised,
    conversationId: id,
    subject: z.string(),
    customer: z.object({ id, name: z.string(), address: z.string() }),
    assigneeId: id.nullable().describe("Whose conversation it is now: promises are handed over with it"),
    bucket: z.enum(["overdue", "today", "week", "later", "no-day"]).describe("By the reader's own time zone"),
  })
  .meta({ id: "LedgerLine" });
export type LedgerLine = z.infer<typeof LedgerLine>;

export const KeptRate = z
  .object({
    from: when,
    to: when,
    kept: z.int().describe("Kept before they were due"),
    moved: z.int().describe("Moved, and the customer told, before they were due"),
    broken: z.int(),
    withdrawn: z.int().describe("Withdrawn before they were due; in no share"),
    of: z.int().describe("All that fell due: kept + moved + broken"),
    share: z.number().nullable().describe("(kept + moved) / of; null when nothing fell due"),
    low: z.number().describe("Wilson's interval, 95 %"),
    high: z.number(),
  })
  .meta({ id: "KeptRate" });
export type KeptRate = z.infer<typeof KeptRate>;

export const promiseRoutes = {
  "GET /api/v1/promises": {
    summary: "What is promised and not settled, due first, without a day last. Only what has left counts",
    who: "agent",
    query: z.object({
      whose: z.enum(["all", "mine"]).default("all"),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    out: z.object({ items: z.array(LedgerLine), next: z.string().nullable() }),
  },
  "GET /api/v1/promises/rate": {
    summary: "How much of what fell due in the last days was kept in time or moved with notice, with n and interval",
    who: "agent",
    query: z.object({ days: z.coerce.number().int().min(1).max(3_660).default(90) }),
    out: KeptRate,
  },
  "POST /api/v1/promises/:id/settle": {
    summary: "It was kept, or is owed no longer and why. Moving one takes a letter: `promises` of a reply",
    who: "agent",
    params: byId,
    body: z.object({ outcome: z.enum(["kept", "withdrawn"]), reason: z.string().trim().max(500).default("") }),
    out: none,
  },
  "POST /api/v1/promises/:id/reopen": {
    summary: "Take back what was said of a promise: it is owed again",
    who: "agent",
    params: byId,
    out: none,
  },
} as const satisfies Record<string, Route>;
