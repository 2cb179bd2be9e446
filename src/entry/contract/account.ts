/** Routes about people: set-up, sign-in, sessions, invitations, one's own settings, the log of who did what. */
import { z } from "zod";
import type { Route } from "./route.ts";
import { byId, id, none, Person, Role, when } from "./shapes.ts";

const password = z.string().min(10).max(256);
const email = z.email().max(254);
const name = z.string().trim().min(1).max(200);

export const Me = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role: Role,
    timeZone: z.string(),
    signatureHtml: z.string(),
    preferences: z.record(z.string(), z.json()),
    undoSeconds: z.int(),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

export const LogLine = z
  .object({
    id,
    at: when,
    kind: z.string(),
    conversationId: id.nullable(),
    personId: id.nullable(),
    personName: z.string().nullable(),
    data: z.record(z.string(), z.json()),
  })
  .meta({ id: "LogLine" });
export type LogLine = z.infer<typeof LogLine>;

export const accountRoutes = {
  "GET /api/v1/setup": {
    summary: "What has been set up so far",
    who: "anyone",
    out: z.object({
      needsFirstPerson: z.boolean(),
      hasMailbox: z.boolean(),
      hasSamples: z.boolean(),
      canReset: z.boolean(),
      version: z.string(),
    }),
  },
  "POST /api/v1/setup/first-person": {
    summary: "Create the first person, with the one-time code that the terminal printed",
    who: "anyone",
    body: z.object({ code: z.string(), name, email, password, timeZone: z.string() }),
    out: Me,
  },
  "POST /api/v1/session": {
    summary: "Sign in",
    who: "anyone",
    body: z.object({ email: z.string(), password: z.string().max(256) }),
    out: Me,
  },
  "GET /api/v1/session": { summary: "Who am I", who: "agent", out: Me },
  "DELETE /api/v1/session": { summary: "Sign out", who: "agent", out: none },
  "GET /api/v1/sessions": {
    summary: "My sessions",
    who: "agent",
    out: z.object({
      items: z.array(
        z.object({
          id,
          createdAt: when,
          seenAt: when,
          userAgent: z.string(),
          address: z.string(),
          current: z.boolean(),
        }),
      ),
    }),
  },
  "DELETE /api/v1/sessions/:id": { summary: "End one of my sessions", who: "agent", params: byId, out: none },
  "POST /api/v1/password/forgot": {
    summary: "Send a reset link. The answer never says whether the address is known",
    who: "anyone",
    body: z.object({ email: z.string() }),
    out: z.object({ sentence: z.string() }),
  },
  "POST /api/v1/password/reset": {
    summary: "Choose a new password with a reset link",
    who: "anyone",
    body: z.object({ token: z.string(), password }),
    out: none,
  },
  "POST /api/v1/invitations/accept": {
    summary: "Accept an invitation",
    who: "anyone",
    body: z.object({ token: z.string(), name, password, timeZone: z.string() }),
    out: Me,
  },
  "PATCH /api/v1/me": {
    summary: "Change my own settings",
    who: "agent",
    body: z.object({
      name: name.optional(),
      timeZone: z.string().optional(),
      signatureHtml: z.string().max(20_000).optional(),
      preferences: z.record(z.string(), z.json()).optional(),
    }),
    out: Me,
  },
  "POST /api/v1/me/password": {
    summary: "Change my password; ends my other sessions",
    who: "agent",
    body: z.object({ current: z.string().max(256), password }),
    out: none,
  },
  "GET /api/v1/people": {
    summary: "Everyone who works here",
    who: "agent",
    out: z.object({ items: z.array(Person.extend({ mailboxIds: z.array(id) })) }),
  },
  "POST /api/v1/people": {
    summary: "Invite someone; the link is mailed where a way out exists, and given back for handing over",
    who: "admin",
    body: z.object({ email, name, role: Role, mailboxIds: z.array(id).default([]) }),
    out: z.object({ person: Person, link: z.string() }),
  },
  "PATCH /api/v1/people/:id": {
    summary: "Change a person's role or mailboxes, or end their access",
    who: "admin",
    params: byId,
    body: z.object({ role: Role.optional(), disabled: z.boolean().optional(), mailboxIds: z.array(id).optional() }),
    out: Person,
  },
  "GET /api/v1/log": {
    summary: "Who did what, newest first",
    who: "lead",
    query: z.object({
      before: z.coerce.number().int().optional(),
      personId: z.coerce.number().int().optional(),
      kind: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    out: z.object({ items: z.array(LogLine) }),
  },
} as const satisfies Record<string, Route>;
