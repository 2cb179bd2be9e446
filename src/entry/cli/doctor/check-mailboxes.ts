/** Each mailbox: whether mail comes in and leaves, tried live. Nothing is sent, and nothing in a mailbox is changed. */
import type { MailboxId } from "../../../kit/index.ts";
import { probeImapIn, probeListener, probeSmtpOut } from "../../../platform/mail/index.ts";
import { listPeople } from "../../../records/account/index.ts";
import {
  findSecret,
  imapInOf,
  listMailboxes,
  type Mailbox,
  readSecret,
  type SecretName,
  smtpOutOf,
} from "../../../records/mailbox/index.ts";
import { broken, type DeskWorld, type Finding, fine, fromProbe, hint } from "./finding.ts";

const USUAL_SMTP_PORT = 2525;

export async function checkMailboxes(world: DeskWorld): Promise<Finding[]> {
  const { db } = world.desk.database;
  const mailboxes = (await listMailboxes(db)).filter((mailbox) => !mailbox.is_sample);
  if (mailboxes.length === 0)
    return [hint("mailbox", "No mailbox is connected yet.", "Connect one in the desk's settings.")];
  // Whether a server passes mail on shows only with an address that is not its own: an admin's is the best we know.
  const admin = (await listPeople(db)).find((person) => person.role === "admin" && !person.disabled);
  const found = await Promise.all(
    mailboxes.flatMap((mailbox) => [wayIn(world, mailbox), wayOut(world, mailbox, admin?.email ?? mailbox.address)]),
  );
  return [...found.flat(), ...mailboxes.map(answersTo)];
}

/** Both are well; which of them it is helps to understand a mail that went astray. */
const answersTo = ({ address, suffix_arrives }: Mailbox): Finding =>
  fine(
    "mailbox-suffix",
    suffix_arrives
      ? `Answers to ${address} are asked for at a +suffix of it: a test mail to one came in.`
      : `Answers to ${address} are asked for at the address itself: no test mail to a +suffix of it has come in. Trying the mailbox in its settings sends one.`,
  );

async function wayIn(world: DeskWorld, mailbox: Mailbox): Promise<Finding[]> {
  const of = `Mail to ${mailbox.address}`;
  if (mailbox.way_in === "smtp") return door(world, mailbox, of);
  const lost = await lostSecret(world, mailbox.id, mailbox.imap?.signIn.kind, "imap-password", of);
  if (lost) return [lost];
  const server = await imapInOf(world.desk, mailbox);
  if (!server)
    return [
      broken(
        "mailbox-in",
        `${of}: the IMAP server or its sign-in is missing.`,
        "Enter them in the mailbox's settings.",
      ),
    ];
  const probe = await probeImapIn(server, mailbox.imap?.folder ?? "INBOX");
  const finding = fromProbe("mailbox-in", of, probe);
  if (probe.ok && mailbox.in_trouble && world.isRunning)
    return [
      finding,
      broken(
        "mailbox-in",
        `${of}: the running desk cannot fetch it. ${mailbox.in_trouble}`,
        "It tries again by itself; restart the desk if it stays so.",
      ),
    ];
  return [finding];
}

async function door({ settings, isRunning }: DeskWorld, mailbox: Mailbox, of: string): Promise<Finding[]> {
  if (!isRunning)
    return [
      hint("mailbox-in", `${of} comes in by the SMTP listener, and the desk is not running.`, "heard start runs it."),
    ];
  const everywhere = ["0.0.0.0", "::", ""].includes(settings.HEARD_SMTP_HOST);
  const address = {
    host: everywhere ? "127.0.0.1" : settings.HEARD_SMTP_HOST,
    port: settings.HEARD_SMTP_PORT ?? USUAL_SMTP_PORT,
  };
  const probe = await probeListener(address, mailbox.address);
  if (!probe.ok && probe.code === "connect" && settings.HEARD_SMTP_PORT === undefined)
    return [
      hint(
        "mailbox-in",
        `${of}: nothing answers on port ${USUAL_SMTP_PORT}, the usual one of the SMTP listener.`,
        "It runs on another port or on another machine: set HEARD_SMTP_PORT so that it stays the same.",
      ),
    ];
  return [fromProbe("mailbox-in", of, probe)];
}

async function wayOut(world: DeskWorld, mailbox: Mailbox, to: string): Promise<Finding[]> {
  const of = `Mail from ${mailbox.address}`;
  if (mailbox.way_out === "sink") return [];
  const lost = await lostSecret(world, mailbox.id, mailbox.smtp?.signIn.kind, "smtp-password", of);
  if (lost) return [lost];
  const server = await smtpOutOf(world.desk, mailbox);
  if (!server)
    return [broken("mailbox-out", `${of}: the SMTP server is missing.`, "Enter it in the mailbox's settings.")];
  return [fromProbe("mailbox-out", of, await probeSmtpOut(server, { from: mailbox.address, to }))];
}

/** A secret that is there and cannot be unsealed: the key is another one than when it was entered. */
async function lostSecret(
  { desk }: DeskWorld,
  id: MailboxId,
  kind: "password" | "oauth" | "none" | undefined,
  password: SecretName,
  of: string,
): Promise<Finding | undefined> {
  if (kind === undefined || kind === "none") return undefined;
  const name = kind === "oauth" ? "oauth-refresh-token" : password;
  const isThere = (await findSecret(desk.database.db, id, name)) !== undefined;
  if (!isThere || (await readSecret(desk, id, name)) !== undefined) return undefined;
  return broken(
    "mailbox-secret",
    `${of}: the kept ${kind === "oauth" ? "sign-in" : "password"} was sealed with another key than this desk has now.`,
    "Bring back the file secret.key of HEARD_HOME (or HEARD_SECRET_KEY), or enter it again in the mailbox's settings.",
  );
}
