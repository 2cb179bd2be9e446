/**
 * Whether a person may see a mail that was not filed: when it came to a mailbox that they see. What belongs to no mailbox is
 * seen by admins, so that it is seen by somebody.
 */
import type { MailboxId } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { mailboxesAt, visibleMailboxIds } from "../../records/mailbox/index.ts";

interface Unfiled {
  readonly mailbox_id: MailboxId | null;
  readonly rcpt_to: readonly string[];
}

export async function whoSeesInboundMail(
  db: Kysely<Tables>,
  by: SignedIn,
): Promise<(mail: Unfiled) => Promise<boolean>> {
  const visible = await visibleMailboxIds(db, by.id);
  return async ({ mailbox_id, rcpt_to }) => {
    const to = mailbox_id === null ? (await mailboxesAt(db, rcpt_to)).map(({ id }) => id) : [mailbox_id];
    return to.length === 0 ? by.role === "admin" : to.some((id) => visible.includes(id));
  };
}
