import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { startSmtpSink } from "../../../test/servers/smtp-sink.ts";
import type { MailboxId } from "../../kit/index.ts";
import { makePlusAddress, parseMail } from "../../platform/mail/index.ts";
import { findInboundMail } from "../../records/conversation/index.ts";
import { changeMailbox, findMailbox, type Mailbox, OFFICE_WEEK } from "../../records/mailbox/index.ts";
import { fileMail, receiveMail } from "../listen/index.ts";
import { saveMailbox, tryMailbox } from "../team/index.ts";

const sink = await startSmtpSink();
const desk = await filingDesk();
const ada = await desk.person("Ada", "admin");
const help = await desk.mailbox({ address: "help@shop.test", smtpPort: sink.port });
const { db } = desk.desk.database;
const signing = desk.desk.keys.signing;
const kept = async (id: MailboxId = help) => (await findMailbox(db, id)) as Mailbox;
const arrives = async () => (await kept()).suffix_arrives;

async function answered() {
  const asked = await desk.arrive(letter());
  await desk.answer(ada, asked.conversation_id);
  await desk.send();
  const mail = sink.mails.at(-1);
  const [replyTo] = (await PostalMime.parse(mail?.raw as Buffer)).replyTo ?? [];
  return { replyTo: replyTo?.address, mailFrom: mail?.mailFrom, plus: plusOf(asked.conversation_id) };
}
const plusOf = (conversation: number) => makePlusAddress("help@shop.test", conversation, signing);

async function comesIn(raw: Buffer, rcptTo: readonly string[], via: "smtp" | "import" = "smtp") {
  const mail = { raw, via, mailboxId: null, mailFrom: "help@shop.test", rcptTo: [...rcptTo], remoteAddress: "" };
  const [id] = await receiveMail(desk.desk, mail);
  const inbound = id === undefined ? undefined : await findInboundMail(db, id);
  if (!inbound) throw new Error("The mail was not kept.");
  const message = await fileMail(desk.desk, inbound, await parseMail(raw));
  return { message, state: (await findInboundMail(db, inbound.id))?.state };
}

async function trying(patienceMs: number) {
  const mailbox = await kept();
  const { address, smtp } = mailbox;
  const tried = {
    id: help,
    address,
    wayIn: "smtp",
    imap: null,
    wayOut: "smtp",
    smtp,
    outside: "ada@desk.test",
  } as const;
  return tryMailbox(desk.desk, tried as Parameters<typeof tryMailbox>[1], undefined, patienceMs);
}

test("until a +suffix is known to arrive, answers and bounces are asked for at the plain address", async () => {
  expect(await arrives()).toBe(false);
  expect(await answered()).toMatchObject({ replyTo: "help@shop.test", mailFrom: "help@shop.test" });
});

test("a test mail that comes in shows that +suffixes arrive; it is no message for anybody, and what is sent then uses them", async () => {
  const before = (await db.selectFrom("message").select("id").execute()).length;
  const sent = sink.mails.length;
  const tried = trying(60_000);
  await sink.until(sent + 1);
  const mail = sink.mails.at(-1);
  expect(mail?.rcptTo).toEqual([plusOf(0)]);
  expect(await comesIn(mail?.raw as Buffer, mail?.rcptTo ?? [])).toEqual({ message: undefined, state: "dismissed" });
  expect((await tried).find(({ what }) => what === "suffix")).toMatchObject({ ok: true, code: "ok" });
  expect(await arrives()).toBe(true);
  expect((await db.selectFrom("message").select("id").execute()).length).toBe(before);
  const { replyTo, mailFrom, plus } = await answered();
  expect(replyTo).toBe(plus);
  expect(mailFrom).toMatch(/^help\+b\d+\./);
});

test("a test mail that does not come in says so, and the plain address is used; it counts when it comes late", async () => {
  const tried = await trying(300);
  expect(tried.find(({ what }) => what === "suffix")).toMatchObject({
    ok: true,
    sentence: expect.stringContaining("has not come in"),
  });
  expect(await arrives()).toBe(false);
  const mail = sink.mails.at(-1);
  await comesIn(mail?.raw as Buffer, mail?.rcptTo ?? [], "import");
  expect(await arrives()).toBe(false);
  await comesIn(mail?.raw as Buffer, mail?.rcptTo ?? []);
  expect(await arrives()).toBe(true);
});

test("nobody else can write such a test mail", async () => {
  await changeMailbox(db, help, { suffix_arrives: false });
  const forged = makePlusAddress("help@shop.test", 0, Buffer.alloc(32));
  await desk.arrive(letter({ to: forged }), { rcptTo: [forged] });
  const [conversation] = await db.selectFrom("conversation").select("id").limit(1).execute();
  const another = plusOf(conversation?.id as number);
  await desk.arrive(letter({ to: another }), { rcptTo: [another] });
  expect(await arrives()).toBe(false);
});

test("what was learned holds for one address and one way in", async () => {
  const save = async (change: object) => {
    await changeMailbox(db, help, { suffix_arrives: true });
    const { name, smtp } = await kept();
    const fields = { name, address: "help@shop.test", aliases: [], openToAll: true, personIds: [], signatureHtml: "" };
    const manners = { timeZone: "UTC", hours: OFFICE_WEEK, holidays: [], replyWithinMinutes: 60, acknowledges: false };
    const rest = { acknowledgementText: "", quotesHistory: true, wayIn: "smtp", imap: null, wayOut: "smtp", smtp };
    const saved = { ...fields, ...manners, ...rest, trustedServers: [], ...change };
    expect(await saveMailbox(desk.desk, ada, help, saved as Parameters<typeof saveMailbox>[3])).toEqual({ id: help });
    return arrives();
  };
  expect(await save({ name: "Help desk" })).toBe(true);
  expect(await save({ address: "hello@shop.test" })).toBe(false);
  const imap = { host: "imap.shop.test", port: 993, security: "tls", signIn: { kind: "none" } };
  expect(await save({ wayIn: "imap", imap })).toBe(false);
});
