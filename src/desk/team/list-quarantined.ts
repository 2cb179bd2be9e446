/** The mails that could not be read, as far as this person may see them. Nothing of them is thrown away. */
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { listQuarantine } from "../../records/conversation/index.ts";
import { seenInboundMails } from "../shared/sees-inbound-mail.ts";

export async function listQuarantined(desk: Desk, by: SignedIn): Promise<Awaited<ReturnType<typeof listQuarantine>>> {
  const { db } = desk.database;
  return seenInboundMails(db, by, await listQuarantine(db));
}
