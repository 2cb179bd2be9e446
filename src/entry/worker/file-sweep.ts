/**
 * The sweep that reads and files waiting mail. A mail that cannot be read, or that keeps failing, goes to quarantine; a database
 * that was away is never held against a mail.
 */

import { fileMail, freeMailOfDead, putMailAside, putMailBack, takeMail, takeUpAgain } from "../../desk/listen/index.ts";
import { Unavailable } from "../../kit/index.ts";
import { readBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { newHolder } from "../../platform/jobs/index.ts";
import type { MailReader } from "../../platform/mail/index.ts";
import type { TakenMail } from "../../records/conversation/index.ts";
import type { Log } from "../log.ts";

const PORTION = 16;
/** A mail that could not be filed so often is shown to people instead of being tried for ever. */
const MOST_ATTEMPTS = 5;
/** How often to look for mail that a process had taken which is dead now. At the start, too. */
const LOOK_FOR_DEAD_EVERY_MS = 10_000;

/** @returns a portion of work for a sweep, which must not run twice at once. */
export function mailFiler(desk: Desk, reader: MailReader, log: Log): { run(): Promise<"done" | "more"> } {
  const self = newHolder();
  let interrupted = false;
  let lookedForDeadAt = Number.NEGATIVE_INFINITY;

  async function freeWhatWasLeft(): Promise<void> {
    if (interrupted) await takeUpAgain(desk, self);
    interrupted = false;
    const now = desk.now().getTime();
    if (now - lookedForDeadAt < LOOK_FOR_DEAD_EVERY_MS) return;
    await freeMailOfDead(desk);
    lookedForDeadAt = now;
  }

  async function attempt(inbound: TakenMail): Promise<void> {
    if (inbound.attempts > MOST_ATTEMPTS)
      return putMailAside(
        desk,
        inbound.id,
        "It could not be filed: each time it was tried, the desk ended before it was done.",
      );
    try {
      await fileOne(desk, reader, inbound);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      log.error({ inboundMail: inbound.id, error }, "mail.filing-failed");
      if (inbound.attempts < MOST_ATTEMPTS) return putMailBack(desk, inbound.id);
      const problem = "It could not be filed, although it was tried five times. The desk's log says why.";
      await putMailAside(desk, inbound.id, problem);
    }
  }

  return {
    async run() {
      try {
        await freeWhatWasLeft();
        const waiting = await takeMail(desk, self, PORTION);
        const ends = await Promise.allSettled(waiting.filter(({ raw }) => raw !== null).map(attempt));
        // One at a time: many large ones at once would take the memory and the connections of all.
        for (const large of waiting.filter(({ raw }) => raw === null)) ends.push(await settled(attempt(large)));
        const failed = ends.find((end) => end.status === "rejected");
        if (failed) throw failed.reason;
        return waiting.length === PORTION ? "more" : "done";
      } catch (error) {
        interrupted = true;
        throw error;
      }
    },
  };
}

const settled = async (work: Promise<void>): Promise<PromiseSettledResult<void>> =>
  (await Promise.allSettled([work]))[0] as PromiseSettledResult<void>;

async function fileOne(desk: Desk, reader: MailReader, inbound: TakenMail): Promise<void> {
  const raw = inbound.raw ?? (await readBlob(desk.database.db, inbound.blob_hash));
  const read = await reader.read(raw);
  if ("unreadable" in read) return putMailAside(desk, inbound.id, read.unreadable);
  await fileMail(desk, inbound, read.mail);
}
