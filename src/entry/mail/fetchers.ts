/**
 * Watches every IMAP mailbox, each on its own: one that stops working says so on its row, where every screen and `heard doctor`
 * find it, and disturbs no other. Changing a mailbox's settings starts its watch anew.
 */
import { keepFolderPlace, lookedInto, noteWayIn, receiveMail } from "../../desk/listen/index.ts";
import type { MailboxId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { hearEvents } from "../../platform/events/index.ts";
import { growingPause, type ImapWatch, watchImap } from "../../platform/mail/index.ts";
import { findFolderPlace, imapInOf, listMailboxes, type Mailbox } from "../../records/mailbox/index.ts";
import type { Log } from "../log.ts";

/** Of a mailbox that is connected for the first time, mail of the last days is taken in; older mail can be imported. */
const FIRST_LOOK_BACK_MS = 7 * 24 * 60 * 60_000;

export async function watchMailboxes(desk: Desk, log: Log): Promise<{ stop(): Promise<void> }> {
  const watches = new Map<MailboxId, { watch: ImapWatch; made: string }>();
  let arranging: Promise<void> = Promise.resolve();

  async function arrange(): Promise<void> {
    const wanted = new Map(
      (await listMailboxes(desk.database.db))
        .filter((mailbox) => mailbox.way_in === "imap" && mailbox.imap)
        .map((mailbox) => [mailbox.id, mailbox]),
    );
    for (const [id, { watch, made }] of [...watches]) {
      const mailbox = wanted.get(id);
      if (mailbox && madeOf(mailbox) === made) continue;
      watches.delete(id);
      await watch.stop();
    }
    for (const [id, mailbox] of wanted) {
      if (watches.has(id)) continue;
      const watch = await startWatch(desk, log, mailbox);
      if (watch) watches.set(id, { watch, made: madeOf(mailbox) });
    }
  }

  const rearrange = () => {
    arranging = arranging.then(arrange).catch((error: unknown) => log.error({ error }, "imap.arranging-failed"));
  };
  /** A changed password changes no setting, so whatever is said about a mailbox starts its watch anew. */
  const restart = () => {
    for (const each of watches.values()) each.made = "";
    rearrange();
  };
  const stopHearing = await hearEvents(desk.database, {
    onEvent: ({ kind }) => {
      if (["mailbox.added", "mailbox.changed", "mailbox.connected", "mailbox.removed"].includes(kind)) restart();
    },
    onMissed: rearrange,
  });
  rearrange();
  return {
    stop: async () => {
      await stopHearing();
      await arranging;
      await Promise.all([...watches.values()].map(({ watch }) => watch.stop()));
    },
  };
}

const madeOf = (mailbox: Mailbox): string => JSON.stringify(mailbox.imap);

async function startWatch(desk: Desk, log: Log, mailbox: Mailbox): Promise<ImapWatch | undefined> {
  const say = (trouble: string | undefined) =>
    noteWayIn(desk, mailbox.id, trouble).catch((error: unknown) => log.warn({ error }, "imap.state-not-saved"));
  const from = await imapInOf(desk, mailbox);
  if (!from) {
    await say("Its IMAP server has no user name. Enter one, with its password, in the mailbox's settings.");
    return undefined;
  }
  const folder = mailbox.imap?.folder ?? "INBOX";
  const place = await findFolderPlace(desk.database.db, mailbox.id, folder);
  return watchImap({
    from,
    folder,
    ...(place ? { state: place } : {}),
    // Also for a folder that was read before: a server that renumbers its mails offers the whole past anew.
    notBefore: new Date(mailbox.created_at.getTime() - FIRST_LOOK_BACK_MS),
    largestMail: desk.settings.HEARD_MAX_MAIL_MB * 1024 * 1024,
    now: desk.now,
    pause: growingPause(() => (desk.random(1)[0] as number) / 256),
    onMail: ({ raw, got, size }) =>
      receiveMail(desk, {
        raw,
        via: "imap",
        mailboxId: mailbox.id,
        mailFrom: "",
        rcptTo: [],
        remoteAddress: "",
        ...(got === "beginning"
          ? {
              problem: `It is larger (${Math.round(size / 1_048_576)} MB) than this desk takes in. Its beginning is kept here, the whole mail is still in the mailbox.`,
            }
          : {}),
      }),
    saveState: (next) => keepFolderPlace(desk, mailbox.id, folder, next),
    onState: (state) => {
      const trouble = state.state === "trouble" ? `${state.sentence} ${state.wayOut}`.trim() : undefined;
      if (trouble) log.warn({ mailbox: mailbox.id, code: state.state === "trouble" ? state.code : "" }, "imap.trouble");
      void say(trouble);
    },
    onLooked: () => {
      lookedInto(desk, mailbox.id).catch((error: unknown) => log.warn({ error }, "imap.state-not-saved"));
    },
    onSetback: (error, uid) => log.warn({ mailbox: mailbox.id, uid, error }, "imap.mail-not-taken"),
  });
}
