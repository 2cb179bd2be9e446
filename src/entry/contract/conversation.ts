/** Routes of the Desk screen: lists, one conversation, and what people do with it. */
import { z } from "zod";
import { FEELINGS } from "../../method/reading/index.ts";
import { COMMITMENT_KINDS } from "../../method/review/index.ts";
import { StandingPromise } from "./promises.ts";
import { ReadingCorrection } from "./reading.ts";
import type { Route } from "./route.ts";
import { Address, Attachment, byId, Delivery, Ending, id, none, Status, when } from "./shapes.ts";

export const View = z.enum([
  "mine",
  "unassigned",
  "open",
  "waiting",
  "promised",
  "snoozed",
  "mentions",
  "resolved",
  "all",
  "spam",
  "trash",
]);
export type View = z.infer<typeof View>;

export const ConversationRow = z
  .object({
    id,
    subject: z.string(),
    status: Status,
    ending: Ending.nullable(),
    customer: z.object({ id, name: z.string(), address: z.string() }),
    mailboxIds: z.array(id),
    assigneeId: id.nullable(),
    tags: z.array(z.string()),
    preview: z.string(),
    messageCount: z.int(),
    hasAttachments: z.boolean(),
    unread: z.boolean(),
    snoozedUntil: when.nullable(),
    nextUpdateDueAt: when.nullable(),
    waitingSince: when.nullable(),
    lastActivityAt: when,
    trouble: z.string().nullable(),
    isSample: z.boolean(),
    /** In lists: how the letter sounds that waits for an answer, where that is heard. */
    sound: z.object({ feeling: z.enum(FEELINGS), intensity: z.number().min(0).max(1) }).optional(),
  })
  .meta({ id: "ConversationRow" });
export type ConversationRow = z.infer<typeof ConversationRow>;

const span = {
  words: z.string(),
  start: z.int().describe("In the message's replyText, UTF-16 units"),
  end: z.int().describe("Exclusive"),
};

/** What a message of ours promises; made once it has left. */
const GivenPromise = z
  .object({
    who: z.enum(["me", "us", "other"]).describe("The writer, the team, somebody else"),
    what: z.string().describe("Without the “I will”"),
    due: when.nullable().describe("Null when no day was said; of a day alone its end, where the writer is"),
    isDay: z.boolean().describe("A day was said, and no time"),
    ...span,
  })
  .meta({ id: "GivenPromise" });

/** What it gives away. */
const GivenCommitment = z
  .object({
    kind: z.enum(COMMITMENT_KINDS),
    amount: z.string().nullable().describe("Decimal with a point; of a free period the months"),
    currency: z.string().nullable().describe("ISO 4217, or % for a share"),
    ...span,
  })
  .meta({ id: "GivenCommitment" });

export const Message = z
  .object({
    id,
    kind: z.enum(["inbound", "outbound", "note"]),
    at: when,
    sentAt: when.nullable(),
    mailboxId: id.nullable(),
    personId: id.nullable(),
    customerId: id.nullable(),
    from: Address,
    to: z.array(Address),
    cc: z.array(Address),
    bcc: z.array(Address),
    /** Where the mail asks for answers (its Reply-To); it says nothing of who wrote. */
    replyTo: z.array(Address),
    subject: z.string(),
    replyText: z.string(),
    foldedText: z.string(),
    replyHtml: z.string().nullable(),
    foldedHtml: z.string().nullable(),
    hasRemoteImages: z.boolean(),
    class: z.enum(["human", "automatic", "list", "bounce"]),
    isAutomatic: z.boolean(),
    /** A server's word that it goes on trying: nothing is decided, and nobody has to do anything. */
    isDelayNotice: z.boolean(),
    /** Plain sentences about how it was understood: why it is labelled so, what could not be read. */
    remarks: z.array(z.string()),
    /** What the team's own mail server said about the sender: null when it said nothing. */
    authentication: z.enum(["pass", "fail", "partial"]).nullable(),
    attachments: z.array(Attachment),
    mentions: z.array(id),
    delivery: Delivery.nullable(),
    deliveryNote: z.string().nullable(),
    /** While this lies ahead, the message can be taken back. */
    undoUntil: when.nullable(),
    sendAt: when.nullable(),
    hasSource: z.boolean(),
    /** Of outbound messages; empty while it is certain that it has not reached anybody (failed, bounced). */
    promises: z.array(GivenPromise),
    commitments: z.array(GivenCommitment),
    /** Why I sent it although the coach had asked to stop. Told to its writer alone. */
    reasons: z.array(z.object({ rule: z.string(), reason: z.string(), at: when })),
  })
  .meta({ id: "Message" });
export type Message = z.infer<typeof Message>;

export const Fact = z
  .object({
    id,
    label: z.string(),
    value: z.string(),
    state: z.enum(["heard", "read-back", "confirmed", "corrected"]),
    messageId: id.nullable(),
  })
  .meta({ id: "Fact" });
export type Fact = z.infer<typeof Fact>;

export const Draft = z
  .object({
    id,
    /** A letter begins a conversation, and stands in none. */
    kind: z.enum(["reply", "note", "forward", "letter"]),
    html: z.string(),
    to: z.array(Address),
    cc: z.array(Address),
    bcc: z.array(Address),
    subject: z.string(),
    quotesHistory: z.boolean(),
    mailboxId: id.nullable(),
    key: z.string(),
    attachments: z.array(Attachment),
    version: z.int(),
    updatedAt: when,
  })
  .meta({ id: "Draft" });
export type Draft = z.infer<typeof Draft>;

export const Presence = z.object({ personId: id, name: z.string(), writing: z.boolean() }).meta({ id: "Presence" });
export type Presence = z.infer<typeof Presence>;

export const ConversationWhole = z
  .object({
    conversation: ConversationRow,
    messages: z.array(Message),
    /** How many older messages there are; ask for them with `before`. */
    earlier: z.int(),
    facts: z.array(Fact),
    /** What our letters that have left promised, as it stands now; due first. */
    promises: z.array(StandingPromise),
    /** Where people heard something else than the coach. */
    corrections: z.array(ReadingCorrection),
    drafts: z.array(Draft),
    presence: z.array(Presence),
    /** A reply is addressed like this unless the person changes it. */
    replyTo: z.object({
      to: z.array(Address),
      cc: z.array(Address),
      /** Who wrote, when their mail asks for answers to other addresses than theirs (its Reply-To). */
      insteadOf: Address.nullable(),
      subject: z.string(),
      mailboxId: id.nullable(),
    }),
    mergedFrom: z.array(id),
  })
  .meta({ id: "ConversationWhole" });
export type ConversationWhole = z.infer<typeof ConversationWhole>;

export const conversationRoutes = {
  "GET /api/v1/counts": {
    summary: "How many conversations each view holds",
    who: "agent",
    out: z.object({
      views: z.partialRecord(View, z.int()),
      mailboxes: z.array(z.object({ id, open: z.int() })),
      quarantined: z.int(),
    }),
  },
  "GET /api/v1/conversations": {
    summary: "One view of the desk, newest activity first (promised: soonest first)",
    who: "agent",
    query: z.object({
      view: View.default("open"),
      mailboxId: z.coerce.number().int().optional(),
      tag: z.string().optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    out: z.object({ items: z.array(ConversationRow), next: z.string().nullable() }),
  },
  "GET /api/v1/conversations/:id": {
    summary: "One conversation with its newest messages, facts, drafts, and who else is here",
    who: "agent",
    params: byId,
    query: z.object({
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    out: ConversationWhole,
  },
  "POST /api/v1/conversations/:id/assign": {
    summary: "Give a conversation to someone, or to nobody",
    who: "agent",
    params: byId,
    body: z.object({ personId: id.nullable() }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/status": {
    summary: "Change the status. `resolved` needs a reason: a person closes it, the customer has not confirmed",
    who: "agent",
    params: byId,
    body: z.object({
      status: Status,
      reason: z.string().max(500).default(""),
      blockSender: z.boolean().default(false),
    }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/snooze": {
    summary: "Come back later, or now (null). A plain thank-you from the customer does not end it",
    who: "agent",
    params: byId,
    body: z.object({ until: when.nullable() }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/next-update": {
    summary: "When the customer was told to expect word",
    who: "agent",
    params: byId,
    body: z.object({ at: when.nullable() }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/tags": {
    summary: "Set the tags",
    who: "agent",
    params: byId,
    body: z.object({ tags: z.array(z.string().trim().min(1).max(60)).max(30) }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/subject": {
    summary: "Rename the conversation for the team",
    who: "agent",
    params: byId,
    body: z.object({ subject: z.string().trim().min(1).max(998) }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/move": {
    summary: "Answer from another mailbox",
    who: "agent",
    params: byId,
    body: z.object({ mailboxId: id }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/merge": {
    summary: "Put another conversation's messages into this one; the other keeps a link here",
    who: "agent",
    params: byId,
    body: z.object({ otherId: id }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/unmerge": {
    summary: "Undo a merge: what came from the other conversation goes back",
    who: "agent",
    params: byId,
    body: z.object({ otherId: id }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/split": {
    summary: "Start a new conversation from one message on",
    who: "agent",
    params: byId,
    body: z.object({ messageId: id, subject: z.string().trim().min(1).max(998) }),
    out: ConversationRow,
  },
  "POST /api/v1/conversations/:id/seen": {
    summary: "I have read up to here",
    who: "agent",
    params: byId,
    body: z.object({ messageId: id }),
    out: none,
  },
  "POST /api/v1/conversations/:id/presence": {
    summary: "I am here, and writing or not; repeat every 20 seconds",
    who: "agent",
    params: byId,
    body: z.object({ writing: z.boolean(), leaving: z.boolean().default(false) }),
    out: z.object({ items: z.array(Presence) }),
  },
  "POST /api/v1/conversations/:id/facts": {
    summary: "Note a fact by hand",
    who: "agent",
    params: byId,
    body: z.object({
      label: z.string().trim().min(1).max(80),
      value: z.string().trim().min(1).max(2000),
      messageId: id.nullable().default(null),
    }),
    out: Fact,
  },
  "PATCH /api/v1/facts/:id": {
    summary: "Correct a fact",
    who: "agent",
    params: byId,
    body: z.object({
      label: z.string().trim().min(1).max(80).optional(),
      value: z.string().trim().min(1).max(2000).optional(),
    }),
    out: Fact,
  },
  "DELETE /api/v1/facts/:id": { summary: "Take a fact away", who: "agent", params: byId, out: none },
  "GET /api/v1/conversations/:id/log": {
    summary: "The conversation's own history",
    who: "agent",
    params: byId,
    out: z.object({
      items: z.array(
        z.object({ id, at: when, kind: z.string(), personId: id.nullable(), data: z.record(z.string(), z.json()) }),
      ),
    }),
  },
} as const satisfies Record<string, Route>;
