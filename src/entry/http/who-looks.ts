/** Through whose eyes a route reads: the person who asks, and the mailboxes they see at this moment. */
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import type { WhoLooks } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";

export const whoLooks = async (desk: Desk, by: SignedIn): Promise<WhoLooks> => ({
  person: by.id,
  mailboxes: await visibleMailboxIds(desk.database.db, by.id),
});
