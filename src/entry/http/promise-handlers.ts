/** The routes of the promise ledger: translate, call one verb or read the ledger, translate back. */
import { reopenPromise, settlePromise } from "../../desk/provide/index.ts";
import type { PromiseId } from "../../kit/index.ts";
import { keptRate, type OpenPromise, openPromises, type PromiseStanding } from "../../records/promise/index.ts";
import type * as wire from "../contract/index.ts";
import type { Handlers } from "./mount.ts";
import { whoLooks } from "./who-looks.ts";

const DAY_MS = 86_400_000;

export const promiseHandlers: Handlers<keyof wire.PromiseRoutes> = {
  async "GET /api/v1/promises"({ desk, by, query }) {
    const { mailboxes } = await whoLooks(desk, by);
    const rows = await openPromises(desk.database.db, {
      mailboxes,
      of: query.whose === "mine" ? by.id : undefined,
      after: readCursor(query.cursor),
      limit: query.limit + 1,
      now: desk.now(),
      timeZone: by.timeZone,
    });
    const items = rows.slice(0, query.limit);
    return { items: items.map(presentLine), next: rows.length > query.limit ? cursorAfter(items.at(-1)) : null };
  },

  async "GET /api/v1/promises/rate"({ desk, by, query }) {
    const { mailboxes } = await whoLooks(desk, by);
    const to = desk.now();
    const from = new Date(to.getTime() - query.days * DAY_MS);
    const rate = await keptRate(desk.database.db, { mailboxes, from, to });
    return { from: from.toISOString(), to: to.toISOString(), ...rate };
  },

  async "POST /api/v1/promises/:id/settle"({ desk, by, params, body }) {
    return (await settlePromise(desk, by, params.id as PromiseId, body)) ?? {};
  },

  async "POST /api/v1/promises/:id/reopen"({ desk, by, params }) {
    return (await reopenPromise(desk, by, params.id as PromiseId)) ?? {};
  },
};

const presentLine = (row: OpenPromise): wire.LedgerLine => ({
  id: row.id,
  messageId: row.message_id,
  conversationId: row.conversation_id,
  subject: row.subject,
  customer: { id: row.customer_id, name: row.customer_name, address: row.customer_address },
  personId: row.person_id,
  assigneeId: row.assignee_id,
  who: row.who,
  what: row.what,
  due: row.due_at?.toISOString() ?? null,
  isDay: row.due_is_day,
  settling: row.settling,
  bucket: row.bucket,
});

export const presentStanding = (row: PromiseStanding): wire.StandingPromise => ({
  id: row.id,
  messageId: row.message_id,
  personId: row.person_id,
  givenAt: row.given_at.toISOString(),
  who: row.who,
  what: row.what,
  due: row.due_at?.toISOString() ?? null,
  isDay: row.due_is_day,
  state: row.state,
  outcome: row.outcome,
  settling: row.settling,
  isOwnedUp: row.is_owned_up,
});

const NO_DAY = "none";

const cursorAfter = (last: OpenPromise | undefined): string | null =>
  last ? `${last.due_at?.toISOString() ?? NO_DAY}_${last.id}` : null;

function readCursor(cursor: string | undefined): { at: Date | null; id: number } | undefined {
  const [at = "", id = ""] = cursor?.split("_") ?? [];
  if (!/^\d{1,15}$/.test(id)) return undefined;
  if (at === NO_DAY) return { at: null, id: Number(id) };
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : { at: date, id: Number(id) };
}
