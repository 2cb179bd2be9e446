/** Which of some mailboxes are seen by the same people as one of others: only those may show the same conversation. */
import type { MailboxId } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { audienceOf } from "../../records/mailbox/index.ts";

export async function sharingAudience(
  db: Kysely<Tables>,
  some: readonly MailboxId[],
  others: readonly MailboxId[],
): Promise<MailboxId[]> {
  const seenBy = new Set<string>();
  for (const other of others) seenBy.add(await audienceOf(db, other));
  const found: MailboxId[] = [];
  for (const each of some) if (seenBy.has(await audienceOf(db, each))) found.push(each);
  return found;
}
