/**
 * Our signed return path, and the empty one of automatic mail, are not taken everywhere: some servers let an account send only
 * from its own address. They get the mailbox's plain address at once; bounces are then recognised by our Message-ID alone.
 */
import type { TroubleCode } from "../../platform/mail/index.ts";
import type { WaysOut } from "./ways-out.ts";

const ABOUT_THE_SENDER = new Set<TroubleCode>(["from-refused", "relay"]);

/** Remembers, for as long as this process lives, which mailboxes' servers want the plain address. */
export function plainWhereRefused(submit: WaysOut["submit"]): WaysOut["submit"] {
  const wantPlain = new Set<string>();
  return async (mailbox, raw, envelope) => {
    const server = JSON.stringify([mailbox.id, mailbox.address, mailbox.smtp]);
    const plain = { ...envelope, mailFrom: mailbox.address };
    if (wantPlain.has(server)) return submit(mailbox, raw, plain);
    const result = await submit(mailbox, raw, envelope);
    if (result.outcome === "sent" || !ABOUT_THE_SENDER.has(result.code)) return result;
    if (envelope.mailFrom === plain.mailFrom || (result.outcome === "later" && result.mayHaveArrived)) return result;
    const again = await submit(mailbox, raw, plain);
    if (again.outcome === "sent") wantPlain.add(server);
    return again;
  };
}
