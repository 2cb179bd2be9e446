/** The routes of what people write: translate, call one verb, translate back. */
import { sendReply, undoReply } from "../../desk/provide/index.ts";
import {
  addNote,
  keepDraftOf,
  retryMessage,
  startOutbound,
  takeFromDraft,
  throwDraftAway,
} from "../../desk/team/index.ts";
import {
  type ConversationId,
  isRefusal,
  type MailboxId,
  type MessageId,
  type PersonId,
  type PromiseId,
} from "../../kit/index.ts";
import { attachmentsOfDrafts, findDraft, LETTER } from "../../records/conversation/index.ts";
import type * as wire from "../contract/index.ts";
import type { Handlers } from "./mount.ts";
import { presentDraft } from "./present.ts";
import { oneMessage, wholeConversation } from "./whole-conversation.ts";

export const writingHandlers: Handlers<keyof wire.WritingRoutes> = {
  async "POST /api/v1/conversations"({ desk, by, body }) {
    const started = await startOutbound(desk, by, {
      ...body,
      mailboxId: body.mailboxId as MailboxId,
      sendAt: body.sendAt ? new Date(body.sendAt) : null,
    });
    if (isRefusal(started)) return started;
    return { conversationId: started.conversationId, message: await oneMessage(desk, by, started.messageId) };
  },

  async "GET /api/v1/letter"({ desk, by }) {
    const { db } = desk.database;
    const draft = await findDraft(db, LETTER, by.id);
    const files = draft && (await attachmentsOfDrafts(db, [draft.id])).get(draft.id);
    return { draft: draft ? presentDraft(draft, files ?? []) : null };
  },

  async "PUT /api/v1/letter"({ desk, by, body }) {
    const written = { ...body, mailboxId: body.mailboxId as MailboxId | null, seenMessageId: null };
    const kept = await keepDraftOf(desk, by, LETTER, written);
    return isRefusal(kept) ? kept : presentDraft(kept.draft, kept.attachments);
  },

  async "DELETE /api/v1/letter"({ desk, by }) {
    await throwDraftAway(desk, by, LETTER);
    return {};
  },

  async "POST /api/v1/conversations/:id/replies"({ desk, by, params, body }) {
    const sent = await sendReply(desk, by, params.id as ConversationId, {
      ...body,
      seenMessageId: body.seenMessageId as MessageId | null,
      sendAt: body.sendAt ? new Date(body.sendAt) : null,
      nextUpdateDueAt: body.nextUpdateDueAt ? new Date(body.nextUpdateDueAt) : null,
      promises: body.promises.map(({ id, outcome }) => ({ id: id as PromiseId, outcome })),
    });
    return isRefusal(sent) ? sent : { message: await oneMessage(desk, by, sent.messageId) };
  },

  async "POST /api/v1/messages/:id/undo"({ desk, by, params }) {
    const taken = await undoReply(desk, by, params.id as MessageId);
    if (isRefusal(taken)) return taken;
    const whole = await wholeConversation(desk, by, taken.conversationId, { limit: 1 });
    const draft = whole?.drafts.find((each) => each.kind === taken.draft.kind);
    return { draft: draft ?? presentDraft(taken.draft, []) };
  },

  async "POST /api/v1/messages/:id/retry"({ desk, by, params }) {
    const again = await retryMessage(desk, by, params.id as MessageId);
    return isRefusal(again) ? again : oneMessage(desk, by, params.id as MessageId);
  },

  async "POST /api/v1/conversations/:id/notes"({ desk, by, params, body }) {
    const noted = await addNote(desk, by, params.id as ConversationId, {
      ...body,
      mentions: body.mentions as PersonId[],
    });
    return isRefusal(noted) ? noted : oneMessage(desk, by, noted.messageId);
  },

  async "PUT /api/v1/conversations/:id/draft"({ desk, by, params, body }) {
    const { kind, ...written } = body;
    const kept = await keepDraftOf(
      desk,
      by,
      { conversationId: params.id as ConversationId, kind },
      {
        ...written,
        seenMessageId: body.seenMessageId as MessageId | null,
      },
    );
    return isRefusal(kept) ? kept : presentDraft(kept.draft, kept.attachments);
  },

  async "DELETE /api/v1/conversations/:id/draft/:kind"({ desk, by, params }) {
    await throwDraftAway(desk, by, { conversationId: params.id as ConversationId, kind: params.kind });
    return {};
  },

  async "DELETE /api/v1/attachments/:id"({ desk, by, params }) {
    return (await takeFromDraft(desk, by, params.id)) ?? {};
  },
};
