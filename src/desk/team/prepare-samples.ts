/** Makes the mailboxes of the sample shop. Their way out is a sink inside the desk: no sample mail can ever leave. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { addMailbox, listMailboxes, OFFICE_WEEK } from "../../records/mailbox/index.ts";

/** In a reserved domain (RFC 2606 §2), so that even a mistake could reach nobody. */
export const SAMPLE_ADDRESSES = {
  help: "help@lumen-and-loom.example",
  billing: "billing@lumen-and-loom.example",
} as const;

export async function prepareSamples(desk: Desk, by: SignedIn): Promise<Refusal | undefined> {
  return desk.database.inOneGo(async (tx) => {
    if ((await listMailboxes(tx)).some((mailbox) => mailbox.is_sample))
      return refuse(
        "samples-here",
        "The sample customers are here already.",
        "Remove them first if you want to start again.",
      );
    for (const [name, address] of [
      ["Lumen & Loom", SAMPLE_ADDRESSES.help],
      ["Lumen & Loom Billing", SAMPLE_ADDRESSES.billing],
    ] as const)
      await addMailbox(tx, {
        name,
        address,
        hours: OFFICE_WEEK,
        time_zone: by.timeZone,
        way_in: "smtp",
        imap: null,
        way_out: "sink",
        smtp: null,
        is_sample: true,
        // Nothing stands between the sample customers and the desk.
        suffix_arrives: true,
        in_trouble: null,
        in_trouble_since: null,
        in_seen_at: null,
        out_trouble: null,
        out_trouble_since: null,
        created_at: desk.now(),
      });
    await note(tx, { at: desk.now(), kind: "samples.prepared", personId: by.id });
    return undefined;
  });
}
