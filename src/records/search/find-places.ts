/**
 * Finds the newest matching message of each conversation, newest first, in bounded time.
 *
 * The planner, which knows how frequent each word is, is asked how many messages match. When they are few they are all
 * fetched through the index of words. When few conversations come into question, their messages are looked through. Else
 * nobody needs all matches: messages are walked from the newest back until a page is full, and the walk ends after a fixed
 * number; the next page goes on from there. So the time does not grow with the desk.
 */
import type { ConversationId, MessageId } from "../../kit/index.ts";
import { type Kysely, type RawBuilder, sql, type Tables } from "../../platform/storage/index.ts";
import type { Place } from "./conditions.ts";
import { walkBack } from "./walk-back.ts";

export interface FoundPlace {
  readonly conversation_id: ConversationId;
  readonly message_id: MessageId;
  readonly at: Date;
}

export interface Looked {
  readonly found: readonly FoundPlace[];
  /** Where to go on. */
  readonly next: Place | undefined;
  /** The walk ended before the page was full and before the oldest message. */
  readonly stoppedAt: Date | undefined;
}

export interface Wanted {
  /** On `search_message s`. */
  readonly message: RawBuilder<unknown>;
  /** On `conversation c`. */
  readonly conversation: RawBuilder<unknown>;
  readonly after: Place | undefined;
  readonly before: Date | undefined;
  readonly since: Date | undefined;
  readonly limit: number;
}

type Db = Kysely<Tables>;

/** Each match is a page read from somewhere: about 5 µs. */
const FEW_MESSAGES = 3_000;
/** Each has half a dozen messages, which lie together. */
const FEW_CONVERSATIONS = 800;
/** In the planner's units: more would mean reading the whole table. */
const CHEAP = 6_000;

export async function findPlaces(db: Db, wanted: Wanted): Promise<Looked> {
  const messages = await expect(db, sql`SELECT 1 FROM search_message s WHERE ${wanted.message}`);
  if (messages.rows <= FEW_MESSAGES) return page(wanted, await byWords(db, wanted));
  const conversations = await expect(db, sql`SELECT 1 FROM conversation c WHERE ${wanted.conversation}`);
  if (conversations.rows <= FEW_CONVERSATIONS && conversations.cost <= CHEAP)
    return page(wanted, await byConversations(db, wanted));
  return walkBack(db, wanted);
}

/** What the planner expects of a query, without running it. */
async function expect(db: Db, query: RawBuilder<unknown>): Promise<{ rows: number; cost: number }> {
  type Explained = { "QUERY PLAN": [{ Plan: { "Plan Rows": number; "Total Cost": number } }] };
  const explained = await sql<Explained>`EXPLAIN (FORMAT JSON) ${query}`.execute(db);
  const plan = explained.rows[0]?.["QUERY PLAN"][0].Plan;
  return {
    rows: plan?.["Plan Rows"] ?? Number.POSITIVE_INFINITY,
    cost: plan?.["Total Cost"] ?? Number.POSITIVE_INFINITY,
  };
}

const inOrder = sql`ORDER BY at DESC, message_id DESC`;
const onThisPage = ({ after }: Wanted) => (after ? sql`WHERE (at, message_id) < (${after.at}, ${after.id})` : sql``);

/** OFFSET 0 keeps the two sides apart: conversations are looked at one by one, newest first, until the page is full. */
async function byWords(db: Db, wanted: Wanted): Promise<FoundPlace[]> {
  const { rows } = await sql<FoundPlace>`
    SELECT n.conversation_id, n.message_id, n.at FROM (
      SELECT * FROM (
        SELECT DISTINCT ON (s.conversation_id) s.conversation_id, s.message_id, s.at FROM search_message s
        WHERE ${wanted.message} ORDER BY s.conversation_id, s.at DESC, s.message_id DESC
      ) newest ${onThisPage(wanted)} ${inOrder} OFFSET 0
    ) n CROSS JOIN LATERAL (SELECT 1 FROM conversation c WHERE c.id = n.conversation_id AND ${wanted.conversation} OFFSET 0) seen
    ORDER BY n.at DESC, n.message_id DESC LIMIT ${wanted.limit + 1}
  `.execute(db);
  return rows;
}

async function byConversations(db: Db, wanted: Wanted): Promise<FoundPlace[]> {
  const { rows } = await sql<FoundPlace>`
    SELECT conversation_id, message_id, at FROM (
      SELECT n.* FROM (SELECT c.id FROM conversation c WHERE ${wanted.conversation} OFFSET 0) few
      CROSS JOIN LATERAL (
        SELECT s.conversation_id, s.message_id, s.at FROM search_message s
        WHERE s.conversation_id = few.id AND ${wanted.message} ORDER BY s.at DESC, s.message_id DESC LIMIT 1
      ) n
    ) newest ${onThisPage(wanted)} ${inOrder} LIMIT ${wanted.limit + 1}
  `.execute(db);
  return rows;
}

function page({ limit }: Wanted, rows: readonly FoundPlace[]): Looked {
  const found = rows.slice(0, limit);
  const last = found.at(-1);
  return {
    found,
    next: rows.length > limit && last ? { at: last.at, id: last.message_id } : undefined,
    stoppedAt: undefined,
  };
}
