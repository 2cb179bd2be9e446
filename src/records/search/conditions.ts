/** The filters of a query as conditions on `search_message s` and `conversation c`. Who may see what is always one of them. */
import type { MailboxId } from "../../kit/index.ts";
import { type RawBuilder, sql } from "../../platform/storage/index.ts";
import type { WhoLooks } from "../conversation/index.ts";
import type { Is, Query, Sifted } from "./query.ts";

type Condition = RawBuilder<unknown>;

const all = (conditions: readonly Condition[]): Condition => sql.join([...conditions], sql` AND `);

/** @param mailboxes what each `mailbox:` of the query names, in their order; only mailboxes this person may see. */
export function onConversation(
  query: Query,
  who: WhoLooks,
  mailboxes: readonly Sifted<readonly MailboxId[]>[],
  now: Date,
): Condition {
  const conditions: Condition[] = [
    sql`c.merged_into_id IS NULL`,
    sql`c.mailbox_ids && ${[...who.mailboxes]}::bigint[]`,
  ];
  for (const { value, negated } of mailboxes)
    conditions.push(unless(negated, sql`c.mailbox_ids && ${[...value]}::bigint[]`));
  for (const { value, negated } of query.tags) conditions.push(unless(negated, tagged(value)));
  for (const { value, negated } of query.is) {
    const condition = standing(value, who, now);
    if (condition) conditions.push(unless(negated, condition));
  }
  // A conversation has one status: `is:open is:waiting` means either.
  const statuses = query.is.flatMap(({ value, negated }) => (isStatus(value) && !negated ? [value] : []));
  const wrong = query.is.flatMap(({ value, negated }) => (isStatus(value) && negated ? [value] : []));
  if (statuses.length > 0) conditions.push(sql`c.status = ANY(${statuses}::text[])`);
  if (wrong.length > 0) conditions.push(sql`c.status <> ALL(${wrong}::text[])`);
  if (!statuses.includes("spam") && !statuses.includes("trash"))
    conditions.push(sql`c.status NOT IN ('spam', 'trash')`);
  return all(conditions);
}

const unless = (negated: boolean, condition: Condition): Condition => (negated ? sql`NOT (${condition})` : condition);

const tagged = (name: string): Condition => sql`EXISTS (
  SELECT 1 FROM conversation_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.conversation_id = c.id AND t.name = ${name}::citext)`;

const STATUSES: readonly Is[] = ["open", "waiting", "resolved", "spam", "trash"];
const isStatus = (is: Is): boolean => STATUSES.includes(is);

function standing(is: Is, who: WhoLooks, now: Date): Condition | undefined {
  switch (is) {
    case "automatic":
      return undefined; // a mark on the message
    case "mine":
      return sql`c.assignee_id IS NOT DISTINCT FROM ${who.person}`;
    case "unassigned":
      return sql`(c.assignee_id IS NULL AND c.status = 'open')`;
    case "snoozed":
      return sql`(c.snoozed_until IS NOT NULL AND c.snoozed_until > ${now})`;
    case "unread":
      return sql`coalesce(c.last_message_id, 0) > coalesce((SELECT v.last_message_id FROM conversation_seen v
        WHERE v.conversation_id = c.id AND v.person_id = ${who.person}), 0)`;
    default:
      return undefined; // a status
  }
}

export interface Place {
  readonly at: Date;
  readonly id: number;
}

/** @param words text for `::tsquery`. */
export function onMessage(query: Query, words: string): Condition {
  const conditions: Condition[] = [sql`s.words @@ ${words}::tsquery`];
  if (query.before) conditions.push(sql`s.at < ${query.before}`);
  if (query.after) conditions.push(sql`s.at >= ${query.after}`);
  return all(conditions);
}
