/** What a reply gives its word for, through HTTP: there for whoever sees the conversation, and only while it can still be true. */
import { expect, test } from "vitest";
import { promisedBefore, saidIn } from "../../src/desk/shared/review-outgoing.ts";
import { matterOf } from "../../src/entry/web/coach/matter-of.ts";
import type { ConversationId } from "../../src/kit/index.ts";
import { listMessages } from "../../src/records/conversation/index.ts";
import { promisesOf } from "../../src/records/promise/index.ts";
import { mailboxFor, startTestDesk, until } from "../running-desk.ts";
import { startSmtpSink } from "../servers/smtp-sink.ts";

const sink = await startSmtpSink();
const desk = await startTestDesk({ HEARD_UNDO_SECONDS: "1" });
await desk.call("POST", "/api/v1/mailboxes", mailboxFor("help@shop.test", sink.port, { acknowledges: true }));
let kettle: number;
const to = [{ name: "Ana", address: "ana@customers.test" }];

async function write(subject: string, text: string, more: readonly string[] = []): Promise<void> {
  const lines = [
    "From: Ana Lima <ana@customers.test>",
    "To: help@shop.test",
    `Subject: ${subject}`,
    `Message-ID: <${subject.length}.${text.length}@customers.test>`,
    `Date: ${new Date().toUTCString()}`,
    ...more,
    "",
    text,
    "",
  ];
  await desk.deliver(lines.join("\r\n"), "ana@customers.test", ["help@shop.test"]);
}
const whole = async (id: number) => (await desk.call("GET", `/api/v1/conversations/${id}`)).body;
const begun = (subject: string): Promise<number> =>
  until(async () => {
    const { items } = (await desk.call("GET", "/api/v1/conversations?view=open")).body;
    return items.find((row: { subject: string }) => row.subject === subject)?.id;
  });
const reply = (id: number, html: string, more = {}) =>
  desk.call("POST", `/api/v1/conversations/${id}/replies`, { html, to, seenMessageId: null, anyway: true, ...more });

test("promises and what is given away stand at the message, in its own words, before and after it has left", async () => {
  await write("The lamp", "Hello, my lamp is broken. I paid 42.80 EUR for it.");
  const id = await begun("The lamp");
  const html = "<p>I'm refunding the 42.80 EUR.</p><p>I will call you on 24 March 2031 at 11:00.</p>";
  const sent = await reply(id, html);
  expect(sent.body.message).toMatchObject({
    promises: [
      {
        who: "me",
        what: "call you on 24 March 2031 at 11:00",
        // The first person of this desk lives in Berlin.
        due: "2031-03-24T10:00:00.000Z",
        isDay: false,
        words: "I will call you on 24 March 2031 at 11:00.",
      },
    ],
    commitments: [{ kind: "refund", amount: "42.80", currency: "EUR", words: "I'm refunding the 42.80 EUR." }],
    reasons: [],
  });
  const left = await until(async () =>
    (await whole(id)).messages.find(
      (one: { id: number; delivery: string }) => one.id === sent.body.message.id && one.delivery === "sent",
    ),
  );
  const { promises, commitments, replyText } = left;
  expect({ promises, commitments }).toEqual({
    promises: sent.body.message.promises,
    commitments: sent.body.message.commitments,
  });
  expect(replyText.slice(promises[0].start, promises[0].end)).toBe(promises[0].words);
});

test("a reply for later that the customer's mail has stopped has promised nothing; sent after all, it has", async () => {
  await write("The kettle", "Hello, my kettle leaks.");
  const id = await begun("The kettle");
  kettle = id;
  const later = { sendAt: new Date(Date.now() + 3_600_000).toISOString() };
  const { message } = (await reply(id, "<p>I will send a new one by 24 March 2031.</p>", later)).body;
  expect(message).toMatchObject({ delivery: "scheduled", promises: [{ isDay: true }] });
  const source = await fetch(`${desk.url}/api/v1/messages/${message.id}/source`, { headers: { cookie: desk.cookie } });
  const name = /^Message-ID: (<[^>]+>)/im.exec(await source.text())?.[1];
  await write("Re: The kettle", "Please wait, it may be mended. Who can look at it?", [`In-Reply-To: ${name}`]);
  const now = async () => (await whole(id)).messages.find((one: { id: number }) => one.id === message.id);
  await until(async () => (await now()).delivery === "failed");
  expect((await now()).promises).toEqual([]);
  await desk.call("POST", `/api/v1/messages/${message.id}/retry`);
  await until(async () => (await now()).delivery === "sent");
  expect((await now()).promises).toMatchObject([{ what: "send a new one by 24 March 2031" }]);
});

test("the desk looks at a reply beside the same letters and promises as the composer's coach: no notes, no machines", async () => {
  const id = kettle;
  await desk.call("POST", `/api/v1/conversations/${id}/notes`, { html: "<p>A note</p>" });
  const { messages, promises } = await whole(id);
  expect(messages.map(({ kind, isAutomatic }: { kind: string; isAutomatic: boolean }) => [kind, isAutomatic])).toEqual(
    expect.arrayContaining([
      ["outbound", true],
      ["note", false],
    ]),
  );
  const rows = await listMessages(desk.desk.database.db, id as ConversationId, { limit: 200 });
  const matter = matterOf({
    conversationId: id,
    customerName: "Ana",
    messages,
    timeZone: "UTC",
    promises,
    phrases: [],
  });
  expect(matter.thread.length).toBeGreaterThan(2);
  expect(saidIn(rows.messages)).toEqual(matter.thread);
  const { db } = desk.desk.database;
  const told = promisedBefore(await promisesOf(db, id as ConversationId, new Date()));
  expect(told).toMatchObject([{ what: "send a new one by 24 March 2031", state: "open" }]);
  expect(matter.promises).toEqual(told);
});

test("where a program sends, it is held as a person is, and told which words and which rule", async () => {
  await write("The chair", "Hello, order 44170 never came.");
  const id = await begun("The chair");
  const html = "<p>Order 44710 leaves the depot today.</p>";
  const held = await reply(id, html);
  expect(held).toEqual({
    status: 409,
    body: {
      refused: "held-at-gate",
      sentence: expect.any(String),
      wayOut: "Change it, or say in a few words why it should leave as it is.",
      about: [{ rule: "wrong-detail", message: held.body.sentence, words: "44710", start: 6, end: 11 }],
    },
  });
  const reasons = [{ rule: "wrong-detail", reason: "It is the number of the new order." }];
  const sent = await reply(id, html, { reasons });
  expect(sent.body.message.reasons).toEqual([{ ...reasons[0], at: expect.any(String) }]);
});
