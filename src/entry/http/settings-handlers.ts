/** Routes about mailboxes, snippets, samples, quarantine and what is in trouble. */

import {
  addSnippet,
  beginProviderSignIn,
  changeSnippet,
  listQuarantined,
  prepareSamples,
  removeMailbox,
  removeSamples,
  removeSnippet,
  saveMailbox,
  settleQuarantined,
  tryMailbox,
} from "../../desk/team/index.ts";
import { type InboundMailId, isRefusal, type MailboxId, type PersonId, type Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { listTags } from "../../records/conversation/index.ts";
import {
  aliasesAndPeople,
  findMailbox,
  listMailboxes,
  listSnippets,
  type Mailbox,
  type ServerSettings,
  type Snippet,
  stuckInOutbox,
  visibleMailboxIds,
} from "../../records/mailbox/index.ts";
import type * as wire from "../contract/index.ts";
import type { Lookout } from "./lookout.ts";
import type { Handlers } from "./mount.ts";

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
    async "DELETE /api/v1/mailboxes/:id"({ desk, by, params, query }) {
      return (await removeMailbox(desk, by, params.id as MailboxId, query.to as MailboxId | undefined)) ?? {};
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
      return beginProviderSignIn(desk, by, params.id as MailboxId, body.provider);
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
      return afterChange(await addSnippet(desk, by, { ...body, mailboxId: body.mailboxId as MailboxId | null }));
    },
    async "PATCH /api/v1/snippets/:id"({ desk, by, params, body }) {
      const text = { ...body, mailboxId: body.mailboxId as MailboxId | null };
      return afterChange(await changeSnippet(desk, by, params.id, text));
    },
    async "DELETE /api/v1/snippets/:id"({ desk, by, params }) {
      return (await removeSnippet(desk, by, params.id)) ?? {};
    },
    async "GET /api/v1/tags"({ desk, by }) {
      const { db } = desk.database;
      return { items: await listTags(db, await visibleMailboxIds(db, by.id)) };
    },
  };
}

const trouble = (code: string, sentence: string, since: Date | null, mailboxId: number | null) => ({
  code,
  sentence,
  since: since?.toISOString() ?? null,
  mailboxId,
});

const afterChange = (snippet: Snippet | Refusal) => (isRefusal(snippet) ? snippet : presentSnippet(snippet));

const presentSnippet = (row: Snippet): wire.Snippet => ({
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
