/** Lets a mail that could not be read be read again, or puts it aside; its bytes are kept either way. */
import { type InboundMailId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { findInboundMail, leaveQuarantine } from "../../records/conversation/index.ts";
import { seenInboundMails } from "../shared/sees-inbound-mail.ts";

/** @param to "waiting": read it again, now. Refusals: mail-not-found. */
export async function settleQuarantined(
  desk: Desk,
  by: SignedIn,
  id: InboundMailId,
  to: "waiting" | "dismissed",
): Promise<Refusal | undefined> {
  const now = desk.now();
  const refused = await desk.database.inOneGo(async (tx) => {
    const mail = await findInboundMail(tx, id);
    const [seen] = mail ? await seenInboundMails(tx, by, [mail]) : [];
    if (!seen || !(await leaveQuarantine(tx, id, to, now)))
      return refuse("mail-not-found", "This mail is not in quarantine any more.", "Look at the list again.");
    const kind = to === "waiting" ? "mail.tried-again" : "mail.put-aside";
    await note(tx, { at: now, kind, personId: by.id, data: { inboundMailId: id } });
    return undefined;
  });
  if (refused === undefined && to === "waiting") desk.poke("file-mail");
  return refused;
}
