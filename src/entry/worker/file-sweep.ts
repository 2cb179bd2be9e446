/**
 * The sweep that reads and files waiting mail. A mail that cannot be read, or that keeps failing, goes to quarantine; a database
 * that was away is never held against a mail.
 */

import { fileMail } from "../../desk/listen/index.ts";
import { Unavailable } from "../../kit/index.ts";
import { readBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { holderState, newHolder } from "../../platform/jobs/index.ts";
import type { MailReader } from "../../platform/mail/index.ts";
import {
  freeMailTakenBy,
  type InboundMail,
  letMailGo,
  quarantine,
  type TakenMail,
  takersOfMail,
  takeWaiting,
} from "../../records/conversation/index.ts";
import type { Log } from "../log.ts";

const PORTION = 16;
/** A mail that could not be filed so often is shown to people instead of being tried for ever. */
const MOST_ATTEMPTS = 5;
/** How often to look for mail that a process had taken which is dead now. At the start, too. */
const LOOK_FOR_DEAD_EVERY_MS = 10_000;

/** @returns a portion of work for a sweep, which must not run twice at once. */
export function mailFiler(desk: Desk, reader: MailReader, log: Log): { run(): Promise<"done" | "more"> } {
  const { db } = desk.database;
  const self = newHolder();
  let interrupted = false;
  let lookedForDeadAt = Number.NEGATIVE_INFINITY;

  async function freeWhatWasLeft(): Promise<void> {
    const now = desk.now();
    if (interrupted) {
      await freeMailTakenBy(db, [self], now, "does not count");
      // A commit whose answer was lost has filed a mail, and nobody was told.
      for (const sweep of ["acknowledge", "refresh-search"] as const) desk.poke(sweep);
    }
    interrupted = false;
    if (now.getTime() - lookedForDeadAt < LOOK_FOR_DEAD_EVERY_MS) return;
    const dead = (await takersOfMail(db)).filter((taker) => holderState(taker) === "gone");
    await freeMailTakenBy(db, dead, now, "counts");
    lookedForDeadAt = now.getTime();
  }

  async function attempt(inbound: TakenMail): Promise<void> {
    if (inbound.attempts > MOST_ATTEMPTS)
      return putAside(
        desk,
        inbound,
        "It could not be filed: each time it was tried, the desk ended before it was done.",
      );
    try {
      await fileOne(desk, reader, inbound);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      log.error({ inboundMail: inbound.id, error }, "mail.filing-failed");
      if (inbound.attempts < MOST_ATTEMPTS) return letMailGo(db, inbound.id);
      const problem = "It could not be filed, although it was tried five times. The desk's log says why.";
      await putAside(desk, inbound, problem);
    }
  }

  return {
    async run() {
      try {
        await freeWhatWasLeft();
        const waiting = await takeWaiting(db, desk.now(), PORTION, self);
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
  if ("unreadable" in read) return putAside(desk, inbound, read.unreadable);
  await fileMail(desk, inbound, read.mail);
}

async function putAside(desk: Desk, inbound: InboundMail, problem: string): Promise<void> {
  await desk.database.inOneGo(async (tx) => {
    await quarantine(tx, inbound.id, problem);
    await note(tx, { at: desk.now(), kind: "mail.quarantined", data: { inboundMailId: inbound.id } });
  });
}
