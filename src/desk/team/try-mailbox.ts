/**
 * Tries both directions of a mailbox, live, and says in words what is wrong. Of a mailbox that is kept, and whose mail comes in as
 * it is kept, it also finds out whether mail to +suffixes of its address arrives: the one test that sends a mail (to itself) and
 * keeps what it learns.
 */
import type { MailboxId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { type Probe, probeImapIn, probeListener, probeSmtpOut } from "../../platform/mail/index.ts";
import { findMailbox, imapInOf, type Mailbox, smtpOutOf } from "../../records/mailbox/index.ts";
import { comesInAsBefore } from "../shared/comes-in-as-before.ts";
import { isKeptFor, lacksPassword, PASSWORD_AGAIN, type ServerWithPassword } from "../shared/kept-secret.ts";
import { trySuffix } from "../shared/suffix-test.ts";

export interface MailboxToTry {
  /** Whose kept passwords stand in for those that were not typed again. */
  readonly id: MailboxId | null;
  readonly address: string;
  readonly wayIn: "smtp" | "imap";
  readonly imap: ServerWithPassword | null;
  readonly wayOut: "smtp" | "sink";
  readonly smtp: ServerWithPassword | null;
  /** An address that is not the mailbox's own: whether the server passes mail on is what a team needs to know. */
  readonly outside: string;
}

export interface Tried {
  readonly what: "in" | "out" | "suffix";
  readonly ok: boolean;
  readonly code: string;
  readonly sentence: string;
  readonly wayOut: string;
}

/** @param listener where the desk's own SMTP listener can be reached; undefined when it runs in another process. */
export async function tryMailbox(
  desk: Desk,
  mailbox: MailboxToTry,
  listener: { host: string; port: number } | undefined,
  patienceMs = SUFFIX_PATIENCE_MS,
): Promise<Tried[]> {
  const kept = mailbox.id === null ? undefined : await findMailbox(desk.database.db, mailbox.id);
  const [wayIn, wayOut] = await Promise.all([
    needsSecret(kept, mailbox, "imap") ?? tryIn(desk, mailbox, listener),
    needsSecret(kept, mailbox, "smtp") ?? tryOut(desk, mailbox),
  ]);
  const both: Tried[] = [
    { what: "in", ...wayIn },
    { what: "out", ...wayOut },
  ];
  if (!kept || !both.every(({ ok }) => ok) || !comesInAsBefore(kept, mailbox)) return both;
  const out =
    mailbox.wayOut === "smtp"
      ? await smtpOutOf(desk, { id: kept.id, smtp: mailbox.smtp }, typed(mailbox.smtp))
      : undefined;
  return out ? [...both, { what: "suffix", ...said(await trySuffix(desk, kept, out, patienceMs)) }] : both;
}

/** Most providers deliver within seconds; the person who asked is waiting. */
const SUFFIX_PATIENCE_MS = 20_000;

type Said = Omit<Tried, "what">;

/** What is kept for one server is never tried at another: the test itself would give it away. */
function needsSecret(kept: Mailbox | undefined, mailbox: MailboxToTry, server: "imap" | "smtp"): Said | undefined {
  const signIn = mailbox[server]?.signIn;
  const isUsed = server === "imap" ? mailbox.wayIn === "imap" : mailbox.wayOut === "smtp";
  if (!isUsed || !kept || !signIn || isKeptFor(kept, mailbox, server)) return undefined;
  if (signIn.kind === "oauth")
    return {
      ok: false,
      code: "sign-in-again",
      sentence: "The sign-in that is kept belongs to another server or user.",
      wayOut: "Save the mailbox and sign in at the provider again; then it can be tried.",
    };
  const { refused: code, sentence, wayOut } = PASSWORD_AGAIN;
  return lacksPassword(mailbox[server]) ? { ok: false, code, sentence, wayOut } : undefined;
}

async function tryIn(
  desk: Desk,
  { id, address, wayIn, imap }: MailboxToTry,
  listener: { host: string; port: number } | undefined,
): Promise<Said> {
  if (wayIn === "smtp") {
    if (!listener)
      return said({ ok: true, detail: "Mail comes in by the SMTP listener, which runs in another process." });
    const probe = await probeListener(listener, address);
    // Before the mailbox is kept the listener does not know its address yet; that it answers at all is what counts.
    if (!probe.ok && probe.code === "recipient" && id === null)
      return said({
        ok: true,
        detail: `The SMTP listener answers on port ${listener.port}. Point the mail for ${address} there.`,
      });
    return said(probe);
  }
  const server = await imapInOf(desk, { id: id ?? (0 as MailboxId), imap }, typed(imap));
  if (!server)
    return {
      ok: false,
      code: "missing",
      sentence: "The IMAP server or its sign-in is missing.",
      wayOut: "Enter host, user and password.",
    };
  return said(await probeImapIn(server, imap?.folder ?? "INBOX"));
}

async function tryOut(desk: Desk, { id, address, wayOut, smtp, outside }: MailboxToTry): Promise<Said> {
  if (wayOut === "sink") return said({ ok: true, detail: "Sample mail stays inside the desk." });
  const server = await smtpOutOf(desk, { id: id ?? (0 as MailboxId), smtp }, typed(smtp));
  if (!server)
    return {
      ok: false,
      code: "missing",
      sentence: "The SMTP server is missing.",
      wayOut: "Enter the server that sends this mailbox's mail.",
    };
  return said(await probeSmtpOut(server, { from: address, to: outside }));
}

const typed = (server: ServerWithPassword | null): string | null =>
  server?.signIn.kind === "password" ? server.signIn.password : null;

const said = (probe: Probe): Said =>
  probe.ok
    ? { ok: true, code: "ok", sentence: probe.detail, wayOut: "" }
    : { ok: false, code: probe.code, sentence: probe.sentence, wayOut: probe.wayOut };
