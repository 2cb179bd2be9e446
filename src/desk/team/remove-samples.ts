/** Removes everything that belongs to the sample customers, and nothing else. */
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { removeSampleConversations } from "../../records/conversation/index.ts";
import { removeSampleCustomers } from "../../records/customer/index.ts";
import { removeSampleMailboxes } from "../../records/mailbox/index.ts";

export async function removeSamples(desk: Desk, by: SignedIn): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    await removeSampleConversations(tx);
    await removeSampleCustomers(tx);
    await removeSampleMailboxes(tx);
    await note(tx, { at: desk.now(), kind: "samples.removed", personId: by.id });
  });
  desk.poke("tidy");
}
