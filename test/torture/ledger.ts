/**
 * What was promised, and whether it was kept. Customers hold "250"s, the agent holds "200"s, the mail server outside holds what
 * it took; the desk's tables are read only to find each of them again. Every sentence returned here is a broken promise.
 */
import { type Database, sql } from "../../src/platform/storage/index.ts";
import type { SentReply } from "./agent.ts";
import type { SentMail } from "./customers.ts";
import type { Kill } from "./kills.ts";
import type { LeftMail } from "./way-out.ts";

export interface InDesk {
  readonly id: number;
  readonly conversation_id: number;
  readonly kind: "inbound" | "outbound" | "note";
  readonly reply_text: string;
  readonly mail_id: string | null;
  readonly is_automatic: boolean;
  readonly delivery: string | null;
}

const MARK = /mark-\w+/;
const markIn = (text: string): string | undefined => MARK.exec(text)?.[0];

/** All messages with a mark of their own, by mark. */
export async function messagesByMark(database: Database, after: number): Promise<Map<string, InDesk[]>> {
  const { rows } = await sql<InDesk>`
    SELECT id, conversation_id, kind, reply_text, mail_id, is_automatic, delivery FROM message WHERE id > ${after} ORDER BY id
  `.execute(database.db);
  const found = new Map<string, InDesk[]>();
  for (const row of rows) {
    const mark = row.is_automatic ? undefined : markIn(row.reply_text);
    if (mark !== undefined) found.set(mark, [...(found.get(mark) ?? []), row]);
  }
  return found;
}

async function quarantinedMarks(database: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ bytes: Buffer }>`
    SELECT b.bytes FROM inbound_mail i JOIN blob b ON b.hash = i.blob_hash WHERE i.state = 'quarantined'
  `.execute(database.db);
  const found = new Map<string, number>();
  for (const { bytes } of rows) {
    const mark = markIn(bytes.toString("latin1"));
    if (mark !== undefined) found.set(mark, (found.get(mark) ?? 0) + 1);
  }
  return found;
}

/** Each mail that was taken is in the desk exactly once, where it belongs; quarantine counts, because people see it. */
export async function checkMails(
  database: Database,
  mails: readonly SentMail[],
  inDesk: ReadonlyMap<string, readonly InDesk[]>,
): Promise<{ lost: string[]; doubled: string[]; wrong: string[] }> {
  const quarantined = await quarantinedMarks(database);
  const verdict = { lost: [] as string[], doubled: [] as string[], wrong: [] as string[] };
  for (const mail of mails) {
    if (mail.refused !== undefined) verdict.lost.push(`${mail.mark} (${mail.kind}) was refused: ${mail.refused}`);
    const found = inDesk.get(mail.mark) ?? [];
    const copies = found.length + (quarantined.get(mail.mark) ?? 0);
    if (copies === 0 && mail.taken > 0) verdict.lost.push(`${mail.mark} (${mail.kind}) was taken and is nowhere`);
    if (copies > 1) verdict.doubled.push(`${mail.mark} (${mail.kind}) is there ${copies} times`);
    const place = found[0]?.conversation_id;
    if (mail.conversationId !== undefined && place !== undefined && place !== mail.conversationId)
      verdict.wrong.push(`${mail.mark} answers #${mail.conversationId} and stands in #${place}`);
  }
  return verdict;
}

/** Each reply that was accepted has left, none that was taken back has, and the desk says so. */
export function checkReplies(
  replies: readonly SentReply[],
  inDesk: ReadonlyMap<string, readonly InDesk[]>,
  left: readonly LeftMail[],
): { lost: string[]; doubled: string[]; wrong: string[] } {
  const ids = new Map<string, Set<string>>();
  for (const mail of left) {
    const mark = markIn(mail.words);
    if (mark !== undefined) ids.set(mark, (ids.get(mark) ?? new Set()).add(mail.messageId));
  }
  const verdict = { lost: [] as string[], doubled: [] as string[], wrong: [] as string[] };
  for (const reply of replies) {
    const found = inDesk.get(reply.mark) ?? [];
    const leftAs = ids.get(reply.mark)?.size ?? 0;
    if (found.length > 1 || leftAs > 1)
      verdict.doubled.push(`${reply.mark} is there ${found.length} times and left under ${leftAs} Message-IDs`);
    const isGone = reply.undone === "taken back";
    if (isGone && (leftAs > 0 || found.length > 0)) verdict.wrong.push(`${reply.mark} was taken back and left`);
    if (!isGone && reply.undone !== "unknown" && reply.outcome === "accepted" && leftAs === 0)
      verdict.lost.push(`${reply.mark} was accepted and never left`);
    if (reply.outcome === "refused") verdict.wrong.push(`${reply.mark} was refused`);
    for (const message of found) {
      if (leftAs > 0 && message.delivery !== "sent")
        verdict.wrong.push(`${reply.mark} has left and stands as ${message.delivery}`);
      if (leftAs === 0) verdict.wrong.push(`${reply.mark} stands as ${message.delivery} and has not left`);
    }
    if (leftAs > 0 && found.length === 0) verdict.wrong.push(`${reply.mark} has left and is not in the desk`);
  }
  return verdict;
}

/** The end of a process and the end of its connection are not noticed in the same instant here. */
const SEEN_LATE_MS = 250;

export interface Duplicate {
  readonly messageId: string;
  readonly kill: Kill | undefined;
  /** From its "250" to the kill, in ms. */
  readonly sinceAnswerMs: number;
}

/**
 * Whatever was taken more than once by the server outside must be the same bytes, once more for a kill of the sending process
 * after a "250", and for nothing else.
 */
export function checkBoundary(
  left: readonly LeftMail[],
  kills: readonly Kill[],
  sender: (kill: Kill) => boolean,
): { duplicates: Duplicate[]; wrong: string[] } {
  const byId = new Map<string, LeftMail[]>();
  for (const mail of left) byId.set(mail.messageId, [...(byId.get(mail.messageId) ?? []), mail]);
  const duplicates: Duplicate[] = [];
  const wrong: string[] = [];
  for (const [messageId, copies] of byId) {
    if (messageId === "") wrong.push("A mail left without a Message-ID.");
    if (new Set(copies.map(({ hash }) => hash)).size > 1) wrong.push(`${messageId} left with different bytes.`);
    for (const [at, copy] of copies.slice(1).entries()) {
      const before = copies[at] as LeftMail;
      const kill = kills.find((each) => each.goneAt + SEEN_LATE_MS >= before.at && each.at <= copy.at && sender(each));
      duplicates.push({ messageId, kill, sinceAnswerMs: kill ? kill.at - before.at : Number.NaN });
      if (kill === undefined) wrong.push(`${messageId} left again although no process that sends was killed.`);
    }
  }
  return { duplicates, wrong };
}

/** Each conversation is acknowledged under one Message-ID at most. */
export function checkAcknowledgements(left: readonly LeftMail[]): string[] {
  const ids = new Map<string, Set<string>>();
  for (const { isAutomatic, rcptTo, messageId } of left) {
    if (!isAutomatic) continue;
    const to = rcptTo.join();
    ids.set(to, (ids.get(to) ?? new Set()).add(messageId));
  }
  return [...ids].filter(([, set]) => set.size > 1).map(([to, set]) => `${to} was acknowledged ${set.size} times`);
}

/** What has not come to rest; empty when all is done. Mail that is scheduled for later may wait. */
export async function unrest(database: Database): Promise<string[]> {
  const { rows } = await sql<Record<string, number>>`
    SELECT
      (SELECT count(*) FROM inbound_mail WHERE state = 'waiting') AS "mails not filed",
      (SELECT count(*) FROM message WHERE acknowledgement = 'due') AS "acknowledgements not decided",
      (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')) AS "mails not sent",
      (SELECT count(*) FROM message WHERE delivery IN ('waiting', 'sending')) AS "messages not settled",
      (SELECT count(*) FROM search_due) AS "messages not findable"
  `.execute(database.db);
  return Object.entries(rows[0] ?? {}).flatMap(([what, n]) => (n > 0 ? [`${n} ${what}`] : []));
}

/** What the desk's connections are doing, for a report of what does not come to rest. Statements only, no values. */
export async function activity(database: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    SELECT format('%s for %s (%s): %s', state, age(clock_timestamp(), state_change), wait_event, left(regexp_replace(query, '\s+', ' ', 'g'), 200)) AS line
    FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
    UNION ALL
    SELECT format('%s tried %s times, again at %s', state, attempts, retry_at) FROM inbound_mail WHERE state = 'waiting'
  `.execute(database.db);
  return rows.map(({ line }) => line);
}
