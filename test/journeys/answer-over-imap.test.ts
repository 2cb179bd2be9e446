/** The same thread over IMAP: a mail that lies in a real Dovecot appears, is answered, threads; and troubles say so and end. */
import PostalMime from "postal-mime";
import { afterAll, expect, test } from "vitest";
import { mailboxFor, startTestDesk, until } from "../running-desk.ts";
import { DOVECOT_MISSING, startDovecot } from "../servers/dovecot.ts";
import { startSmtpSink } from "../servers/smtp-sink.ts";

const dovecot = await startDovecot();
const desk = await startTestDesk({ HEARD_MAX_MAIL_MB: "1" });
const sink = await startSmtpSink();
afterAll(async () => {
  await dovecot?.close();
});

const imap = (password: string) => ({
  host: "127.0.0.1",
  port: dovecot?.port ?? 0,
  security: "none",
  signIn: { kind: "password", user: "help", password },
});
const fields = (password: string) =>
  mailboxFor("help@shop.test", sink.port, { wayIn: "imap", imap: imap(password), acknowledges: false });
const letter = (id: string, body: string, more = "") =>
  `From: Ana <ana@customers.test>\r\nTo: help@shop.test\r\nSubject: Lamp\r\nMessage-ID: <${id}@customers.test>\r\nDate: ${new Date().toUTCString()}\r\n${more}\r\n${body}\r\n`;
const open = async () => (await desk.call("GET", "/api/v1/conversations?view=open")).body.items;
const troubles = async () => (await desk.call("GET", "/api/v1/status")).body.troubles;

let mailboxId = 0;

test("a wrong password is said on the mailbox and on every screen", async ({ skip }) => {
  if (!dovecot) return skip(DOVECOT_MISSING);
  mailboxId = (await desk.call("POST", "/api/v1/mailboxes", fields("wrong"))).body.id;
  const [trouble] = await until(async () => {
    const found = await troubles();
    return found.length > 0 && found;
  });
  expect(trouble).toMatchObject({ code: "mailbox-in", mailboxId, sentence: expect.stringContaining("sign-in") });
  const [row] = (await desk.call("GET", "/api/v1/mailboxes")).body.items;
  expect(row.inTrouble).toContain("sign-in");
  expect(row.inTroubleSince).not.toBeNull();
});

test("with the right password it works at once, without a restart; a mail that lies there appears, is answered, and threads", async ({
  skip,
}) => {
  if (!dovecot) return skip(DOVECOT_MISSING);
  await dovecot.deliver("help", letter("one", "My lamp has a crack."));
  await desk.call("PATCH", `/api/v1/mailboxes/${mailboxId}`, fields("secret"));
  const [row] = await until(async () => {
    const rows = await open();
    return rows.length === 1 && rows;
  });
  expect(await troubles()).toEqual([]);
  const whole = (await desk.call("GET", `/api/v1/conversations/${row.id}`)).body;
  await desk.call("POST", `/api/v1/conversations/${row.id}/replies`, {
    html: "<p>A new one leaves today.</p>",
    to: whole.replyTo.to,
    seenMessageId: whole.messages.at(-1).id,
  });
  const [sent] = await sink.until(1);
  const ours = (await PostalMime.parse(sent?.raw as Buffer)).messageId as string;

  // The server tells of it by itself (IDLE): nobody asks every few seconds.
  await dovecot.deliver("help", letter("two", "Which day?", `In-Reply-To: ${ours}\r\n`));
  const after = await until(async () => {
    const seen = (await desk.call("GET", `/api/v1/conversations/${row.id}`)).body;
    return seen.messages.length === 3 && seen;
  });
  expect(after.conversation.status).toBe("open");
  expect(await open()).toHaveLength(1);
});

test("a server that goes away and comes back is followed, and nothing that came meanwhile is missed or doubled", async ({
  skip,
}) => {
  if (!dovecot) return skip(DOVECOT_MISSING);
  await dovecot.stop();
  await until(async () => (await troubles()).length > 0, 15_000);
  await dovecot.start();
  await dovecot.deliver("help", letter("three", "Another matter."));
  await until(async () => (await open()).length === 2, 15_000);
  await until(async () => (await troubles()).length === 0);
  const { db } = desk.desk.database;
  expect(await db.selectFrom("message").select("id").where("kind", "=", "inbound").execute()).toHaveLength(3);
});

test("a mail that is too large to take in is visible, with its beginning, and can be read from that", async ({
  skip,
}) => {
  if (!dovecot) return skip(DOVECOT_MISSING);
  await dovecot.deliver("help", letter("large", `The beginning.\r\n${"x".repeat(70)}\r\n`.repeat(20_000)));
  const [mail] = await until(async () => {
    const { items } = (await desk.call("GET", "/api/v1/quarantine")).body;
    return items.length === 1 && items;
  });
  expect(mail.problem).toContain("larger");
  const source = await fetch(`${desk.url}/api/v1/quarantine/${mail.id}/source`, { headers: { cookie: desk.cookie } });
  expect(await source.text()).toContain("The beginning.");
  expect((await desk.call("POST", `/api/v1/quarantine/${mail.id}/retry`, {})).status).toBe(200);
  await until(async () => (await open()).length === 3);
});
