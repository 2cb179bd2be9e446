/** How a mailbox's way in is: every screen and `heard doctor` find it on the mailbox, and the log tells when it changes. */
import type { MailboxId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { setTrouble } from "../../records/mailbox/index.ts";

/** @param trouble in sentences for people; undefined when mail comes in. */
export async function noteWayIn(desk: Desk, mailboxId: MailboxId, trouble: string | undefined): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    if (await setTrouble(tx, mailboxId, "in", trouble, desk.now()))
      await note(tx, {
        at: desk.now(),
        kind: trouble ? "mailbox.in-broken" : "mailbox.in-works",
        data: { mailboxId },
      });
  });
}
