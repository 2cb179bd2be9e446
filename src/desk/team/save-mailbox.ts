/** Connects a mailbox or changes one. Passwords are sealed before they are kept, and never come out again. */
import { type MailboxId, type PersonId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { isSendableAddress, sanitiseHtml } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { hasAnyAccess, namesOfPeople, type SignedIn } from "../../records/account/index.ts";
import {
  addMailbox,
  aliasesAndPeople,
  changeMailbox,
  findMailbox,
  forgetSignIn,
  keepSecretIn,
  lockMailboxes,
  type Mailbox,
  mailboxesAt,
  sendWaitingNow,
  setAliasesAndPeople,
  type Week,
} from "../../records/mailbox/index.ts";
import { comesInAsBefore } from "../shared/comes-in-as-before.ts";
import {
  isKeptFor,
  lacksPassword,
  PASSWORD_AGAIN,
  type ServerWithPassword,
  withoutPassword,
} from "../shared/kept-secret.ts";

export interface MailboxToSave {
  readonly name: string;
  readonly address: string;
  readonly aliases: readonly string[];
  readonly openToAll: boolean;
  readonly personIds: readonly PersonId[];
  readonly signatureHtml: string;
  readonly timeZone: string;
  readonly hours: Week;
  readonly holidays: readonly string[];
  readonly replyWithinMinutes: number;
  readonly acknowledges: boolean;
  readonly acknowledgementText: string;
  readonly quotesHistory: boolean;
  readonly wayIn: "smtp" | "imap";
  readonly imap: ServerWithPassword | null;
  readonly wayOut: "smtp" | "sink";
  readonly smtp: ServerWithPassword | null;
  readonly trustedServers: readonly string[];
}

/** @param id undefined for a new mailbox. */
export async function saveMailbox(
  desk: Desk,
  by: SignedIn,
  id: MailboxId | undefined,
  saved: MailboxToSave,
): Promise<{ id: MailboxId } | Refusal> {
  const bad = [saved.address, ...saved.aliases].find((address) => !isSendableAddress(address));
  if (bad) return refuse("bad-address", `“${bad}” is not a mail address.`, "Correct it.");
  if (!Intl.supportedValuesOf("timeZone").includes(saved.timeZone) && saved.timeZone !== "UTC")
    return refuse("bad-time-zone", `“${saved.timeZone}” is not a time zone.`, "Choose one like Europe/Berlin.");
  if (saved.wayIn === "imap" && !saved.imap)
    return refuse("no-imap", "The IMAP server is missing.", "Enter it, or let mail come in by SMTP.");
  if (saved.wayOut === "smtp" && !saved.smtp)
    return refuse("no-smtp", "The SMTP server is missing.", "Enter the server that sends this mailbox's mail.");

  const misread = Object.values(saved.hours)
    .flat()
    .find(([from, to]) => !CLOCK.test(from) || !CLOCK.test(to) || from >= to);
  if (misread)
    return refuse(
      "bad-hours",
      `“${misread[0]} to ${misread[1]}” is not a span of one day.`,
      "Write hours like 09:00 to 17:00. A night shift is two spans: 22:00 to 24:00, and 00:00 to 06:00 of the next day.",
    );

  const done = await desk.database.inOneGo(async (tx): Promise<{ id: MailboxId } | Refusal> => {
    await lockMailboxes(tx);
    const before = id === undefined ? undefined : await findMailbox(tx, id);
    if (id !== undefined && !before)
      return refuse("mailbox-not-found", "This mailbox is not here any more.", "Look at the list again.");
    if (before?.is_sample !== true && saved.wayOut === "sink")
      return refuse(
        "sink-is-for-samples",
        "Only the sample mailboxes keep their mail inside.",
        "Enter an SMTP server.",
      );
    if (before?.is_sample && (await leavesTheSamples(tx, before, saved)))
      return refuse(
        "sample-stays",
        "A sample mailbox cannot become a real one: its address, its other names, its way in and its way out stay as they are.",
        "Connect a mailbox of your own. The samples can be removed whenever you like.",
      );
    const names = await namesOfPeople(tx, saved.personIds);
    if (saved.personIds.some((person) => !names.has(person)))
      return refuse("person-not-found", "One of these people is not here.", "Look at the list of people again.");
    if (!saved.openToAll && !(await hasAnyAccess(tx, saved.personIds))) return NOBODY_SEES_IT;
    const taken = (await mailboxesAt(tx, [saved.address, ...saved.aliases])).find((mailbox) => mailbox.id !== id);
    if (taken)
      return refuse(
        "address-taken",
        `The mailbox “${taken.name}” has one of these addresses.`,
        "Each address belongs to one mailbox.",
      );

    const elsewhere = before ? SERVERS.filter((server) => saved[server] && !isKeptFor(before, saved, server)) : [];
    if (elsewhere.some((server) => lacksPassword(saved[server]))) return PASSWORD_AGAIN;

    const row = {
      name: saved.name,
      address: saved.address,
      open_to_all: saved.openToAll,
      signature_html: sanitiseHtml(saved.signatureHtml).html,
      time_zone: saved.timeZone,
      hours: saved.hours,
      holidays: [...saved.holidays],
      reply_within_minutes: saved.replyWithinMinutes,
      acknowledges: saved.acknowledges,
      acknowledgement_text: saved.acknowledgementText,
      quotes_history: saved.quotesHistory,
      way_in: saved.wayIn,
      imap: withoutPassword(saved.imap),
      way_out: saved.wayOut,
      smtp: withoutPassword(saved.smtp),
      trusted_servers: [...saved.trustedServers],
      suffix_arrives: before?.suffix_arrives === true && comesInAsBefore(before, saved),
    };
    const mailboxId =
      id ??
      (await addMailbox(tx, {
        ...row,
        in_trouble: null,
        in_trouble_since: null,
        in_seen_at: null,
        out_trouble: null,
        out_trouble_since: null,
        created_at: desk.now(),
      }));
    if (id !== undefined)
      await changeMailbox(tx, id, {
        ...row,
        in_trouble: null,
        in_trouble_since: null,
        out_trouble: null,
        out_trouble_since: null,
      });
    if (id !== undefined && elsewhere.some((server) => saved[server]?.signIn.kind === "oauth"))
      await forgetSignIn(tx, desk, id);
    if (id !== undefined) await sendWaitingNow(tx, id, desk.now());
    await setAliasesAndPeople(tx, mailboxId, saved.aliases, saved.personIds);
    for (const [name, server] of [
      ["imap-password", saved.imap],
      ["smtp-password", saved.smtp],
    ] as const)
      if (server?.signIn.kind === "password" && server.signIn.password !== null)
        await keepSecretIn(tx, desk.keys, mailboxId, name, server.signIn.password);
    await note(tx, {
      at: desk.now(),
      kind: id === undefined ? "mailbox.added" : "mailbox.changed",
      personId: by.id,
      data: { mailboxId },
    });
    return { id: mailboxId };
  });
  if ("id" in done) desk.poke("send-outbox");
  return done;
}

/** Real mail under a sample mailbox would be taken for a sample: answered by nobody, and deleted with the others. */
async function leavesTheSamples(tx: Kysely<Tables>, before: Mailbox, saved: MailboxToSave): Promise<boolean> {
  const names = (list: readonly string[]) => [...new Set(list.map((each) => each.toLowerCase()))].sort().join(" ");
  const { aliases } = await aliasesAndPeople(tx, before.id);
  return (
    before.address.toLowerCase() !== saved.address.toLowerCase() ||
    names(aliases) !== names(saved.aliases) ||
    before.way_in !== saved.wayIn ||
    before.way_out !== saved.wayOut
  );
}

const NOBODY_SEES_IT = refuse(
  "nobody-sees-it",
  "Nobody would see what comes into this mailbox.",
  "Name at least one person who has access.",
);

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

const SERVERS = ["imap", "smtp"] as const;
