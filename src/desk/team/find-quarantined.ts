/** One mail that could not be read, or was put aside, for whoever may see it. */
import type { InboundMailId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { findInboundMail, type InboundMail } from "../../records/conversation/index.ts";
import { seenInboundMails } from "../shared/sees-inbound-mail.ts";

export async function findQuarantined(desk: Desk, by: SignedIn, id: InboundMailId): Promise<InboundMail | undefined> {
  const { db } = desk.database;
  const mail = await findInboundMail(db, id);
  if (mail?.state !== "quarantined" && mail?.state !== "dismissed") return undefined;
  const [seen] = await seenInboundMails(db, by, [mail]);
  return seen;
}
