/**
 * Which of the mails that were not filed a person may see: those that came to a mailbox that they see. What belongs to no mailbox is
 * seen by admins, so that it is seen by somebody.
 */
import type { MailboxId } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { visibleMailboxIds, whereAddressesLead } from "../../records/mailbox/index.ts";

interface Unfiled {
  readonly mailbox_id: MailboxId | null;
  readonly rcpt_to: readonly string[];
}

/** @returns those of `mails` that the person may see, in their order, at the cost of two queries however many there are. */
export async function seenInboundMails<M extends Unfiled>(
  db: Kysely<Tables>,
  by: SignedIn,
  mails: readonly M[],
): Promise<M[]> {
  if (mails.length === 0) return [];
  const [visible, mailboxesOf] = await Promise.all([
    visibleMailboxIds(db, by.id),
    whereAddressesLead(
      db,
      mails.flatMap(({ rcpt_to }) => rcpt_to),
    ),
  ]);
  return mails.filter(({ mailbox_id, rcpt_to }) => {
    const to = mailbox_id === null ? mailboxesOf(rcpt_to) : [mailbox_id];
    return to.length === 0 ? by.role === "admin" : to.some((id) => visible.includes(id));
  });
}
