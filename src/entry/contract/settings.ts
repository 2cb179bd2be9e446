/** Routes about mailboxes, snippets, samples, quarantine and the health of the whole. */
import { z } from "zod";
import type { Route } from "./route.ts";
import { byId, id, none, when } from "./shapes.ts";

const span = z.tuple([z.string().regex(/^\d\d:\d\d$/), z.string().regex(/^\d\d:\d\d$/)]);
export const Hours = z
  .partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), z.array(span))
  .meta({ id: "Hours" });
export type Hours = z.infer<typeof Hours>;

const security = z.enum(["tls", "starttls", "none"]);
const signIn = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("password"), user: z.string(), password: z.string().nullable() }),
  z.object({ kind: z.literal("oauth"), user: z.string(), provider: z.enum(["google", "microsoft", "custom"]) }),
  z.object({ kind: z.literal("none") }),
]);

const host = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[^\s\p{Cc}]*$/u, "is not the name of a server");
const port = z.int().min(1).max(65_535);

export const ImapSettings = z
  .object({ host, port, security, signIn, folder: z.string().default("INBOX") })
  .meta({ id: "ImapSettings" });
export type ImapSettings = z.infer<typeof ImapSettings>;
export const SmtpSettings = z.object({ host, port, security, signIn }).meta({ id: "SmtpSettings" });
export type SmtpSettings = z.infer<typeof SmtpSettings>;

const mailboxFields = {
  name: z.string().trim().min(1).max(200),
  address: z.email(),
  aliases: z.array(z.email()).default([]),
  openToAll: z.boolean().default(true),
  personIds: z.array(id).default([]),
  signatureHtml: z.string().max(20_000).default(""),
  timeZone: z.string().default("UTC"),
  hours: Hours,
  holidays: z.array(z.iso.date()).default([]),
  replyWithinMinutes: z
    .int()
    .min(15)
    .max(30 * 24 * 60)
    .default(480),
  acknowledges: z.boolean().default(true),
  acknowledgementText: z.string().max(5_000).default(""),
  quotesHistory: z.boolean().default(true),
  wayIn: z.enum(["smtp", "imap"]),
  imap: ImapSettings.nullable().default(null),
  wayOut: z.enum(["smtp", "sink"]),
  smtp: SmtpSettings.nullable().default(null),
  trustedServers: z.array(z.string()).default([]),
};

/** Passwords go in and never come out: they are null in every answer. */
export const Mailbox = z
  .object({
    id,
    ...mailboxFields,
    inTrouble: z.string().nullable(),
    inTroubleSince: when.nullable(),
    inSeenAt: when.nullable(),
    outTrouble: z.string().nullable(),
    outTroubleSince: when.nullable(),
    /** A test mail to a +suffix of the address came in, so answers are asked for at such addresses. */
    suffixArrives: z.boolean(),
    isSample: z.boolean(),
  })
  .meta({ id: "Mailbox" });
export type Mailbox = z.infer<typeof Mailbox>;

export const Probe = z
  .object({
    what: z.enum(["in", "out", "suffix"]),
    ok: z.boolean(),
    code: z.string(),
    sentence: z.string(),
    wayOut: z.string(),
  })
  .meta({ id: "Probe" });
export type Probe = z.infer<typeof Probe>;

export const Snippet = z
  .object({ id, name: z.string(), html: z.string(), mailboxId: id.nullable(), updatedAt: when })
  .meta({ id: "Snippet" });
export type Snippet = z.infer<typeof Snippet>;

const snippetFields = {
  name: z.string().trim().min(1).max(100),
  html: z.string().min(1).max(100_000),
  mailboxId: id.nullable().default(null),
};

export const settingsRoutes = {
  "GET /api/v1/mailboxes": {
    summary: "The mailboxes I may see",
    who: "agent",
    out: z.object({ items: z.array(Mailbox) }),
  },
  "POST /api/v1/mailboxes": { summary: "Connect a mailbox", who: "admin", body: z.object(mailboxFields), out: Mailbox },
  "PATCH /api/v1/mailboxes/:id": {
    summary: "Change a mailbox; a password of null keeps the one there is",
    who: "admin",
    params: byId,
    body: z.object(mailboxFields),
    out: Mailbox,
  },
  "DELETE /api/v1/mailboxes/:id": {
    summary: "Take a mailbox away; its conversations go to the mailbox `to`",
    who: "admin",
    params: byId,
    query: z.object({ to: z.coerce.number().int().positive().optional() }),
    out: none,
  },
  "POST /api/v1/mailboxes/probe": {
    summary: "Try both directions, live, and say in words what is wrong",
    who: "admin",
    body: z.object({
      mailboxId: id.nullable().default(null),
      address: z.email(),
      wayIn: z.enum(["smtp", "imap"]),
      imap: ImapSettings.nullable().default(null),
      wayOut: z.enum(["smtp", "sink"]),
      smtp: SmtpSettings.nullable().default(null),
    }),
    out: z.object({ probes: z.array(Probe) }),
  },
  "POST /api/v1/mailboxes/:id/oauth": {
    summary: "Begin signing in at the mail provider; answers with the address to open",
    who: "admin",
    params: byId,
    body: z.object({ provider: z.enum(["google", "microsoft", "custom"]) }),
    out: z.object({ url: z.string() }),
  },
  "POST /api/v1/samples": {
    summary: "Let the sample customers write: real mail through the real intake; nothing of it can leave",
    who: "admin",
    out: z.object({ conversations: z.int() }),
  },
  "DELETE /api/v1/samples": { summary: "Remove everything that belongs to the samples", who: "admin", out: none },
  "GET /api/v1/status": {
    summary: "What is in trouble right now, in sentences",
    who: "agent",
    out: z.object({
      troubles: z.array(
        z.object({ code: z.string(), sentence: z.string(), since: when.nullable(), mailboxId: id.nullable() }),
      ),
      /** Where other servers hand mail to this desk; null when that door is not opened by this process. */
      mailDoor: z.object({ host: z.string(), port: z.int() }).nullable(),
    }),
  },
  "GET /api/v1/quarantine": {
    summary: "Mails that could not be read; nothing is thrown away",
    who: "agent",
    out: z.object({
      items: z.array(
        z.object({
          id,
          receivedAt: when,
          from: z.string(),
          to: z.array(z.string()),
          size: z.int(),
          problem: z.string(),
        }),
      ),
    }),
  },
  "POST /api/v1/quarantine/:id/retry": { summary: "Read it again", who: "agent", params: byId, out: none },
  "POST /api/v1/quarantine/:id/dismiss": {
    summary: "Put it aside; the bytes are kept",
    who: "lead",
    params: byId,
    out: none,
  },
  "GET /api/v1/snippets": { summary: "Snippets", who: "agent", out: z.object({ items: z.array(Snippet) }) },
  "POST /api/v1/snippets": { summary: "Add a snippet", who: "agent", body: z.object(snippetFields), out: Snippet },
  "PATCH /api/v1/snippets/:id": {
    summary: "Change a snippet",
    who: "agent",
    params: byId,
    body: z.object(snippetFields),
    out: Snippet,
  },
  "DELETE /api/v1/snippets/:id": { summary: "Delete a snippet", who: "lead", params: byId, out: none },
  "GET /api/v1/tags": {
    summary: "All tags, most used first",
    who: "agent",
    out: z.object({ items: z.array(z.object({ name: z.string(), count: z.int() })) }),
  },
} as const satisfies Record<string, Route>;
