/** Removes everything that belongs to the sample customers, and nothing else. */
import type { Desk } from "../../platform/desk/index.ts";
import { forgetLinesOf, note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { removeSampleConversations, unblockAll } from "../../records/conversation/index.ts";
import { removeSampleCustomers } from "../../records/customer/index.ts";
import { forgetAutomaticMailTo, removeSampleMailboxes } from "../../records/mailbox/index.ts";
import { forgetGoneMessages } from "../../records/search/index.ts";

export async function removeSamples(desk: Desk, by: SignedIn): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    const { conversations, inboundMails } = await removeSampleConversations(tx);
    await forgetGoneMessages(tx);
    const { customers, addresses } = await removeSampleCustomers(tx);
    await unblockAll(tx, addresses);
    await forgetAutomaticMailTo(tx, addresses);
    await removeSampleMailboxes(tx);
    await forgetLinesOf(tx, { conversations, inboundMails, customers });
    await note(tx, { at: desk.now(), kind: "samples.removed", personId: by.id });
  });
  desk.poke("tidy");
}
