/**
 * Takes mail in: the bytes are stored, and nothing else happens. When this returns the sender's server may be told "250",
 * because from here on no crash loses the mail. Reading and filing come after, by a sweep.
 */
import type { InboundMailId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { type ArrivingMail, keepInboundMail } from "../../records/conversation/index.ts";

/** @returns the ids, in order; all are durable or none is. @throws Unavailable when the database cannot take it now. */
export async function receiveMail(desk: Desk, ...mails: readonly ArrivingMail[]): Promise<InboundMailId[]> {
  const [only] = mails;
  const { db } = desk.database;
  const keepAll = async () =>
    desk.database.inOneGo(async (tx) => {
      const kept: InboundMailId[] = [];
      for (const mail of mails) kept.push(await keepInboundMail(tx, mail, desk.now()));
      return kept;
    });
  // One statement is all or nothing by itself.
  const ids = only && mails.length === 1 ? [await keepInboundMail(db, only, desk.now())] : await keepAll();
  desk.poke("file-mail");
  return ids;
}
