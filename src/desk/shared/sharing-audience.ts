/** Which of some mailboxes are seen by the same people as one of others: only those may show the same conversation. */
import type { MailboxId } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { audiencesOf } from "../../records/mailbox/index.ts";

export async function sharingAudience(
  db: Kysely<Tables>,
  some: readonly MailboxId[],
  others: readonly MailboxId[],
): Promise<MailboxId[]> {
  if (some.every((each) => others.includes(each))) return [...some];
  const audienceOf = await audiencesOf(db, [...some, ...others]);
  const seenBy = new Set(others.map(audienceOf));
  return some.filter((each) => seenBy.has(audienceOf(each)));
}
