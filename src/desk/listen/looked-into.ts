/** A mailbox was looked into, and everything in it is safe here: its settings say when that was last so. */
import type { MailboxId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { noteLookedInto } from "../../records/mailbox/index.ts";

export const lookedInto = (desk: Desk, id: MailboxId): Promise<void> =>
  noteLookedInto(desk.database.db, id, desk.now());
