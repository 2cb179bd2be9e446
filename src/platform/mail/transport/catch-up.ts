/**
 * Fetches what is new in an open IMAP folder and hands it on, mail by mail. The place in the folder moves on only over mails
 * that were taken; one that is not taken is offered again in the next round and holds nobody up.
 */
import type { FetchMessageObject, ImapFlow } from "imapflow";

/** Where we are in a folder. Both numbers are the server's; a new `uidValidity` voids all earlier UIDs (RFC 3501 §2.3.1.1). */
export interface FolderPlace {
  readonly uidValidity: number;
  readonly lastUid: number;
}

export interface FetchedMail {
  /** The mail's bytes; only its beginning when `size` is larger than the largest mail allowed. */
  readonly raw: Uint8Array;
  /** The bytes that the server says it has. */
  readonly size: number;
  /** "beginning" when the mail was larger than allowed. */
  readonly got: "all" | "beginning";
  readonly uid: number;
  readonly uidValidity: number;
  /** When the server received it. */
  readonly internalDate: Date | undefined;
  /** 1 at first, and one more each time the same mail is offered again since the start of this watch. */
  readonly attempt: number;
}

export interface CatchUpOptions {
  readonly largestMail: number;
  /** Mails that the server received earlier are passed over: the past of a mailbox that is just being connected. */
  readonly notBefore?: Date;
  /** Resolves when the mail is safe (or set aside for good). Rejecting offers it again later. */
  readonly onMail: (mail: FetchedMail) => Promise<unknown>;
  readonly saveState: (place: FolderPlace) => Promise<unknown>;
  /** Told when a mail was not taken, or the place not saved. For the log. */
  readonly onSetback?: (error: unknown, uid: number) => void;
  readonly stopped: () => boolean;
}

/** One look at the folder. `failed` says how many mails wait for the next round. */
export type CatchUp = (client: ImapFlow) => Promise<{ readonly taken: number; readonly failed: number }>;

const MAILS_AT_ONCE = 50;
const BYTES_AT_ONCE = 16 * 1024 * 1024;
// Of a mail that is too large only so much is fetched: the header and the first words.
const BEGINNING_BYTES = 256 * 1024;
// When so many in a row are not taken, the trouble is not with the mails: the round ends and the place stays.
const FAILURES_IN_A_ROW = 5;

export function catchUpFrom(start: FolderPlace | undefined, options: CatchUpOptions): CatchUp {
  let place = start;
  // UIDs after `place.lastUid` that were taken already: they wait for an earlier mail that was not.
  let takenAhead = new Set<number>();
  let attempts = new Map<number, number>();

  /** Moves over all mails of `queue` that were taken, up to the first one that was not. */
  const moveOn = async (
    queue: { readonly uids: readonly number[]; at: number },
    uidValidity: number,
  ): Promise<void> => {
    const before = queue.at;
    for (let uid = queue.uids[queue.at]; uid !== undefined && takenAhead.delete(uid); uid = queue.uids[queue.at])
      queue.at += 1;
    if (queue.at === before) return;
    place = { uidValidity, lastUid: queue.uids[queue.at - 1] ?? 0 };
    // Not saved is not lost: after a restart the same mails come again, and whoever keeps them knows them by then.
    await options.saveState(place).catch((error: unknown) => options.onSetback?.(error, place?.lastUid ?? 0));
  };

  const offer = async (mail: Omit<FetchedMail, "attempt">): Promise<boolean> => {
    const attempt = (attempts.get(mail.uid) ?? 0) + 1;
    try {
      await options.onMail({ ...mail, attempt });
      attempts.delete(mail.uid);
      takenAhead.add(mail.uid);
      return true;
    } catch (error) {
      attempts.set(mail.uid, attempt);
      options.onSetback?.(error, mail.uid);
      return false;
    }
  };

  return async (client) => {
    const box = client.mailbox;
    if (box === false) throw Object.assign(new Error("no folder is open"), { code: "NoConnection" });
    const uidValidity = Number(box.uidValidity);
    if (place?.uidValidity !== uidValidity) {
      place = { uidValidity, lastUid: 0 };
      takenAhead = new Set();
      attempts = new Map();
    }
    const uids = await newUids(client, place.lastUid, options.notBefore);
    const wanted = uids.filter((uid) => !takenAhead.has(uid));
    const queue = { uids, at: 0 };
    let taken = 0;
    let failed = 0;
    let inARow = 0;
    for await (const group of groups(client, wanted, options)) {
      for (const { uid, fetched } of group) {
        if (options.stopped() || inARow >= FAILURES_IN_A_ROW) break;
        // Gone since we listed it (deleted or moved elsewhere), or older than wanted: nothing to hand on.
        if (fetched === undefined) takenAhead.add(uid);
        else if (await offer({ ...fetched, uidValidity })) {
          taken += 1;
          inARow = 0;
        } else {
          failed += 1;
          inARow += 1;
        }
      }
      await moveOn(queue, uidValidity);
      if (options.stopped() || inARow >= FAILURES_IN_A_ROW) break;
    }
    return { taken, failed };
  };
}

async function newUids(client: ImapFlow, lastUid: number, notBefore: Date | undefined): Promise<number[]> {
  // SINCE counts whole days in the server's own time zone, so one day more is asked for and the rest is sorted out later.
  const since = notBefore === undefined ? {} : { since: new Date(notBefore.getTime() - 86_400_000) };
  const found = await client.search({ uid: `${lastUid + 1}:*`, ...since }, { uid: true });
  if (!Array.isArray(found)) throw Object.assign(new Error("the search was refused"), { code: "InvalidResponse" });
  // "n:*" always names the last mail, even when its UID is below n (RFC 3501 §6.4.8).
  return found.filter((uid) => uid > lastUid).sort((one, other) => one - other);
}

type Fetched = Omit<FetchedMail, "attempt" | "uidValidity">;

/** The wanted mails in order, in groups that fit into memory. */
async function* groups(client: ImapFlow, wanted: readonly number[], options: CatchUpOptions) {
  const { largestMail, notBefore } = options;
  for (let at = 0; at < wanted.length; at += MAILS_AT_ONCE) {
    const uids = wanted.slice(at, at + MAILS_AT_ONCE);
    const listed = new Map<number, FetchMessageObject>();
    const about = { uid: true, size: true, internalDate: true };
    for (const mail of await client.fetchAll(uids.join(","), about, { uid: true })) listed.set(mail.uid, mail);
    const size = (uid: number): number => listed.get(uid)?.size ?? 0;
    for (const part of parts(uids, size, largestMail)) {
      const sources = await sourcesOf(client, part, (uid) => (size(uid) > largestMail ? BEGINNING_BYTES : largestMail));
      yield part.map((uid): { uid: number; fetched: Fetched | undefined } => {
        const { internalDate } = listed.get(uid) ?? {};
        const raw = sources.get(uid);
        const receivedAt = internalDate === undefined ? undefined : new Date(internalDate);
        const tooOld = notBefore !== undefined && receivedAt !== undefined && receivedAt < notBefore;
        if (raw === undefined || tooOld) return { uid, fetched: undefined };
        const got = size(uid) > largestMail || raw.length > largestMail ? "beginning" : "all";
        const whole = Math.max(size(uid), raw.length);
        return { uid, fetched: { raw, size: whole, got, uid, internalDate: receivedAt } };
      });
    }
  }
}

/** Cuts the list where the mails would take too much memory together; too large mails stand alone. */
function* parts(
  uids: readonly number[],
  size: (uid: number) => number,
  largestMail: number,
): Generator<readonly number[]> {
  let part: number[] = [];
  let bytes = 0;
  for (const uid of uids) {
    const isTooLarge = size(uid) > largestMail;
    if (part.length > 0 && (isTooLarge || bytes + size(uid) > BYTES_AT_ONCE)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(uid);
    bytes += isTooLarge ? BYTES_AT_ONCE : size(uid);
  }
  if (part.length > 0) yield part;
}

/** BODY.PEEK, so that reading leaves no mark; one byte more than allowed at most, whatever size the server has claimed. */
async function sourcesOf(
  client: ImapFlow,
  uids: readonly number[],
  allowed: (uid: number) => number,
): Promise<Map<number, Uint8Array>> {
  const maxLength = Math.max(...uids.map(allowed)) + 1;
  const mails = await client.fetchAll(uids.join(","), { uid: true, source: { maxLength } }, { uid: true });
  return new Map(mails.flatMap(({ uid, source }) => (source === undefined ? [] : [[uid, source] as const])));
}
