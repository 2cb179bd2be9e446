/**
 * The promise ledger: what the team has promised and not settled, and how many promises it keeps (METHOD close.through,
 * expect.timeline). A promise counts once its letter has left, and one of a third party counts for nothing. Reads alone; outcomes
 * are written by outcomes.ts.
 */
import { DateTime } from "luxon";
import {
  type ConversationId,
  type CustomerId,
  type MailboxId,
  type MessageId,
  type PersonId,
  type PromiseId,
  wilson,
} from "../../kit/index.ts";
import { type Kysely, type RawBuilder, sql, type Tables } from "../../platform/storage/index.ts";
import { type PromiseState, stateOf } from "./standing.ts";
import type { Outcome } from "./tables.ts";

type Db = Kysely<Tables>;

export type Bucket = "overdue" | "today" | "week" | "later" | "no-day";

export interface OpenPromise {
  readonly id: PromiseId;
  readonly conversation_id: ConversationId;
  readonly message_id: MessageId;
  readonly subject: string;
  readonly customer_id: CustomerId;
  readonly customer_name: string;
  readonly customer_address: string;
  readonly who: "me" | "us";
  readonly what: string;
  readonly due_at: Date | null;
  readonly due_is_day: boolean;
  /** Who wrote the letter. */
  readonly person_id: PersonId | null;
  /** Whose conversation it is now: promises are handed over with it. */
  readonly assignee_id: PersonId | null;
  /** What a letter that is on its way says of it. */
  readonly settling: Outcome | null;
  readonly bucket: Bucket;
}

export interface LedgerRequest {
  /** The mailboxes whose mail the reader may see. */
  readonly mailboxes: readonly MailboxId[];
  /** Only what this person has to keep: in their own conversations, and in nobody's where they promised it. */
  readonly of?: PersonId | undefined;
  /** Where the page before ended; `at` null among those without a day. */
  readonly after?: { readonly at: Date | null; readonly id: number } | undefined;
  readonly limit: number;
  readonly now: Date;
  /** IANA name of the reader's: their day decides what is due today. */
  readonly timeZone: string;
}

const DUE = sql`coalesce(p.due_at, 'infinity')`;
/** Who promised, and whether the letter reached anybody, in a conversation that is one. */
const COUNTS = sql`p.who <> 'other' AND m.delivery = 'sent' AND c.status NOT IN ('spam', 'trash')`;
const seenBy = (mailboxes: readonly MailboxId[]): RawBuilder<unknown> =>
  sql`c.mailbox_ids && ${[...mailboxes]}::bigint[]`;
/** What was said of it counts: at once, or when the letter that says so has left. */
const SAID = sql`(o.message_id IS NULL OR n.delivery = 'sent')`;
const ON_ITS_WAY = sql`n.delivery IN ('scheduled', 'waiting', 'sending')`;

/** Its letter, and where that stands now. */
const GIVEN_IN = sql`JOIN message m ON m.id = p.message_id JOIN conversation c ON c.id = m.conversation_id`;

/** One page of what is open or broken, due first; without a day last. One query. */
export async function openPromises(db: Db, request: LedgerRequest): Promise<OpenPromise[]> {
  const { mailboxes, of, after, limit, now, timeZone } = request;
  const page =
    after === undefined
      ? sql``
      : sql`AND (${DUE}, p.id) > (coalesce(${after.at}::timestamptz, 'infinity'), ${after.id})`;
  const whose = of === undefined ? sql`` : sql`AND coalesce(c.assignee_id, m.person_id) = ${of}`;
  const here = sql`${COUNTS} AND ${seenBy(mailboxes)} ${whose} ${page} ORDER BY ${DUE}, p.id LIMIT ${limit}`;
  const { rows } = await sql<Omit<OpenPromise, "bucket">>`
    WITH owed AS (
      (SELECT p.id, NULL AS settling FROM promise p ${GIVEN_IN} WHERE NOT p.has_outcome AND ${here})
      UNION ALL
      (SELECT p.id, CASE WHEN ${ON_ITS_WAY} THEN o.outcome END
        FROM message n JOIN promise_outcome o ON o.message_id = n.id JOIN promise p ON p.id = o.promise_id ${GIVEN_IN}
        WHERE n.delivery <> 'sent' AND ${here})
    )
    SELECT p.id, m.conversation_id, p.message_id, c.subject, c.customer_id, cu.name AS customer_name,
      coalesce((SELECT a.address::text FROM customer_address a WHERE a.customer_id = c.customer_id ORDER BY a.created_at, a.address LIMIT 1), '') AS customer_address,
      p.who, p.what, p.due_at, p.due_is_day, m.person_id, c.assignee_id, owed.settling
    FROM owed JOIN promise p ON p.id = owed.id ${GIVEN_IN} JOIN customer cu ON cu.id = c.customer_id
    ORDER BY ${DUE}, p.id LIMIT ${limit}
  `.execute(db);
  const inBucket = bucketsFor(now, timeZone);
  return rows.map((row) => ({ ...row, bucket: inBucket(row.due_at) }));
}

/** Weeks end on Sunday (ISO 8601), days at midnight where the reader is. */
function bucketsFor(now: Date, timeZone: string): (due: Date | null) => Bucket {
  const here = DateTime.fromJSDate(now, { zone: DateTime.local({ zone: timeZone }).isValid ? timeZone : "utc" });
  const endOfDay = here.endOf("day").toJSDate();
  const endOfWeek = here.endOf("week").toJSDate();
  return (due) => {
    if (due === null) return "no-day";
    if (due < now) return "overdue";
    if (due <= endOfDay) return "today";
    return due <= endOfWeek ? "week" : "later";
  };
}

export interface PromiseStanding {
  readonly id: PromiseId;
  readonly message_id: MessageId;
  readonly person_id: PersonId | null;
  readonly given_at: Date;
  readonly who: "me" | "us";
  readonly what: string;
  readonly due_at: Date | null;
  readonly due_is_day: boolean;
  readonly state: PromiseState;
  readonly outcome: Outcome | null;
  readonly settling: Outcome | null;
  /** Broken, and a letter of ours that has left has had to do with it since. */
  readonly is_owned_up: boolean;
}

/** Every promise of a conversation that counts, as it stands; due first. */
export async function promisesOf(db: Db, id: ConversationId, now: Date): Promise<PromiseStanding[]> {
  const { rows } = await sql<Omit<PromiseStanding, "state"> & { settled_at: Date | null }>`
    SELECT p.id, p.message_id, m.person_id, coalesce(m.delivered_at, m.at) AS given_at, p.who, p.what, p.due_at, p.due_is_day,
      CASE WHEN ${SAID} THEN o.outcome END AS outcome, CASE WHEN ${ON_ITS_WAY} THEN o.outcome END AS settling,
      CASE WHEN o.promise_id IS NOT NULL AND ${SAID} THEN coalesce(n.delivered_at, o.at) END AS settled_at,
      o.promise_id IS NOT NULL AND ${SAID} AND (o.message_id IS NOT NULL OR EXISTS (
        SELECT 1 FROM message l WHERE l.conversation_id = c.id AND l.kind = 'outbound' AND NOT l.is_automatic
          AND l.delivery = 'sent' AND l.notes->'forwarded' IS NULL AND l.delivered_at > o.at)) AS is_owned_up
    FROM promise p ${GIVEN_IN}
      LEFT JOIN promise_outcome o ON o.promise_id = p.id LEFT JOIN message n ON n.id = o.message_id
    WHERE m.conversation_id = ${id} AND ${COUNTS}
    ORDER BY ${DUE}, p.id
  `.execute(db);
  return rows.map(({ settled_at, ...row }) => {
    const state = stateOf({ due: row.due_at, outcome: row.outcome, settledAt: settled_at }, now);
    return { ...row, state, is_owned_up: state === "broken" && row.is_owned_up };
  });
}

/** Where a promise was given, whether or not it counts. */
export async function conversationOfPromise(db: Db, id: PromiseId): Promise<ConversationId | undefined> {
  const row = await db
    .selectFrom("promise")
    .innerJoin("message", "message.id", "promise.message_id")
    .select("message.conversation_id")
    .where("promise.id", "=", id)
    .executeTakeFirst();
  return row?.conversation_id;
}

export interface KeptRate {
  readonly kept: number;
  /** Moved, and the customer told, before it was due. */
  readonly moved: number;
  readonly broken: number;
  /** Withdrawn before it was due, and so never due: in no share. */
  readonly withdrawn: number;
  /** All that fell due: kept, moved and broken. */
  readonly of: number;
  /** (kept + moved) ÷ of; null when nothing fell due. */
  readonly share: number | null;
  /** Wilson's interval of the share, 95 %. */
  readonly low: number;
  readonly high: number;
}

/** Of what fell due from `from` until before `to`: how much was kept in time, or moved with notice. What has no day counts for nothing. */
export async function keptRate(
  db: Db,
  { mailboxes, from, to }: { readonly mailboxes: readonly MailboxId[]; readonly from: Date; readonly to: Date },
): Promise<KeptRate> {
  const inTime = sql`${SAID} AND coalesce(n.delivered_at, o.at) <= p.due_at`;
  const { rows } = await sql<Pick<KeptRate, "kept" | "moved" | "withdrawn"> & { all: number }>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE o.outcome = 'kept' AND ${inTime})::int AS kept,
      count(*) FILTER (WHERE o.outcome = 'moved' AND ${inTime})::int AS moved,
      count(*) FILTER (WHERE o.outcome = 'withdrawn' AND ${inTime})::int AS withdrawn
    FROM promise p ${GIVEN_IN}
      LEFT JOIN promise_outcome o ON o.promise_id = p.id LEFT JOIN message n ON n.id = o.message_id
    WHERE ${COUNTS} AND ${seenBy(mailboxes)} AND p.due_at >= ${from} AND p.due_at < ${to}
  `.execute(db);
  const { all, kept, moved, withdrawn } = rows[0] ?? { all: 0, kept: 0, moved: 0, withdrawn: 0 };
  const of = all - withdrawn;
  return {
    kept,
    moved,
    broken: of - kept - moved,
    withdrawn,
    of,
    share: of === 0 ? null : (kept + moved) / of,
    ...wilson(kept + moved, of),
  };
}
