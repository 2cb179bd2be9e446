/** The Desk screen's routes, except what is written there: translate, call one verb or read a list, translate back. */

import {
  assignConversation,
  bePresent,
  changeStatus,
  correctFact,
  dropFact,
  listQuarantined,
  mergeConversations,
  moveConversation,
  nameConversation,
  noteFact,
  seeMessage,
  setNextUpdate,
  snoozeConversation,
  splitConversation,
  tagConversation,
  unmergeConversations,
} from "../../desk/team/index.ts";
import type { ConversationId, FactId, MailboxId, MessageId, PersonId } from "../../kit/index.ts";
import { isRefusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { listLog } from "../../platform/events/index.ts";
import { namesOfPeople, type SignedIn } from "../../records/account/index.ts";
import {
  type ConversationSummary,
  countOpenByMailbox,
  countViews,
  listConversations,
  livingConversation,
  maySee,
  summariesOf,
  wentInto,
} from "../../records/conversation/index.ts";
import type * as wire from "../contract/index.ts";
import type { Handlers } from "./mount.ts";
import { presentFact, presentRow } from "./present.ts";
import { soundsOf } from "./row-sounds.ts";
import { whoLooks } from "./who-looks.ts";
import { wholeConversation } from "./whole-conversation.ts";

const NOT_HERE = refuse(
  "conversation-not-found",
  "This conversation is not here.",
  "It may have been moved, or you may not see its mailbox.",
);

/** After a change: the row as the list shows it now. */
async function rowAfter(desk: Desk, by: SignedIn, id: ConversationId, refusal: unknown) {
  if (isRefusal(refusal)) return refusal;
  const [row] = await summariesOf(desk.database.db, await whoLooks(desk, by), [id]);
  return row ? presentRow(row) : NOT_HERE;
}

export const conversationHandlers: Handlers<keyof wire.ConversationRoutes> = {
  async "GET /api/v1/counts"({ desk, by }) {
    const who = await whoLooks(desk, by);
    const { db } = desk.database;
    const [views, mailboxes, quarantined] = await Promise.all([
      countViews(db, who, desk.now()),
      countOpenByMailbox(db, who.mailboxes, desk.now()),
      listQuarantined(desk, by),
    ]);
    return { views: views as never, mailboxes, quarantined: quarantined.length };
  },

  async "GET /api/v1/conversations"({ desk, by, query }) {
    const rows = await listConversations(desk.database.db, {
      ...(await whoLooks(desk, by)),
      view: query.view,
      mailboxId: query.mailboxId as MailboxId | undefined,
      tag: query.tag,
      after: readCursor(query.cursor),
      limit: query.limit + 1,
      now: desk.now(),
    });
    const items = rows.slice(0, query.limit);
    const sounds = await soundsOf(desk, items);
    return {
      items: items.map((row) => {
        const sound = sounds.get(row.id);
        return { ...presentRow(row), ...(sound ? { sound } : {}) };
      }),
      next: rows.length > query.limit ? cursorAfter(query.view, items.at(-1)) : null,
    };
  },

  async "GET /api/v1/conversations/:id"({ desk, by, params, query }) {
    const id = params.id as ConversationId;
    const living = await livingConversation(desk.database.db, id);
    if (living !== undefined && living !== id && (await maySee(desk.database.db, await whoLooks(desk, by), living)))
      return wentInto(living);
    const whole = await wholeConversation(desk, by, id, {
      before: query.before as MessageId | undefined,
      limit: query.limit,
    });
    return whole ?? NOT_HERE;
  },

  async "POST /api/v1/conversations/:id/assign"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await assignConversation(desk, by, id, body.personId as PersonId | null));
  },
  async "POST /api/v1/conversations/:id/status"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await changeStatus(desk, by, id, body));
  },
  async "POST /api/v1/conversations/:id/snooze"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await snoozeConversation(desk, by, id, body.until ? new Date(body.until) : null));
  },
  async "POST /api/v1/conversations/:id/next-update"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await setNextUpdate(desk, by, id, body.at ? new Date(body.at) : null));
  },
  async "POST /api/v1/conversations/:id/tags"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await tagConversation(desk, by, id, body.tags));
  },
  async "POST /api/v1/conversations/:id/subject"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await nameConversation(desk, by, id, body.subject));
  },
  async "POST /api/v1/conversations/:id/move"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await moveConversation(desk, by, id, body.mailboxId as MailboxId));
  },
  async "POST /api/v1/conversations/:id/merge"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await mergeConversations(desk, by, id, body.otherId as ConversationId));
  },
  async "POST /api/v1/conversations/:id/unmerge"({ desk, by, params, body }) {
    const id = params.id as ConversationId;
    return rowAfter(desk, by, id, await unmergeConversations(desk, by, id, body.otherId as ConversationId));
  },
  async "POST /api/v1/conversations/:id/split"({ desk, by, params, body }) {
    const split = await splitConversation(desk, by, params.id as ConversationId, {
      messageId: body.messageId as MessageId,
      subject: body.subject,
    });
    return isRefusal(split) ? split : rowAfter(desk, by, split.conversationId, undefined);
  },

  async "POST /api/v1/conversations/:id/seen"({ desk, by, params, body }) {
    return (await seeMessage(desk, by, params.id as ConversationId, body.messageId as MessageId)) ?? {};
  },

  async "POST /api/v1/conversations/:id/presence"({ desk, by, params, body }) {
    const doing = body.leaving ? "leaving" : body.writing ? "writing" : "reading";
    const others = await bePresent(desk, by, params.id as ConversationId, doing);
    if (isRefusal(others)) return others;
    const people = others.map((each) => each.personId);
    const names = await namesOfPeople(desk.database.db, people);
    return {
      items: others.map(({ personId, isWriting }) => ({
        personId,
        name: names.get(personId) ?? "",
        writing: isWriting,
      })),
    };
  },

  async "POST /api/v1/conversations/:id/facts"({ desk, by, params, body }) {
    const fact = await noteFact(desk, by, params.id as ConversationId, {
      ...body,
      messageId: body.messageId as MessageId | null,
    });
    return isRefusal(fact) ? fact : presentFact(fact);
  },
  async "PATCH /api/v1/facts/:id"({ desk, by, params, body }) {
    const fact = await correctFact(desk, by, params.id as FactId, body);
    return isRefusal(fact) ? fact : presentFact(fact);
  },
  async "DELETE /api/v1/facts/:id"({ desk, by, params }) {
    const gone = await dropFact(desk, by, params.id as FactId);
    return isRefusal(gone) ? gone : {};
  },

  async "GET /api/v1/conversations/:id/log"({ desk, by, params }) {
    if (!(await maySee(desk.database.db, await whoLooks(desk, by), params.id as ConversationId))) return NOT_HERE;
    const lines = await listLog(desk.database.db, params.id as ConversationId);
    return {
      items: lines.map((line) => ({
        id: line.id,
        at: line.at.toISOString(),
        kind: line.kind,
        personId: line.person_id,
        data: line.data as never,
      })),
    };
  },
};

function cursorAfter(view: wire.View, last: ConversationSummary | undefined): string | null {
  if (!last) return null;
  const at = view === "promised" ? last.next_update_due_at : last.last_activity_at;
  return at ? `${at.toISOString()}_${last.id}` : null;
}

function readCursor(cursor: string | undefined): { at: Date; id: number } | undefined {
  const [at, id] = cursor?.split("_") ?? [];
  if (!at || !id) return undefined;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) || !/^\d{1,15}$/.test(id) ? undefined : { at: date, id: Number(id) };
}
