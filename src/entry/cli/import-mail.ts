/** `heard import PATH…`: old mail into a mailbox, through the same intake as new mail. Nobody is written to because of it. */

import { receiveMail } from "../../desk/listen/index.ts";
import { isRefusal, type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { importedBefore } from "../../records/conversation/index.ts";
import { listMailboxes } from "../../records/mailbox/index.ts";
import { type Call, type Command, EXIT, say, tell } from "./command.ts";
import { type FoundMail, lookAt, mailsIn, type Source } from "./find-mails.ts";
import { isDeskRunning, withDesk } from "./open-desk.ts";
import { megabytes, progressLine } from "./progress-line.ts";

/** One transaction each: waiting for the disk once for many mails is what makes an import quick. */
const MAILS_AT_ONCE = 200;
const BYTES_AT_ONCE = 8 * 1024 * 1024;

export const importMail: Command = {
  name: "import",
  args: "PATH…",
  leastArgs: 1,
  mostArgs: Number.POSITIVE_INFINITY,
  summary: "Take old mail into a mailbox: mbox files, Maildirs, folders of .eml files",
  details: [
    "Each mail goes through the same intake as new mail and keeps its own date; nobody gets an automatic answer because of it. What one of this desk's mailboxes sent (by its address or another name of it) becomes an answer of yours, and whom it went to is the customer. A Maildir is taken in without its subfolders: name those you want too.",
    "Stop it at any time with Ctrl+C and run the same line again: what was taken in is not taken in twice. It may run while the desk runs; the desk files the mails as they come, or when it is started next.",
  ],
  options: {
    mailbox: {
      kind: "text",
      value: "ADDRESS",
      isNeeded: true,
      say: "The mailbox the mail belongs to, by its address.",
    },
  },
  examples: [
    ["heard import help.mbox --mailbox help@shop.example", "Take in an mbox."],
    ["heard import Maildir Maildir/.Sent --mailbox help@shop.example", "Take in two Maildirs, one after the other."],
  ],
  settings: "needed",
  run: async (call) => {
    const sources: Source[] = [];
    for (const path of call.args) {
      const source = await lookAt(path);
      if (isRefusal(source)) return source;
      sources.push(source);
    }
    return withDesk(call.settings, call.around, (desk) => importAll(desk, call, sources));
  },
};

interface Tally {
  taken: number;
  known: number;
  bytes: number;
  readonly tooLarge: string[];
}

async function importAll(
  desk: Desk,
  { around, options, settings }: Call,
  sources: readonly Source[],
): Promise<number | Refusal> {
  const mailboxId = await mailboxCalled(desk, String(options.mailbox));
  if (isRefusal(mailboxId)) return mailboxId;
  const whole = sources.reduce((sum, source) => sum + source.bytes, 0);
  const largest = settings.HEARD_MAX_MAIL_MB * 1024 * 1024;
  const tally: Tally = { taken: 0, known: 0, bytes: 0, tooLarge: [] };
  const line = progressLine(around.err, around.now);
  const startedAt = around.now().getTime();
  const shown = () => {
    const seconds = Math.max(0.001, (around.now().getTime() - startedAt) / 1000);
    const share = whole === 0 ? 100 : Math.min(100, (100 * tally.bytes) / whole);
    return `${share.toFixed(0)} %, ${tally.taken} mails taken in, ${tally.known} known before, ${megabytes(tally.bytes)}, ${Math.round((tally.taken + tally.known) / seconds)} a second`;
  };
  try {
    for (const source of sources)
      for await (const batch of inBatches(mailsIn(source, largest))) {
        if (around.stopping.aborted) break;
        await takeIn(desk, mailboxId, batch, tally);
        line.show(shown());
      }
  } finally {
    line.end();
  }
  tell(around, shown());
  for (const place of tally.tooLarge)
    tell(around, `Larger than HEARD_MAX_MAIL_MB (${settings.HEARD_MAX_MAIL_MB}), not taken in: ${place}`);
  if (around.stopping.aborted) tell(around, "Stopped. Run the same line again to go on.");
  else if (!(await isDeskRunning(desk.database))) tell(around, "The mails are filed as soon as the desk is started.");
  say(around, `${tally.taken} taken in, ${tally.known} known before, ${tally.tooLarge.length} too large`);
  return around.stopping.aborted || tally.tooLarge.length > 0 ? EXIT.refused : EXIT.done;
}

async function takeIn(desk: Desk, mailboxId: MailboxId, batch: readonly FoundMail[], tally: Tally): Promise<void> {
  const mails: Buffer[] = [];
  for (const { raw, place } of batch) {
    if (raw) mails.push(raw);
    else tally.tooLarge.push(place);
  }
  const known = await importedBefore(desk.database.db, mailboxId, mails);
  const fresh = mails.filter((_, at) => !known[at]);
  if (fresh.length > 0)
    await receiveMail(
      desk,
      ...fresh.map((raw) => ({ raw, via: "import" as const, mailboxId, mailFrom: "", rcptTo: [], remoteAddress: "" })),
    );
  tally.taken += fresh.length;
  tally.known += mails.length - fresh.length;
  tally.bytes += mails.reduce((sum, raw) => sum + raw.length, 0);
}

async function* inBatches(mails: AsyncIterable<FoundMail>): AsyncGenerator<FoundMail[]> {
  let batch: FoundMail[] = [];
  let bytes = 0;
  for await (const mail of mails) {
    batch.push(mail);
    bytes += mail.raw?.length ?? 0;
    if (batch.length < MAILS_AT_ONCE && bytes < BYTES_AT_ONCE) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

async function mailboxCalled(desk: Desk, address: string): Promise<MailboxId | Refusal> {
  const mailboxes = await listMailboxes(desk.database.db);
  const found = mailboxes.find((mailbox) => mailbox.address.toLowerCase() === address.trim().toLowerCase());
  if (found) return found.id;
  const there = mailboxes.map((mailbox) => mailbox.address).join(", ");
  return refuse(
    "mailbox-not-found",
    `This desk has no mailbox ${address}.`,
    there ? `It has: ${there}.` : "Connect a mailbox in the desk's settings first.",
  );
}
