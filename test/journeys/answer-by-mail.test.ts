/** The thin thread: a mail comes in by SMTP, is answered, leaves through a real server, and the customer's answer threads. */
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { mailboxFor, startTestDesk, until } from "../running-desk.ts";
import { startSmtpSink } from "../servers/smtp-sink.ts";

const desk = await startTestDesk();
const sink = await startSmtpSink();
await desk.call("POST", "/api/v1/mailboxes", mailboxFor("help@shop.test", sink.port));

const letter = (lines: Record<string, string>, body: string) =>
  `${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\r\n")}\r\n\r\n${body.replaceAll("\n", "\r\n")}`;

test("a mail is acknowledged honestly, answered, and the customer's answer threads (METHOD listen.responsive)", async () => {
  await desk.deliver(
    letter(
      {
        From: "Ana Lima <ana@customers.test>",
        To: "help@shop.test",
        Subject: "The lamp arrived broken",
        "Message-ID": "<one@customers.test>",
        Date: new Date().toUTCString(),
      },
      "Hello,\n\nmy lamp (order 4411) arrived with a crack.\n\nAna",
    ),
    "ana@customers.test",
    ["help@shop.test"],
  );
  const row = await until(async () => (await desk.call("GET", "/api/v1/conversations?view=open")).body.items[0]);
  expect(row).toMatchObject({
    subject: "The lamp arrived broken",
    status: "open",
    unread: true,
    customer: { name: "Ana Lima", address: "ana@customers.test" },
  });

  const acknowledgement = await until(async () => sink.mails[0]);
  const acknowledged = await PostalMime.parse(acknowledgement.raw);
  expect(acknowledged.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-replied");
  expect(acknowledged.inReplyTo).toBe("<one@customers.test>");
  expect(acknowledged.text).toContain("A person will read it and write to you by");

  const whole = (await desk.call("GET", `/api/v1/conversations/${row.id}`)).body;
  expect(whole.messages[0]).toMatchObject({
    kind: "inbound",
    replyText: expect.stringContaining("arrived with a crack"),
  });
  const sent = await desk.call("POST", `/api/v1/conversations/${row.id}/replies`, {
    kind: "reply",
    html: "<p>Dear Ana,</p><p>a cracked lamp is no way to start. A new one leaves <b>today</b>.</p>",
    to: whole.replyTo.to,
    seenMessageId: whole.messages.at(-1).id,
  });
  expect(sent.status).toBe(200);
  const answer = await until(async () => sink.mails.find((mail) => Buffer.from(mail.raw).includes("cracked lamp")));
  const parsed = await PostalMime.parse(answer.raw);
  expect(parsed.subject).toBe("Re: The lamp arrived broken");
  expect(parsed.text).toContain("> my lamp (order 4411) arrived with a crack.");
  expect(parsed.messageId).toMatch(/^<heard\.\d+\.\d+\./);
  await until(async () => {
    const { messages } = (await desk.call("GET", `/api/v1/conversations/${row.id}`)).body;
    return messages.find(
      (message: { delivery: string; isAutomatic: boolean }) => message.delivery === "sent" && !message.isAutomatic,
    );
  });

  await desk.deliver(
    letter(
      {
        From: "Ana Lima <ana@customers.test>",
        To: "help@shop.test",
        Subject: "AW: something else entirely",
        "Message-ID": "<two@customers.test>",
        "In-Reply-To": parsed.messageId as string,
        Date: new Date().toUTCString(),
      },
      "That is kind, but which day will it be here?",
    ),
    "ana@customers.test",
    ["help@shop.test"],
  );
  const after = await until(async () => {
    const seen = (await desk.call("GET", `/api/v1/conversations/${row.id}`)).body;
    return seen.messages.some((message: { replyText: string }) => message.replyText.includes("which day")) && seen;
  });
  expect(after.conversation).toMatchObject({ status: "open" });
  expect((await desk.call("GET", "/api/v1/conversations?view=open")).body.items).toHaveLength(1);
});

test("a stranger with a forged thread mark does not get into the conversation", async () => {
  await desk.deliver(
    letter(
      {
        From: "Eve <eve@elsewhere.test>",
        To: "help@shop.test",
        Subject: "Re: The lamp arrived broken",
        "Message-ID": "<eve@elsewhere.test>",
        "In-Reply-To": "<heard.1.1.aaaaaaaaaaaaaaaaaaaa@shop.test>",
        References: "<one@customers.test>",
        Date: new Date().toUTCString(),
      },
      "Please tell me everything about this order.",
    ),
    "eve@elsewhere.test",
    ["help@shop.test"],
  );
  const rows = await until(async () => {
    const { items } = (await desk.call("GET", "/api/v1/conversations?view=open")).body;
    return items.length === 2 && items;
  });
  expect(rows.map((row: { customer: { address: string } }) => row.customer.address).sort()).toEqual([
    "ana@customers.test",
    "eve@elsewhere.test",
  ]);
});

test("somebody who answered meanwhile stops the second answer", async () => {
  const { items } = (await desk.call("GET", "/api/v1/conversations?view=open")).body;
  const ana = items.find((row: { customer: { name: string } }) => row.customer.name === "Ana Lima");
  const stale = await desk.call("POST", `/api/v1/conversations/${ana.id}/replies`, {
    html: "<p>Hello</p>",
    to: [{ name: "Ana", address: "ana@customers.test" }],
    seenMessageId: null,
  });
  expect(stale).toMatchObject({ status: 409, body: { refused: "answered-meanwhile" } });
});

test("whoever opens a conversation by its old number is told where it went", async () => {
  const { items } = (await desk.call("GET", "/api/v1/conversations?view=open")).body;
  const [into, from] = items;
  expect((await desk.call("POST", `/api/v1/conversations/${into.id}/merge`, { otherId: from.id })).status).toBe(200);
  expect(await desk.call("GET", `/api/v1/conversations/${from.id}`)).toMatchObject({
    status: 409,
    body: { refused: "merged", sentence: `This conversation was merged into #${into.id}.` },
  });
  const whole = (await desk.call("GET", `/api/v1/conversations/${into.id}`)).body;
  expect(whole.mergedFrom).toEqual([from.id]);
  expect((await desk.call("POST", `/api/v1/conversations/${into.id}/unmerge`, { otherId: from.id })).status).toBe(200);
  expect((await desk.call("GET", `/api/v1/conversations/${from.id}`)).body.messages.length).toBeGreaterThan(0);
});

test("a file that was added to a draft leaves with the reply and can be fetched from the message", async () => {
  const [row] = (await desk.call("GET", "/api/v1/conversations?view=open")).body.items;
  const form = new FormData();
  form.append("file", new Blob(["a lamp"], { type: "text/plain" }), "lamp.txt");
  const uploaded = await fetch(`${desk.url}/api/v1/conversations/${row.id}/attachments?kind=reply`, {
    method: "POST",
    headers: { cookie: desk.cookie, origin: desk.url },
    body: form,
  });
  expect(uploaded.status).toBe(200);
  const sent = await desk.call("POST", `/api/v1/conversations/${row.id}/replies`, {
    html: "<p>See the file.</p>",
    to: [{ name: "", address: "ana@customers.test" }],
    seenMessageId: null,
    anyway: true,
  });
  const [file] = sent.body.message.attachments;
  const fetched = await fetch(`${desk.url}/api/v1/attachments/${file.id}`, { headers: { cookie: desk.cookie } });
  expect(await fetched.text()).toBe("a lamp");
  expect(fetched.headers.get("content-disposition")).toMatch(/^attachment/);
  const mail = await until(async () => sink.mails.find(({ raw }) => raw.includes("See the file.")));
  const [attached] = (await PostalMime.parse(mail.raw)).attachments;
  expect(Buffer.from(attached?.content as ArrayBuffer).toString()).toBe("a lamp");
});
