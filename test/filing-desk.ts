/**
 * A desk on which mail is filed and sent by hand, one step at a time, under a clock that is turned by hand: real database, real
 * reading, real SMTP on the way out. For the fine points; whole journeys run on `startTestDesk`.
 */
import { afterAll } from "vitest";
import { acknowledgeReceipt } from "../src/desk/acknowledge/index.ts";
import { fileMail, receiveMail } from "../src/desk/listen/index.ts";
import { outboxSender, type ReplyToSend, sendReply } from "../src/desk/provide/index.ts";
import { type ConversationId, isRefusal, type MailboxId, type MessageId, type PersonId } from "../src/kit/index.ts";
import { openSubmitter, parseMail } from "../src/platform/mail/index.ts";
import { addPerson, type SignedIn } from "../src/records/account/index.ts";
import {
  type Conversation,
  findConversation,
  findInboundMail,
  findMessage,
  listMessages,
  type Message,
} from "../src/records/conversation/index.ts";
import { addMailbox, OFFICE_WEEK, setAliasesAndPeople, smtpOutOf } from "../src/records/mailbox/index.ts";
import { type FreshDesk, freshDesk } from "./fresh-desk.ts";

export interface Letter {
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  /** Without angle brackets; null for a mail without Message-ID. */
  readonly id?: string | null;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** null for a mail without Date. */
  readonly date?: Date | null;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let written = 0;

/** A mail as a customer's program writes it. Ana writes to help@shop.test unless told otherwise. */
export function letter(of: Letter = {}): string {
  written += 1;
  const { from = "Ana Lima <ana@customers.test>", to = "help@shop.test", subject = "The lamp arrived broken" } = of;
  const {
    id = `mail-${written}@customers.test`,
    date = new Date("2026-11-23T08:59:00Z"),
    body = "Hello, my lamp has a crack.",
  } = of;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    ...(of.cc ? [`Cc: ${of.cc}`] : []),
    `Subject: ${subject}`,
    ...(id === null ? [] : [`Message-ID: <${id}>`]),
    ...(of.inReplyTo ? [`In-Reply-To: <${of.inReplyTo}>`] : []),
    ...(of.references?.length ? [`References: ${of.references.map((each) => `<${each}>`).join(" ")}`] : []),
    ...(date === null ? [] : [`Date: ${date.toUTCString()}`]),
    ...Object.entries(of.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body.replaceAll("\n", "\r\n")}\r\n`;
}

/** A reply that is sent whatever came meanwhile. */
export const aReply = (of: Partial<ReplyToSend>): ReplyToSend => ({
  kind: "reply",
  html: "<p>A new one leaves today.</p>",
  to: [],
  cc: [],
  bcc: [],
  subject: "",
  quotesHistory: true,
  seenMessageId: null,
  anyway: true,
  sendAt: null,
  afterwards: "waiting",
  nextUpdateDueAt: null,
  reasons: [],
  promises: [],
  ...of,
});

export interface Arrival {
  readonly rcptTo?: readonly string[];
  readonly via?: "smtp" | "imap" | "import";
  readonly mailboxId?: MailboxId;
  readonly mailFrom?: string;
}

export interface FilingDesk extends FreshDesk {
  readonly mailbox: (of: {
    address: string;
    people?: readonly SignedIn[];
    smtpPort?: number;
    acknowledges?: true;
    isSample?: true;
  }) => Promise<MailboxId>;
  readonly person: (name: string, role?: "agent" | "admin") => Promise<SignedIn>;
  /** Takes a mail in and files it, as the listener and the sweep do, a second after what happened last. */
  readonly arrive: (raw: string, arrival?: Arrival) => Promise<Message>;
  readonly conversation: (of: { conversation_id: ConversationId } | ConversationId) => Promise<Conversation>;
  readonly messages: (id: ConversationId) => Promise<Message[]>;
  readonly message: (id: MessageId) => Promise<Message>;
  /** Answers the customer and says what was written. */
  readonly answer: (by: SignedIn, id: ConversationId, reply?: Partial<ReplyToSend>) => Promise<Message>;
  /** Settles every automatic answer that is due. */
  readonly acknowledge: () => Promise<void>;
  /** Sends what is due, and waits until it is done with. */
  readonly send: () => Promise<void>;
}

export async function filingDesk(environment: Readonly<Record<string, string>> = {}): Promise<FilingDesk> {
  const fresh = await freshDesk({ HEARD_UNDO_SECONDS: "0", ...environment });
  const { desk } = fresh;
  const { db } = desk.database;
  const submitter = openSubmitter();
  const sender = outboxSender(desk, {
    submit: async (mailbox, raw, envelope) => {
      const out = await smtpOutOf(desk, mailbox);
      if (!out) throw new Error("This mailbox has no SMTP server.");
      return submitter.submit(out, raw, envelope);
    },
    sink: async () => {},
  });
  afterAll(submitter.close);

  const message = async (id: MessageId): Promise<Message> => {
    const found = await findMessage(db, id);
    if (!found) throw new Error(`Message ${id} is not there.`);
    return found;
  };
  const conversation: FilingDesk["conversation"] = async (of) => {
    const id = typeof of === "object" ? of.conversation_id : of;
    const found = await findConversation(db, id);
    if (!found) throw new Error(`Conversation ${id} is not there.`);
    return found;
  };

  return {
    ...fresh,
    message,
    conversation,
    messages: async (id) => (await listMessages(db, id, { limit: 500 })).messages,
    async mailbox({ address, people, smtpPort, acknowledges, isSample }) {
      const id = await addMailbox(db, {
        name: "Help",
        address,
        open_to_all: people === undefined,
        hours: OFFICE_WEEK,
        acknowledges: acknowledges === true,
        way_in: "smtp",
        imap: null,
        way_out: isSample ? "sink" : "smtp",
        smtp:
          smtpPort === undefined
            ? null
            : { host: "127.0.0.1", port: smtpPort, security: "none", signIn: { kind: "none" } },
        in_trouble: null,
        in_trouble_since: null,
        in_seen_at: null,
        out_trouble: null,
        out_trouble_since: null,
        is_sample: isSample === true,
        created_at: desk.now(),
      });
      await setAliasesAndPeople(db, id, [], people?.map((each) => each.id) ?? []);
      return id;
    },
    async person(name, role = "agent") {
      const email = `${name.toLowerCase()}@desk.test`;
      const added = await addPerson(
        db,
        { name, email, role, passwordHash: null, timeZone: "Europe/Berlin" },
        desk.now(),
      );
      if (!added) throw new Error(`${email} is here already.`);
      return { id: added.id as PersonId, name, email, role, timeZone: "Europe/Berlin" } as SignedIn;
    },
    async arrive(raw, { rcptTo = ["help@shop.test"], via = "smtp", mailboxId, mailFrom } = {}) {
      fresh.wait(1_000);
      const parsed = await parseMail(Buffer.from(raw));
      const [id] = await receiveMail(desk, {
        raw: Buffer.from(raw),
        via,
        mailboxId: mailboxId ?? null,
        mailFrom: mailFrom ?? parsed.from?.address ?? "",
        rcptTo: mailboxId === undefined ? rcptTo : [],
        remoteAddress: "",
      });
      const inbound = id === undefined ? undefined : await findInboundMail(db, id);
      if (!inbound) throw new Error("The mail was not kept.");
      const filed = await fileMail(desk, inbound, parsed);
      if (filed === undefined) throw new Error("The mail was filed before.");
      return message(filed);
    },
    async answer(by, id, reply = {}) {
      fresh.wait(1_000);
      const before = (await listMessages(db, id, { limit: 500 })).messages;
      const last = before.findLast((each) => each.kind === "inbound");
      const to = last ? [{ name: last.from_name, address: last.from_address }] : [];
      const sent = await sendReply(desk, by, id, aReply({ to, seenMessageId: before.at(-1)?.id ?? null, ...reply }));
      if (isRefusal(sent)) throw new Error(`${sent.refused}: ${sent.sentence}`);
      return message(sent.messageId);
    },
    async acknowledge() {
      while ((await acknowledgeReceipt(desk)) === "more");
    },
    async send() {
      const due = () =>
        db
          .selectFrom("outbox")
          .select("id")
          .where("state", "=", "waiting")
          .where("send_at", "<=", desk.now())
          .executeTakeFirst();
      while (await due()) {
        await sender.run();
        await sender.settled();
      }
    },
  };
}
