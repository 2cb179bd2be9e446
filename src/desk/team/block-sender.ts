/** Blocks an address or a whole domain: its mail goes to the spam view, is never answered automatically, and is never dropped. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { block } from "../../records/conversation/index.ts";
import { isPublicMail } from "../../records/customer/index.ts";
import { mailboxesAt } from "../../records/mailbox/index.ts";

const DOMAIN = /^@?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)$/;
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** @param pattern `anna@shop.example`, `@shop.example` or `shop.example`. Refusals: bad-pattern, too-wide, own-address. */
export async function blockSender(desk: Desk, by: SignedIn, pattern: string): Promise<Refusal | undefined> {
  const typed = pattern.trim().toLowerCase();
  const domain = DOMAIN.exec(typed)?.[1];
  if (domain === undefined && !ADDRESS.test(typed))
    return refuse(
      "bad-pattern",
      `“${pattern}” is neither an address nor a domain.`,
      "Enter anna@shop.example or @shop.example.",
    );
  if (domain !== undefined && isPublicMail(domain))
    return refuse("too-wide", `Everybody with an address at ${domain} would be blocked.`, "Block the single address.");
  return desk.database.inOneGo(async (tx) => {
    if (domain === undefined && (await mailboxesAt(tx, [typed])).length > 0)
      return refuse("own-address", `${typed} is a mailbox of this desk.`, "Block the sender's address instead.");
    await block(tx, domain === undefined ? typed : `@${domain}`, by.id, desk.now());
    await note(tx, {
      at: desk.now(),
      kind: "sender.blocked",
      personId: by.id,
      data: { pattern: domain === undefined ? typed : `@${domain}` },
    });
    return undefined;
  });
}
