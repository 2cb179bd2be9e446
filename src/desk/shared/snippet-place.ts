/** Whether a person may touch a snippet, and put it where they want it: those of a mailbox are there only for who sees the mailbox. */
import { type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { findSnippet, type Snippet, visibleMailboxIds } from "../../records/mailbox/index.ts";

export const SNIPPET_NOT_FOUND = refuse("snippet-not-found", "This snippet is not here any more.", "");
const MAILBOX_NOT_SEEN = refuse("mailbox-not-found", "You cannot see this mailbox.", "Ask an admin to add you to it.");

export async function seenSnippet(tx: Kysely<Tables>, by: SignedIn, id: number): Promise<Snippet | Refusal> {
  return (await findSnippet(tx, id, await visibleMailboxIds(tx, by.id))) ?? SNIPPET_NOT_FOUND;
}

/** @param mailboxId null for all mailboxes, which everybody may. */
export async function mayPutSnippet(
  tx: Kysely<Tables>,
  by: SignedIn,
  mailboxId: MailboxId | null,
): Promise<Refusal | undefined> {
  return mailboxId === null || (await visibleMailboxIds(tx, by.id)).includes(mailboxId) ? undefined : MAILBOX_NOT_SEEN;
}
