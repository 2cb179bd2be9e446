/** Looks through messages from the newest back, a stride at a time, for words and filters that very many messages match. */
import type { ConversationId, MessageId } from "../../kit/index.ts";
import { type Kysely, type RawBuilder, sql, type Tables } from "../../platform/storage/index.ts";
import type { Place } from "./conditions.ts";
import type { FoundPlace, Looked, Wanted } from "./find-places.ts";

type Db = Kysely<Tables>;

const STRIDE = 2_000;
const MOST_WALKED = 20_000;

export async function walkBack(db: Db, wanted: Wanted): Promise<Looked> {
  const found = new Map<ConversationId, FoundPlace>();
  const places = () => [...found.values()];
  let from = wanted.after ?? (wanted.before && { at: wanted.before, id: 0 });
  for (let walked = 0; walked < MOST_WALKED; walked += STRIDE) {
    const matches = await matchesOfStride(db, wanted, from);
    const fresh = matches.filter((match) => !found.has(match.conversation_id));
    for (const match of await notShownBefore(db, wanted, fresh)) {
      if (found.has(match.conversation_id)) continue;
      if (found.size === wanted.limit) return { found: places(), next: placeOf(places().at(-1)), stoppedAt: undefined };
      found.set(match.conversation_id, match);
    }
    from = matches.length === matchesAtOnce(wanted) ? placeOf(matches.at(-1)) : await endOfStride(db, from);
    if (from === undefined || (wanted.since && from.at < wanted.since))
      return { found: places(), next: undefined, stoppedAt: undefined };
  }
  return { found: places(), next: from, stoppedAt: from?.at };
}

const placeOf = (place: FoundPlace | undefined): Place | undefined => place && { at: place.at, id: place.message_id };

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
