/** Search over everything: which conversations a query finds, with an excerpt each, and which customers have such a name. */
import type { ConversationId, CustomerId, MessageId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import {
  type ConversationSummary,
  livingConversation,
  maySee,
  summariesOf,
  type WhoLooks,
} from "../conversation/index.ts";
import { listMailboxes } from "../mailbox/index.ts";
import { onConversation, onMessage, type Place } from "./conditions.ts";
import { excerptOf } from "./excerpt.ts";
import { findKnownCustomers } from "./find-known-customers.ts";
import { type FoundPlace, findPlaces } from "./find-places.ts";
import { type Query, readQuery } from "./query.ts";
import { dayOf } from "./read-day.ts";
import { tsqueryOf } from "./tsquery.ts";
import { wordsOf } from "./words.ts";

type Db = Kysely<Tables>;

interface Hit {
  readonly conversation: ConversationSummary;
  /** The newest message that matches; null when the conversation itself was asked for by its number. */
  readonly messageId: MessageId | null;
  readonly at: Date;
  /** Plain text; what matched stands between \u0002 and \u0003. */
  readonly excerpt: string;
}

interface SearchResult {
  readonly hits: readonly Hit[];
  readonly customers: ReadonlyArray<{ readonly id: CustomerId; readonly name: string; readonly address: string }>;
  readonly next: string | null;
  readonly remarks: readonly string[];
}

interface SearchRequest {
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly now: Date;
  /** Where the days of `before:` and `after:` begin: the time zone of whoever asks. */
  readonly zone: string;
}

const MOST_CUSTOMERS = 5;

/**
 * Newest first; each conversation once. Only what this person may see; spam and trash only when asked for.
 * @param typed as in the search field; never refused.
 */
export async function search(
  db: Db,
  who: WhoLooks,
  typed: string,
  { cursor, limit, now, zone }: SearchRequest,
): Promise<SearchResult> {
  const query = readQuery(typed, now, zone);
  const remarks = [...query.remarks];
  const after = readCursor(cursor);
  if (asksNothing(query)) return { hits: [], customers: [], next: null, remarks };

  const { found, next, stoppedAt } = await findPlaces(db, {
    message: onMessage(query, tsqueryOf(query)),
    conversation: onConversation(query, who, await mailboxesNamed(db, who, query, remarks), now),
    after,
    before: query.before,
    since: query.after,
    limit,
  });
  if (stoppedAt)
    remarks.push(`Looked back to ${dayOf(stoppedAt, zone)} so far. Ask for more, or add a word or a filter.`);
  const jumped = after === undefined ? await byNumber(db, who, query) : [];
  const hits = await asHits(db, who, query, found);
  return {
    hits: [...jumped, ...hits.filter((hit) => hit.conversation.id !== jumped[0]?.conversation.id)],
    // A word that fills a page is hardly a mistyped name.
    customers: after === undefined ? await customersNamed(db, who, query, next ? "not-forgiven" : "forgiven") : [],
    next: next ? `${next.at.toISOString()}_${next.id}` : null,
    remarks,
  };
}

const asksNothing = ({ terms, has, is, tags, mailboxes, before, after }: Query): boolean =>
  terms.length + has.length + is.length + tags.length + mailboxes.length === 0 &&
  before === undefined &&
  after === undefined;

/** By the words of its name, or by its address. */
async function mailboxesNamed(db: Db, who: WhoLooks, query: Query, remarks: string[]) {
  if (query.mailboxes.length === 0) return [];
  const all = (await listMailboxes(db)).filter((mailbox) => who.mailboxes.includes(mailbox.id));
  return query.mailboxes.map(({ value, negated }) => {
    const wanted = [...wordsOf(value)].map(({ word }) => word);
    const named = all.filter((mailbox) => {
      const words = [...wordsOf(`${mailbox.name} ${mailbox.address}`)].map(({ word }) => word);
      return wanted.length > 0 && wanted.every((each) => words.some((word) => word.startsWith(each)));
    });
    if (named.length === 0) remarks.push(`No mailbox is called “${value}”.`);
    return { value: named.map((mailbox) => mailbox.id), negated };
  });
}

async function byNumber(db: Db, who: WhoLooks, { conversation }: Query): Promise<Hit[]> {
  if (conversation === undefined) return [];
  const id = await livingConversation(db, conversation as ConversationId);
  if (id === undefined || !(await maySee(db, who, id))) return [];
  const [summary] = await summariesOf(db, who, [id]);
  return summary
    ? [{ conversation: summary, messageId: null, at: summary.last_activity_at, excerpt: summary.preview }]
    : [];
}

async function customersNamed(
  db: Db,
  who: WhoLooks,
  { plain }: Query,
  mistakes: "forgiven" | "not-forgiven",
): Promise<SearchResult["customers"]> {
  if (plain === "" || plain.length > 100) return [];
  const found = await findKnownCustomers(db, who, plain, MOST_CUSTOMERS, mistakes);
  return found.map(({ id, name, addresses }) => ({ id, name, address: addresses[0] ?? "" }));
}

interface Shown {
  readonly id: MessageId;
  readonly subject: string;
  readonly from_name: string;
  readonly from_address: string;
  readonly reply_text: string;
  readonly folded_text: string;
  readonly attachments: string;
}

async function asHits(db: Db, who: WhoLooks, query: Query, found: readonly FoundPlace[]): Promise<Hit[]> {
  if (found.length === 0) return [];
  const [conversations, messages] = await Promise.all([
    summariesOf(
      db,
      who,
      found.map((place) => place.conversation_id),
    ),
    sql<Shown>`
      SELECT m.id, m.subject, m.from_name, m.from_address, left(m.reply_text, 60000) AS reply_text, left(m.folded_text, 60000) AS folded_text,
        coalesce((SELECT string_agg(a.name, ' · ' ORDER BY a.position, a.id) FROM attachment a WHERE a.message_id = m.id AND NOT a.is_inline), '') AS attachments
      FROM message m WHERE m.id = ANY(${found.map((place) => place.message_id)}::bigint[])
    `.execute(db),
  ]);
  const byId = new Map(conversations.map((each) => [each.id, each]));
  const shown = new Map(messages.rows.map((row) => [row.id, row]));
  return found.flatMap(({ conversation_id, message_id, at }) => {
    const conversation = byId.get(conversation_id);
    const message = shown.get(message_id);
    if (!conversation || !message) return [];
    const texts = [
      message.reply_text,
      message.attachments,
      message.folded_text,
      message.subject,
      `${message.from_name} ${message.from_address}`,
    ];
    return [{ conversation, messageId: message_id, at, excerpt: excerptOf(texts, query.terms) }];
  });
}

function readCursor(cursor: string | undefined): Place | undefined {
  const [, at = "", id = ""] = /^([0-9TZ:.-]{10,30})_(\d{1,15})$/.exec(cursor ?? "") ?? [];
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : { at: date, id: Number(id) };
}
