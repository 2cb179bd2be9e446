/** Routes of what people write: answers, notes, first letters, and the drafts they begin as. */
import { z } from "zod";
import { Draft, Message } from "./conversation.ts";
import type { Route } from "./route.ts";
import { Address, byId, id, none, when } from "./shapes.ts";

/** Made by the writer, once for each letter: whoever tries again with the same one is told what became of the first try. */
const letterKey = z.string().max(64).default("");

/** Why a letter leaves as it is, where the coach asks to stop (`held-at-gate`): one for each rule that it names. */
const reasons = z
  .array(z.object({ rule: z.string().max(60), reason: z.string().trim().max(1_000) }))
  .max(20)
  .default([])
  .describe("Why it leaves as it is, for each rule that an earlier try was held back by");

const writtenFields = {
  html: z.string().max(2_000_000),
  to: z.array(Address).max(100).default([]),
  cc: z.array(Address).max(100).default([]),
  bcc: z.array(Address).max(100).default([]),
  subject: z.string().max(998).default(""),
  key: letterKey,
};
const draftFields = {
  ...writtenFields,
  kind: z.enum(["reply", "note", "forward"]),
  quotesHistory: z.boolean().default(true),
};
const letterFields = { ...writtenFields, mailboxId: id.nullable().default(null) };

export const writingRoutes = {
  "POST /api/v1/conversations": {
    summary:
      "Write to a customer first: a new conversation with its first outbound message. Held at a gate as an answer is",
    who: "agent",
    body: z.object({
      mailboxId: id,
      to: z.array(Address).min(1).max(100),
      cc: z.array(Address).max(100).default([]),
      bcc: z.array(Address).max(100).default([]),
      subject: z.string().trim().min(1).max(998),
      html: z.string().max(2_000_000),
      key: letterKey,
      /** Leave later; waits, and tells, when the customer writes first. */
      sendAt: when.nullable().default(null),
      reasons,
    }),
    out: z.object({ conversationId: id, message: Message }),
  },
  "GET /api/v1/letter": {
    summary: "The letter that I am writing to a customer who has not written, if any",
    who: "agent",
    out: z.object({ draft: Draft.nullable() }),
  },
  "PUT /api/v1/letter": {
    summary: "Keep that letter as it is written. `version` as with other drafts",
    who: "agent",
    body: z.object({ ...letterFields, version: z.int().default(0) }),
    out: Draft,
  },
  "DELETE /api/v1/letter": { summary: "Throw that letter away", who: "agent", out: none },
  "PUT /api/v1/conversations/:id/draft": {
    summary:
      "Keep what is being written. `version` is the one this was made from; a newer one elsewhere is refused with `draft-newer`",
    who: "agent",
    params: byId,
    body: z.object({ ...draftFields, version: z.int().default(0), seenMessageId: id.nullable().default(null) }),
    out: Draft,
  },
  "DELETE /api/v1/attachments/:id": {
    summary: "Take an attachment out of a draft",
    who: "agent",
    params: byId,
    out: none,
  },
  "DELETE /api/v1/conversations/:id/draft/:kind": {
    summary: "Throw a draft away",
    who: "agent",
    params: byId.extend({ kind: z.enum(["reply", "note", "forward"]) }),
    out: none,
  },
  "POST /api/v1/conversations/:id/replies": {
    summary:
      "Answer the customer. Refused with `answered-meanwhile` when a message arrived that the writer has not seen, and with `held-at-gate`, the words and the rules, where the coach asks to stop; with the same `key` once more, nothing is sent twice",
    who: "agent",
    params: byId,
    body: z.object({
      ...draftFields,
      kind: z.enum(["reply", "forward"]).default("reply"),
      to: z.array(Address).min(1).max(100),
      /** The newest message that was on the screen. */
      seenMessageId: id.nullable(),
      /** Send although something was written meanwhile. */
      anyway: z.boolean().default(false),
      /** Leave later; waits, and tells, when the customer writes first. */
      sendAt: when.nullable().default(null),
      /** What becomes of the conversation. */
      afterwards: z.enum(["waiting", "open"]).default("waiting"),
      nextUpdateDueAt: when.nullable().default(null),
      reasons,
      promises: z
        .array(z.object({ id, outcome: z.enum(["kept", "moved"]) }))
        .max(100)
        .default([])
        .describe(
          "Earlier promises of this conversation that it keeps or moves; moving takes a new day in this letter",
        ),
    }),
    out: z.object({ message: Message }),
  },
  "POST /api/v1/messages/:id/undo": {
    summary: "Take a message back before it leaves; it becomes a draft again",
    who: "agent",
    params: byId,
    out: z.object({ draft: Draft }),
  },
  "POST /api/v1/messages/:id/retry": {
    summary: "Try a failed message again, now",
    who: "agent",
    params: byId,
    out: Message,
  },
  "POST /api/v1/conversations/:id/notes": {
    summary: "Write a note that only colleagues see; mentions tell the people named",
    who: "agent",
    params: byId,
    body: z.object({ html: z.string().min(1).max(500_000), mentions: z.array(id).default([]), key: letterKey }),
    out: Message,
  },
} as const satisfies Record<string, Route>;
