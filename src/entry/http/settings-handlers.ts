/** Routes about mailboxes, snippets, samples, quarantine and what is in trouble. */

import {
  listQuarantined,
  prepareSamples,
  removeSamples,
  saveMailbox,
  settleQuarantined,
  tryMailbox,
} from "../../desk/team/index.ts";
import { type InboundMailId, isRefusal, type MailboxId, type PersonId, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { listTags } from "../../records/conversation/index.ts";
import {
  addSnippet,
  aliasesAndPeople,
  changeSnippet,
  findMailbox,
  listMailboxes,
  listSnippets,
  type Mailbox,
  removeSnippet,
  type ServerSettings,
  stuckInOutbox,
  visibleMailboxIds,
} from "../../records/mailbox/index.ts";
import type * as wire from "../contract/index.ts";
import type { Lookout } from "./lookout.ts";
import type { Handlers } from "./mount.ts";
import { startOauth } from "./oauth.ts";

/** What the rest of the process offers to these routes. */
export interface Neighbours {
  /** Lets the sample customers write; resolves with how many did, soon after the first have. */
  readonly lettersArrive: () => Promise<number>;
  /** No sample customer writes any more. */
  readonly lettersStop: () => void;
  readonly listener: () => { host: string; port: number } | undefined;
}

export function settingsHandlers(neighbours: Neighbours, lookout: Lookout): Handlers<keyof wire.SettingsRoutes> {
  return {
    async "GET /api/v1/mailboxes"({ desk, by }) {
      const visible = await visibleMailboxIds(desk.database.db, by.id);
      const mailboxes = (await listMailboxes(desk.database.db)).filter(
        (mailbox) => by.role === "admin" || visible.includes(mailbox.id),
      );
      return { items: await Promise.all(mailboxes.map((mailbox) => present(desk, mailbox))) };
    },
    async "POST /api/v1/mailboxes"({ desk, by, body }) {
      return afterSaving(
        desk,
        await saveMailbox(desk, by, undefined, { ...body, personIds: body.personIds as PersonId[] }),
      );
    },
    async "PATCH /api/v1/mailboxes/:id"({ desk, by, params, body }) {
      return afterSaving(
        desk,
        await saveMailbox(desk, by, params.id as MailboxId, { ...body, personIds: body.personIds as PersonId[] }),
      );
    },
    async "POST /api/v1/mailboxes/probe"({ desk, by, body: { mailboxId, ...rest } }) {
      return {
        probes: await tryMailbox(
          desk,
          { ...rest, id: mailboxId as MailboxId | null, outside: by.email },
          neighbours.listener(),
        ),
      };
    },
    async "POST /api/v1/mailboxes/:id/oauth"({ desk, by, params, body }) {
      return startOauth(desk, by, params.id as MailboxId, body.provider);
    },

    async "POST /api/v1/samples"({ desk, by }) {
      const refused = await prepareSamples(desk, by);
      return isRefusal(refused) ? refused : { conversations: await neighbours.lettersArrive() };
    },
    async "DELETE /api/v1/samples"({ desk, by }) {
      neighbours.lettersStop();
      await removeSamples(desk, by);
      return {};
    },

    async "GET /api/v1/status"({ desk, by }) {
      const { db } = desk.database;
      const visible = await visibleMailboxIds(db, by.id);
      const troubles: Array<{ code: string; sentence: string; since: string | null; mailboxId: number | null }> = [];
      const down = await lookout();
      if (down)
        troubles.push(
          trouble("storage", `${down} Mail waits at its senders' servers until there is room.`, null, null),
        );
      for (const mailbox of await listMailboxes(db)) {
        if (!visible.includes(mailbox.id) && by.role !== "admin") continue;
        if (mailbox.in_trouble)
          troubles.push(
            trouble(
              "mailbox-in",
              `No mail comes in for ${mailbox.name}. ${mailbox.in_trouble}`,
              mailbox.in_trouble_since,
              mailbox.id,
            ),
          );
        if (mailbox.out_trouble)
          troubles.push(
            trouble(
              "mailbox-out",
              `Mail of ${mailbox.name} does not leave. ${mailbox.out_trouble}`,
              mailbox.out_trouble_since,
              mailbox.id,
            ),
          );
      }
      const stuck = await stuckInOutbox(db, visible, desk.now());
      if (stuck > 0)
        troubles.push(
          trouble(
            "outbox",
            stuck === 1 ? "One message could not be sent." : `${stuck} messages could not be sent.`,
            null,
            null,
          ),
        );
      return { troubles, mailDoor: neighbours.listener() ?? null };
    },

    async "GET /api/v1/quarantine"({ desk, by }) {
      const rows = await listQuarantined(desk, by);
      return {
        items: rows.map((row) => ({
          id: row.id,
          receivedAt: row.received_at.toISOString(),
          from: row.mail_from,
          to: row.rcpt_to,
          size: row.size,
          problem: row.problem ?? "It could not be read.",
        })),
      };
    },
    async "POST /api/v1/quarantine/:id/retry"({ desk, by, params }) {
      return (await settleQuarantined(desk, by, params.id as InboundMailId, "waiting")) ?? {};
    },
    async "POST /api/v1/quarantine/:id/dismiss"({ desk, by, params }) {
      return (await settleQuarantined(desk, by, params.id as InboundMailId, "dismissed")) ?? {};
    },

    async "GET /api/v1/snippets"({ desk, by }) {
      return {
        items: (await listSnippets(desk.database.db, await visibleMailboxIds(desk.database.db, by.id))).map(
          presentSnippet,
        ),
      };
    },
    async "POST /api/v1/snippets"({ desk, by, body }) {
      const { db } = desk.database;
      const mailboxId = body.mailboxId as MailboxId | null;
      if (mailboxId !== null && !(await visibleMailboxIds(db, by.id)).includes(mailboxId)) return NO_SUCH_MAILBOX;
      return presentSnippet(await addSnippet(db, { ...body, mailboxId }, by.id, desk.now()));
    },
    async "PATCH /api/v1/snippets/:id"({ desk, by, params, body }) {
      const { db } = desk.database;
      const visible = await visibleMailboxIds(db, by.id);
      const mailboxId = body.mailboxId as MailboxId | null;
      if (!(await seesSnippet(desk, visible, params.id))) return NO_SUCH_SNIPPET;
      if (mailboxId !== null && !visible.includes(mailboxId)) return NO_SUCH_MAILBOX;
      const changed = await changeSnippet(db, params.id, { ...body, mailboxId }, desk.now());
      return changed ? presentSnippet(changed) : NO_SUCH_SNIPPET;
    },
    async "DELETE /api/v1/snippets/:id"({ desk, by, params }) {
      const { db } = desk.database;
      if (!(await seesSnippet(desk, await visibleMailboxIds(db, by.id), params.id))) return NO_SUCH_SNIPPET;
      await removeSnippet(db, params.id);
      return {};
    },
    async "GET /api/v1/tags"({ desk, by }) {
      const { db } = desk.database;
      return { items: await listTags(db, await visibleMailboxIds(db, by.id)) };
    },
  };
}

const NO_SUCH_SNIPPET = refuse("snippet-not-found", "This snippet is not here any more.", "");
const NO_SUCH_MAILBOX = refuse("mailbox-not-found", "You cannot see this mailbox.", "Ask an admin to add you to it.");

/** The snippets of a mailbox are there only for those who see the mailbox. */
const seesSnippet = async (desk: Desk, visible: readonly MailboxId[], id: number): Promise<boolean> =>
  (await listSnippets(desk.database.db, visible)).some((snippet) => snippet.id === id);

const trouble = (code: string, sentence: string, since: Date | null, mailboxId: number | null) => ({
  code,
  sentence,
  since: since?.toISOString() ?? null,
  mailboxId,
});

const presentSnippet = (row: {
  id: number;
  name: string;
  html: string;
  mailbox_id: MailboxId | null;
  updated_at: Date;
}): wire.Snippet => ({
  id: row.id,
  name: row.name,
  html: row.html,
  mailboxId: row.mailbox_id,
  updatedAt: row.updated_at.toISOString(),
});

async function afterSaving(desk: Desk, saved: Awaited<ReturnType<typeof saveMailbox>>) {
  if (isRefusal(saved)) return saved;
  return present(desk, (await findMailbox(desk.database.db, saved.id)) as Mailbox);
}

/** A kept password is shown as null, a missing one too: it never leaves the server. */
const presentServer = (server: ServerSettings | null) =>
  server === null
    ? null
    : { ...server, signIn: server.signIn.kind === "password" ? { ...server.signIn, password: null } : server.signIn };

async function present(desk: Desk, row: Mailbox): Promise<wire.Mailbox> {
  const { aliases, people } = await aliasesAndPeople(desk.database.db, row.id);
  const imap = presentServer(row.imap);
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    aliases,
    openToAll: row.open_to_all,
    personIds: people,
    signatureHtml: row.signature_html,
    timeZone: row.time_zone,
    hours: row.hours as wire.Hours,
    holidays: row.holidays,
    replyWithinMinutes: row.reply_within_minutes,
    acknowledges: row.acknowledges,
    acknowledgementText: row.acknowledgement_text,
    quotesHistory: row.quotes_history,
    wayIn: row.way_in,
    imap: imap === null ? null : { ...imap, folder: imap.folder ?? "INBOX" },
    wayOut: row.way_out,
    smtp: presentServer(row.smtp),
    trustedServers: row.trusted_servers,
    inTrouble: row.in_trouble,
    inTroubleSince: row.in_trouble_since?.toISOString() ?? null,
    inSeenAt: row.in_seen_at?.toISOString() ?? null,
    outTrouble: row.out_trouble,
    outTroubleSince: row.out_trouble_since?.toISOString() ?? null,
    suffixArrives: row.suffix_arrives,
    isSample: row.is_sample,
  };
}
