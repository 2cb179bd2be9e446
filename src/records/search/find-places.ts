/**
 * Finds the newest matching message of each conversation, newest first, in bounded time.
 *
 * The planner is asked what all matches would cost. When they are few, they are all fetched through the index. When they
 * are many (a common word), nobody needs them all: the messages are walked from the newest back until a page is full, and
 * the walk ends after a fixed number of messages; the next page goes on from there. So the time does not grow with the desk.
 */
import type { ConversationId, MessageId } from "../../kit/index.ts";
import { type Kysely, type RawBuilder, sql, type Tables } from "../../platform/storage/index.ts";
import type { Place } from "./conditions.ts";

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

interface Wanted {
  readonly message: RawBuilder<unknown>;
  readonly conversation: RawBuilder<unknown>;
  readonly after: Place | undefined;
  /** Nothing older is wanted. */
  readonly since: Date | undefined;
  readonly limit: number;
}

type Db = Kysely<Tables>;

/** The planner's cost units; about 25 ms of one core. */
const AFFORDABLE_COST = 12_000;
const STRIDE = 2_000;
const MOST_WALKED = 20_000;

export async function findPlaces(db: Db, wanted: Wanted): Promise<Looked> {
  const cost = await costOf(db, everyMatch(wanted));
  return cost <= AFFORDABLE_COST ? fetchAll(db, wanted) : walk(db, wanted);
}

const everyMatch = ({ message, conversation }: Wanted): RawBuilder<FoundPlace> => sql<FoundPlace>`
  SELECT s.conversation_id, s.message_id, s.at FROM search_message s JOIN conversation c ON c.id = s.conversation_id
  WHERE ${message} AND ${conversation}`;

async function costOf(db: Db, query: RawBuilder<unknown>): Promise<number> {
  const explained = await sql<{
    "QUERY PLAN": [{ Plan: { "Total Cost": number } }];
  }>`EXPLAIN (FORMAT JSON) ${query}`.execute(db);
  return explained.rows[0]?.["QUERY PLAN"][0].Plan["Total Cost"] ?? Number.POSITIVE_INFINITY;
}

async function fetchAll(db: Db, wanted: Wanted): Promise<Looked> {
  const { after, limit } = wanted;
  const page = after ? sql`WHERE (at, message_id) < (${after.at}, ${after.id})` : sql``;
  const { rows } = await sql<FoundPlace>`
    SELECT * FROM (
      SELECT DISTINCT ON (conversation_id) * FROM (${everyMatch(wanted)}) matching ORDER BY conversation_id, at DESC, message_id DESC
    ) newest ${page} ORDER BY at DESC, message_id DESC LIMIT ${limit + 1}
  `.execute(db);
  const found = rows.slice(0, limit);
  const last = found.at(-1);
  return {
    found,
    next: rows.length > limit && last ? { at: last.at, id: last.message_id } : undefined,
    stoppedAt: undefined,
  };
}

async function walk(db: Db, wanted: Wanted): Promise<Looked> {
  const found = new Map<ConversationId, FoundPlace>();
  let from = wanted.after;
  for (let walked = 0; walked < MOST_WALKED; walked += STRIDE) {
    const matches = await matchesOfStride(db, wanted, from);
    const fresh = await notShownBefore(
      db,
      wanted,
      matches.filter((match) => !found.has(match.conversation_id)),
    );
    for (const match of fresh) {
      if (found.size === wanted.limit) {
        const last = [...found.values()].at(-1) as FoundPlace;
        return { found: [...found.values()], next: { at: last.at, id: last.message_id }, stoppedAt: undefined };
      }
      if (!found.has(match.conversation_id)) found.set(match.conversation_id, match);
    }
    const last = matches.at(-1);
    from =
      matches.length === matchesAtOnce(wanted) && last
        ? { at: last.at, id: last.message_id }
        : await endOfStride(db, from);
    if (from === undefined || (wanted.since && from.at < wanted.since))
      return { found: [...found.values()], next: undefined, stoppedAt: undefined };
  }
  return { found: [...found.values()], next: from, stoppedAt: from?.at };
}

/** More than a page, because several may be of one conversation. */
const matchesAtOnce = ({ limit }: Wanted): number => 3 * limit + 1;

const olderThan = (place: Place | undefined): RawBuilder<unknown> =>
  place ? sql`WHERE (at, message_id) < (${place.at}, ${place.id})` : sql``;

async function matchesOfStride(db: Db, wanted: Wanted, from: Place | undefined): Promise<FoundPlace[]> {
  // OFFSET 0 keeps the two sides apart: conversations are looked at one by one, only for messages that match.
  const { rows } = await sql<FoundPlace>`
    SELECT s.conversation_id, s.message_id, s.at
    FROM (SELECT * FROM search_message ${olderThan(from)} ORDER BY at DESC, message_id DESC LIMIT ${STRIDE}) s
    CROSS JOIN LATERAL (SELECT 1 FROM conversation c WHERE c.id = s.conversation_id AND ${wanted.conversation} OFFSET 0) seen
    WHERE ${wanted.message} ORDER BY s.at DESC, s.message_id DESC LIMIT ${matchesAtOnce(wanted)}
  `.execute(db);
  return rows;
}

async function endOfStride(db: Db, from: Place | undefined): Promise<Place | undefined> {
  const { rows } = await sql<{ at: Date; message_id: MessageId }>`
    SELECT at, message_id FROM search_message ${olderThan(from)} ORDER BY at DESC, message_id DESC OFFSET ${STRIDE - 1} LIMIT 1
  `.execute(db);
  const end = rows[0];
  return end && { at: end.at, id: end.message_id };
}

/** On later pages: without the conversations whose newest match stood on an earlier page. */
async function notShownBefore(db: Db, wanted: Wanted, matches: readonly FoundPlace[]): Promise<readonly FoundPlace[]> {
  if (wanted.after === undefined || matches.length === 0) return matches;
  const ids = [...new Set(matches.map((match) => match.conversation_id))];
  const { rows } = await sql<{ conversation_id: ConversationId }>`
    SELECT DISTINCT s.conversation_id FROM search_message s
    WHERE s.conversation_id = ANY(${ids}::bigint[]) AND (s.at, s.message_id) >= (${wanted.after.at}, ${wanted.after.id}) AND ${wanted.message}
  `.execute(db);
  const shown = new Set(rows.map((row) => row.conversation_id));
  return matches.filter((match) => !shown.has(match.conversation_id));
}
