/** Remembers how far a mailbox's IMAP folder has been taken in, so that the next watch goes on from there. */
import type { MailboxId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { FolderPlace } from "../../platform/mail/index.ts";
import { keepFolderPlace as keep } from "../../records/mailbox/index.ts";

export const keepFolderPlace = (desk: Desk, id: MailboxId, folder: string, place: FolderPlace): Promise<void> =>
  keep(desk.database.db, id, folder, place);
