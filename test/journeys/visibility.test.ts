/** Who does not see a mailbox sees nothing of its mail: in no list, by no number, in no search, no file, no live word. */
import { expect, test } from "vitest";
import { receiveMail } from "../../src/desk/listen/index.ts";
import { listenTo } from "../live-ear.ts";
import { mailboxFor, startTestDesk, until } from "../running-desk.ts";
import { startSmtpSink } from "../servers/smtp-sink.ts";

const desk = await startTestDesk();
const sink = await startSmtpSink();
const PASSWORD = "a quiet reading room";

async function join(name: string): Promise<{ id: number; cookie: string }> {
  const invited = (await desk.call("POST", "/api/v1/people", { email: `${name}@desk.test`, name, role: "agent" })).body;
  const accepted = await fetch(`${desk.url}/api/v1/invitations/accept`, {
    method: "POST",
    headers: { origin: desk.url, "content-type": "application/json" },
    body: JSON.stringify({
      token: new URL(invited.link).searchParams.get("token"),
      name,
      password: PASSWORD,
      timeZone: "UTC",
    }),
  });
  const cookie = accepted.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { id: invited.person.id, cookie };
}

const member = await join("bo");
const outsider = await join("cy");
await desk.call("POST", "/api/v1/mailboxes", mailboxFor("help@shop.test", sink.port, { acknowledges: false }));
const board = (
  await desk.call(
    "POST",
    "/api/v1/mailboxes",
    mailboxFor("board@shop.test", sink.port, { acknowledges: false, openToAll: false, personIds: [member.id] }),
  )
).body;

const listen = (cookie: string) => listenTo(desk.url, cookie);
const bytes = (path: string, cookie: string) => fetch(desk.url + path, { headers: { cookie } });

test("a mail to a mailbox of few people", async () => {
  const [ears, deafEars] = [await listen(member.cookie), await listen(outsider.cookie)];
  await desk.deliver(
    [
      "From: Carl <carl@customers.test>",
      "To: board@shop.test",
      "Subject: Confidential zebra",
      "Message-ID: <zebra@customers.test>",
      `Date: ${new Date().toUTCString()}`,
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Only the board may read this giraffe.",
      "--b",
      "Content-Type: text/csv",
      'Content-Disposition: attachment; filename="figures.csv"',
      "",
      "1,2,3",
      "--b--",
      "",
    ].join("\r\n"),
    "carl@customers.test",
    ["board@shop.test"],
  );
  const row = await until(
    async () => (await desk.call("GET", "/api/v1/conversations?view=open", undefined, member.cookie)).body.items[0],
  );
  const whole = (await desk.call("GET", `/api/v1/conversations/${row.id}`, undefined, member.cookie)).body;
  const [message] = whole.messages;
  const [file] = message.attachments;
  const found = async (cookie: string) =>
    (await desk.call("GET", "/api/v1/search?q=giraffe", undefined, cookie)).body.hits;
  await until(async () => (await found(member.cookie)).length === 1);

  for (const [path, status] of [
    [`/api/v1/conversations/${row.id}`, 404],
    [`/api/v1/conversations/${row.id}/log`, 404],
    [`/api/v1/attachments/${file.id}`, 404],
    [`/api/v1/messages/${message.id}/source`, 404],
    [`/api/v1/messages/${message.id}/page`, 404],
  ] as const) {
    expect((await bytes(path, member.cookie)).status, path).toBe(200);
    expect((await bytes(path, outsider.cookie)).status, path).toBe(status);
  }
  for (const [path, body] of [
    [
      "replies",
      { html: "<p>x</p>", to: [{ name: "", address: "carl@customers.test" }], seenMessageId: null, anyway: true },
    ],
    ["notes", { html: "<p>x</p>" }],
    ["assign", { personId: null }],
    ["status", { status: "trash" }],
    ["snooze", { until: null }],
    ["tags", { tags: ["x"] }],
    ["move", { mailboxId: board.id }],
    ["seen", { messageId: message.id }],
    ["presence", { writing: true }],
    ["facts", { label: "a", value: "b" }],
    ["split", { messageId: message.id, subject: "x" }],
  ] as const)
    expect(
      (await desk.call("POST", `/api/v1/conversations/${row.id}/${path}`, body, outsider.cookie)).status,
      path,
    ).toBe(404);
  expect(
    (await desk.call("PUT", `/api/v1/conversations/${row.id}/draft`, { kind: "reply", html: "x" }, outsider.cookie))
      .status,
  ).toBe(404);

  expect((await desk.call("GET", "/api/v1/conversations?view=open", undefined, outsider.cookie)).body.items).toEqual(
    [],
  );
  expect((await desk.call("GET", "/api/v1/counts", undefined, outsider.cookie)).body.views.open).toBe(0);
  expect(await found(outsider.cookie)).toEqual([]);
  const mailboxes = (await desk.call("GET", "/api/v1/mailboxes", undefined, outsider.cookie)).body.items;
  expect(mailboxes.map(({ address }: { address: string }) => address)).toEqual(["help@shop.test"]);
  await until(async () => ears.heard().includes(`"conversationId":${row.id}`));
  expect(deafEars.heard()).not.toContain(`"conversationId":${row.id}`);
  ears.stop();
  deafEars.stop();
});

test("mail in quarantine is visible, can be fetched byte for byte and be read again, by those who see its mailbox", async () => {
  const raw = "From: carl@customers.test\r\nTo: board@shop.test\r\nSubject: Odd\r\n\r\nOdd but readable after all\r\n";
  const unread = async (cookie: string) => (await desk.call("GET", "/api/v1/quarantine", undefined, cookie)).body.items;
  await receiveMail(desk.desk, {
    raw: Buffer.from(raw),
    via: "smtp",
    mailboxId: null,
    mailFrom: "carl@customers.test",
    rcptTo: ["board@shop.test"],
    remoteAddress: "",
    problem: "It could not be read.",
  });
  const [mail] = await unread(member.cookie);
  expect(mail).toMatchObject({
    from: "carl@customers.test",
    to: ["board@shop.test"],
    problem: "It could not be read.",
  });
  expect(await (await bytes(`/api/v1/quarantine/${mail.id}/source`, member.cookie)).text()).toBe(raw);
  expect((await desk.call("GET", "/api/v1/counts", undefined, member.cookie)).body.quarantined).toBe(1);

  expect(await unread(outsider.cookie)).toEqual([]);
  expect((await desk.call("GET", "/api/v1/counts", undefined, outsider.cookie)).body.quarantined).toBe(0);
  expect((await bytes(`/api/v1/quarantine/${mail.id}/source`, outsider.cookie)).status).toBe(404);
  expect((await desk.call("POST", `/api/v1/quarantine/${mail.id}/retry`, {}, outsider.cookie)).status).toBe(404);

  expect((await desk.call("POST", `/api/v1/quarantine/${mail.id}/retry`, {}, member.cookie)).status).toBe(200);
  await until(async () => {
    const { items } = (await desk.call("GET", "/api/v1/conversations?view=open", undefined, member.cookie)).body;
    return items.some((row: { subject: string }) => row.subject === "Odd");
  });
  expect(await unread(member.cookie)).toEqual([]);
});

test("who is taken off a mailbox hears nothing more of it, at once", async () => {
  const me = (await desk.call("GET", "/api/v1/session")).body;
  const ears = await listen(member.cookie);
  await desk.call(
    "PATCH",
    `/api/v1/mailboxes/${board.id}`,
    mailboxFor("board@shop.test", sink.port, { openToAll: false, personIds: [me.id] }),
  );
  await until(async () => ears.heard().includes('"mailboxes"'));
  await desk.deliver(
    "From: carl@customers.test\r\nTo: board@shop.test\r\nSubject: Later\r\n\r\nLater\r\n",
    "carl@customers.test",
    ["board@shop.test"],
  );
  const { db } = desk.desk.database;
  const filed = await until(async () =>
    db.selectFrom("conversation").select("id").where("subject", "=", "Later").executeTakeFirst(),
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(ears.heard()).not.toContain(`"conversationId":${filed.id}`);
  ears.stop();
});
