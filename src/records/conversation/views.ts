/** The lists of the Desk screen. Each view is one condition over an index; nobody sees a mailbox that is not theirs. */
import type { ConversationId, CustomerId, MailboxId, MessageId, PersonId } from "../../kit/index.ts";
import { type Kysely, type RawBuilder, sql, type Tables } from "../../platform/storage/index.ts";
import type { Ending, Status } from "./tables.ts";

type Db = Kysely<Tables>;
export type ViewName =
  | "mine"
  | "unassigned"
  | "open"
  | "waiting"
  | "promised"
  | "snoozed"
  | "mentions"
  | "resolved"
  | "all"
  | "spam"
  | "trash";

export interface ConversationSummary {
  readonly id: ConversationId;
  readonly subject: string;
  readonly status: Status;
  readonly ending: Ending | null;
  readonly customer_id: CustomerId;
  readonly customer_name: string;
  readonly customer_address: string;
  readonly mailbox_ids: MailboxId[];
  readonly assignee_id: PersonId | null;
  readonly tags: string[];
  readonly preview: string;
  readonly message_count: number;
  readonly has_attachments: boolean;
  readonly unread: boolean;
  readonly snoozed_until: Date | null;
  readonly next_update_due_at: Date | null;
  readonly waiting_since: Date | null;
  readonly last_activity_at: Date;
  readonly last_message_id: MessageId | null;
  readonly trouble: string | null;
  readonly is_sample: boolean;
}

export interface WhoLooks {
  readonly person: PersonId;
  /** The mailboxes whose mail this person may see. */
  readonly mailboxes: readonly MailboxId[];
}

export interface ListRequest extends WhoLooks {
  readonly view: ViewName;
  readonly mailboxId?: MailboxId | undefined;
  readonly tag?: string | undefined;
  /** Where the page before ended. */
  readonly after?: { readonly at: Date; readonly id: number } | undefined;
  readonly limit: number;
  readonly now: Date;
}

const ids = (list: readonly number[]): RawBuilder<unknown> => sql`${[...list]}::bigint[]`;

/** The condition of a view. Snoozed conversations hide from the working views until they come back. */
function inView(view: ViewName, person: PersonId, now: Date): RawBuilder<unknown> {
  const awake = sql`(c.snoozed_until IS NULL OR c.snoozed_until <= ${now})`;
  switch (view) {
    case "mine":
      return sql`c.assignee_id = ${person} AND c.status IN ('open', 'waiting') AND ${awake}`;
    case "unassigned":
      return sql`c.assignee_id IS NULL AND c.status = 'open' AND ${awake}`;
    case "open":
      return sql`c.status = 'open' AND ${awake}`;
    case "waiting":
      return sql`c.status = 'waiting' AND ${awake}`;
    case "promised":
      return sql`c.status IN ('open', 'waiting') AND c.next_update_due_at IS NOT NULL`;
    case "snoozed":
      return sql`c.status IN ('open', 'waiting') AND c.snoozed_until > ${now}`;
    case "mentions":
      return sql`c.id IN (SELECT m.conversation_id FROM message m WHERE m.kind = 'note' AND m.mentions @> ARRAY[${person}]::bigint[]) AND c.status <> 'trash'`;
    case "all":
      return sql`c.status IN ('open', 'waiting', 'resolved')`;
    case "resolved":
    case "spam":
    case "trash":
      return sql`c.status = ${view}`;
  }
}

const summary = (person: PersonId): RawBuilder<unknown> => sql`
  c.id, c.subject, c.status, c.ending, c.customer_id, cu.name AS customer_name,
  coalesce((SELECT a.address::text FROM customer_address a WHERE a.customer_id = c.customer_id ORDER BY a.created_at, a.address LIMIT 1), '') AS customer_address,
  c.mailbox_ids, c.assignee_id,
  ARRAY(SELECT t.name::text FROM conversation_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.conversation_id = c.id ORDER BY t.name) AS tags,
  c.preview, c.message_count, c.has_attachments,
  (c.last_message_id IS NOT NULL AND coalesce(
    (SELECT s.last_message_id FROM conversation_seen s WHERE s.conversation_id = c.id AND s.person_id = ${person}), 0) < c.last_message_id) AS unread,
  c.snoozed_until, c.next_update_due_at, c.waiting_since, c.last_activity_at, c.last_message_id, c.trouble, c.is_sample
`;

const visible = (mailboxes: readonly MailboxId[]): RawBuilder<unknown> => sql`c.mailbox_ids && ${ids(mailboxes)}`;

/** One page of a view, newest activity first; promised ones soonest first. */
export async function listConversations(db: Db, request: ListRequest): Promise<ConversationSummary[]> {
  const { view, person, mailboxes, mailboxId, tag, after, limit, now } = request;
  const sortedBy = view === "promised" ? sql`c.next_update_due_at` : sql`c.last_activity_at`;
  const shown = mailboxId === undefined ? mailboxes : mailboxes.filter((id) => id === mailboxId);
  const page =
    after === undefined
      ? sql``
      : view === "promised"
        ? sql`AND (${sortedBy}, c.id) > (${after.at}, ${after.id})`
        : sql`AND (${sortedBy}, c.id) < (${after.at}, ${after.id})`;
  const order = view === "promised" ? sql`${sortedBy}, c.id` : sql`${sortedBy} DESC, c.id DESC`;
  const tagged =
    tag === undefined
      ? sql``
      : sql`AND EXISTS (SELECT 1 FROM conversation_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.conversation_id = c.id AND t.name = ${tag})`;
  const rows = await sql<ConversationSummary>`
    SELECT ${summary(person)} FROM conversation c JOIN customer cu ON cu.id = c.customer_id
    WHERE c.merged_into_id IS NULL AND ${inView(view, person, now)} AND ${visible(shown)} ${tagged} ${page}
    ORDER BY ${order} LIMIT ${limit}
  `.execute(db);
  return rows.rows;
}

/** Some conversations by id, in the order asked for; those that may not be seen are left out. */
export async function summariesOf(
  db: Db,
  who: WhoLooks,
  conversations: readonly ConversationId[],
): Promise<ConversationSummary[]> {
  if (conversations.length === 0) return [];
  const rows = await sql<ConversationSummary>`
    SELECT ${summary(who.person)} FROM conversation c JOIN customer cu ON cu.id = c.customer_id
    WHERE c.id = ANY(${ids(conversations)}) AND ${visible(who.mailboxes)}
  `.execute(db);
  const found = new Map(rows.rows.map((row) => [row.id, row]));
  return conversations.flatMap((id) => found.get(id) ?? []);
}

export async function conversationsOfCustomers(
  db: Db,
  who: WhoLooks,
  customers: readonly CustomerId[],
  limit: number,
): Promise<ConversationSummary[]> {
  const rows = await sql<ConversationSummary>`
    SELECT ${summary(who.person)} FROM conversation c JOIN customer cu ON cu.id = c.customer_id
    WHERE c.customer_id = ANY(${ids(customers)}) AND c.merged_into_id IS NULL AND ${visible(who.mailboxes)}
    ORDER BY c.last_activity_at DESC LIMIT ${limit}
  `.execute(db);
  return rows.rows;
}

/** A count on screen stops being useful long before this; counting on would make it slow. */
const MOST_COUNTED = 1_000;

/** How many conversations each working view holds, at most 1,000 each; resolved and trash are not counted. */
export async function countViews(db: Db, who: WhoLooks, now: Date): Promise<Record<string, number>> {
  const views = ["mine", "unassigned", "open", "waiting", "promised", "snoozed", "mentions", "spam"] as const;
  const counted = views.map(
    (view) => sql`(SELECT count(*)::int FROM (
      SELECT 1 FROM conversation c WHERE c.merged_into_id IS NULL AND ${inView(view, who.person, now)} AND ${visible(who.mailboxes)} LIMIT ${MOST_COUNTED}
    ) s) AS ${sql.ref(view)}`,
  );
  const rows = await sql<Record<string, number>>`SELECT ${sql.join(counted)}`.execute(db);
  return rows.rows[0] ?? {};
}

export async function countOpenByMailbox(
  db: Db,
  mailboxes: readonly MailboxId[],
  now: Date,
): Promise<Array<{ id: MailboxId; open: number }>> {
  if (mailboxes.length === 0) return [];
  const rows = await sql<{ id: MailboxId; open: number }>`
    SELECT m.id, (SELECT count(*)::int FROM (
      SELECT 1 FROM conversation c WHERE c.merged_into_id IS NULL AND c.status = 'open' AND c.mailbox_ids @> ARRAY[m.id]
        AND (c.snoozed_until IS NULL OR c.snoozed_until <= ${now}) LIMIT ${MOST_COUNTED}
    ) s) AS open FROM unnest(${ids(mailboxes)}) AS m(id)
  `.execute(db);
  return rows.rows;
}

/** Whether a person may see a conversation at all. */
export async function maySee(db: Db, who: WhoLooks, id: ConversationId): Promise<boolean> {
  const rows = await sql<{
    yes: boolean;
  }>`SELECT ${visible(who.mailboxes)} AS yes FROM conversation c WHERE c.id = ${id}`.execute(db);
  return rows.rows[0]?.yes === true;
}

export async function mailboxesOfConversation(db: Db, id: ConversationId): Promise<MailboxId[]> {
  const row = await db.selectFrom("conversation").select("mailbox_ids").where("id", "=", id).executeTakeFirst();
  return row?.mailbox_ids ?? [];
}
