/** Whether a mailbox's mail still comes in by the way that is kept: what a test mail has shown holds for that address and way only. */
import type { Mailbox, ServerSettings } from "../../records/mailbox/index.ts";

interface Incoming {
  readonly address: string;
  readonly wayIn: "smtp" | "imap";
  readonly imap: Pick<ServerSettings, "host" | "folder"> | null;
}

export const comesInAsBefore = (kept: Mailbox, { address, wayIn, imap }: Incoming): boolean =>
  kept.address.toLowerCase() === address.toLowerCase() &&
  kept.way_in === wayIn &&
  kept.imap?.host === imap?.host &&
  kept.imap?.folder === imap?.folder;
