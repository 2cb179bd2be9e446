/** The sweep that reads and files waiting mail. A mail that cannot be read, or that keeps failing, goes to quarantine. */

import { fileMail } from "../../desk/listen/index.ts";
import { Unavailable } from "../../kit/index.ts";
import { readBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { MailReader } from "../../platform/mail/index.ts";
import { type InboundMail, quarantine, takeWaiting } from "../../records/conversation/index.ts";
import type { Log } from "../log.ts";

const PORTION = 16;
/** A mail that could not be filed so often is shown to people instead of being tried for ever. */
const MOST_ATTEMPTS = 5;

export async function fileWaitingMail(desk: Desk, reader: MailReader, log: Log): Promise<"done" | "more" | number> {
  const waiting = await takeWaiting(desk.database.db, desk.now(), PORTION);
  let unavailable: Unavailable | undefined;
  await Promise.all(
    waiting.map(async (inbound) => {
      try {
        await fileOne(desk, reader, inbound);
      } catch (error) {
        if (error instanceof Unavailable) unavailable = error;
        else log.error({ inboundMail: inbound.id, error }, "mail.filing-failed");
        if (inbound.attempts >= MOST_ATTEMPTS)
          await putAside(
            desk,
            inbound,
            "It could not be filed, although it was tried five times. The desk's log says why.",
          );
      }
    }),
  );
  if (unavailable) throw unavailable;
  return waiting.length === PORTION ? "more" : "done";
}

async function fileOne(desk: Desk, reader: MailReader, inbound: InboundMail): Promise<void> {
  const raw = await readBlob(desk.database.db, inbound.blob_hash);
  const read = await reader.read(raw);
  if ("unreadable" in read) return putAside(desk, inbound, read.unreadable);
  await fileMail(desk, inbound, read.mail);
}

async function putAside(desk: Desk, inbound: InboundMail, problem: string): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    await quarantine(tx, inbound.id, problem);
    await note(tx, { at: desk.now(), kind: "mail.quarantined", data: { inboundMailId: inbound.id } });
  });
}
