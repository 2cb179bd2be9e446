import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { filingDesk, type Letter, letter } from "../../../test/filing-desk.ts";
import { startSmtpSink } from "../../../test/servers/smtp-sink.ts";
import { sql } from "../../platform/storage/index.ts";
import { blockSender } from "../team/block-sender.ts";
import { changeStatus } from "../team/index.ts";

const sink = await startSmtpSink();
const desk = await filingDesk();
const ada = await desk.person("Ada");
const help = await desk.mailbox({ address: "help@shop.test", smtpPort: sink.port, acknowledges: true });
const { db } = desk.desk.database;

let writers = 0;
/** Somebody who has never written before, so that no brake is in the way. */
const newcomer = () => {
  writers += 1;
  return `new-${writers}@customers.test`;
};

async function settled(of: Letter) {
  const message = await desk.arrive(letter({ from: newcomer(), ...of }));
  await desk.acknowledge();
  await desk.send();
  return desk.message(message.id);
}

test("a new conversation is acknowledged once, with the time by which a person answers, and nobody has to read that", async () => {
  desk.setNow(new Date("2026-11-23T15:00:00Z"));
  const message = await settled({ from: "Ana Lima <ana@customers.test>" });
  expect(message.acknowledgement).toBe("sent");
  const mail = sink.mails.at(-1);
  const parsed = await PostalMime.parse(mail?.raw as Buffer);
  expect(parsed.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-replied");
  expect(mail?.mailFrom).toBe("");
  expect(parsed.text).toContain("Hello Ana");
  expect(parsed.text).toContain("by tomorrow at 15:00 (UTC)");
  expect(await desk.conversation(message)).toMatchObject({
    message_count: 2,
    last_message_id: message.id,
    preview: "Hello, my lamp has a crack.",
    next_update_due_at: new Date("2026-11-24T15:00:01Z"),
  });
  await desk.arrive(
    letter({ from: "ana@customers.test", references: [message.mail_id as string], body: "One more thing" }),
  );
  const before = sink.mails.length;
  await desk.acknowledge();
  await desk.send();
  expect(sink.mails).toHaveLength(before);
});

test("whoever writes while nobody is there is told so, and promised nothing on a holiday", async () => {
  await sql`UPDATE mailbox SET time_zone = 'Europe/Berlin', holidays = '{2026-12-25}', reply_within_minutes = 60 WHERE id = ${help}`.execute(
    db,
  );
  desk.setNow(new Date("2026-12-24T19:00:00Z"));
  await settled({});
  const text = (await PostalMime.parse(sink.mails.at(-1)?.raw as Buffer)).text;
  expect(text).toContain("We are not at our desks right now");
  expect(text).toContain("by Monday, 28 December at 10:00 (CET)");
});

test("the time is right across the change to summer time", async () => {
  desk.setNow(new Date("2026-03-27T15:30:00Z"));
  const message = await settled({});
  expect((await desk.conversation(message)).next_update_due_at).toEqual(new Date("2026-03-30T07:30:01Z"));
});

test.each<[string, Letter]>([
  ["an automatic mail", { headers: { "Auto-Submitted": "auto-generated" } }],
  ["a list", { headers: { "List-Id": "<news.shop.test>" } }],
  ["a newsletter", { headers: { Precedence: "bulk" } }],
  ["an address that nobody reads", { from: "no-reply@customers.test" }],
  ["an out-of-office answer", { subject: "Out of office: your mail" }],
  ["what the server before marked as spam", { headers: { "X-Spam-Flag": "YES" } }],
  ["somebody who speaks of ending their life", { body: "I don't want to live any more." }],
  ["somebody who mourns", { body: "My mother passed away last week. Please close her account." }],
  ["a threat", { body: "I know where you live." }],
  ["abuse", { body: "You are fucking thieves." }],
])("no automatic mail goes to %s, and the mail is here all the same", async (_, of) => {
  const before = sink.mails.length;
  const message = await settled(of);
  expect(sink.mails).toHaveLength(before);
  expect(message.acknowledgement).not.toBe("sent");
  expect((await desk.conversation(message)).message_count).toBe(1);
});

test("no automatic mail goes back to an empty return path, though the mail does not say that a machine wrote it", async () => {
  const before = sink.mails.length;
  const message = await desk.arrive(letter({ from: newcomer() }), { mailFrom: "" });
  await desk.acknowledge();
  await desk.send();
  expect(sink.mails).toHaveLength(before);
  expect(message).toMatchObject({ class: "human", acknowledgement: "withheld" });
});

test.each(["help@shop.test", "Help+order@shop.test"])(
  "no automatic mail goes from us to ourselves: %s",
  async (from) => {
    const before = sink.mails.length;
    const message = await settled({ from });
    expect(sink.mails).toHaveLength(before);
    expect(message.acknowledgement).toBe("withheld");
  },
);

test("automatic mail is labelled with the reason", async () => {
  const message = await settled({ headers: { "Auto-Submitted": "auto-generated" } });
  expect(message.class).toBe("automatic");
  expect(message.notes.remarks?.join(" ")).toContain("Auto-Submitted");
  expect((await desk.conversation(message)).status).toBe("open");
});

test("a blocked sender's mail goes to spam, is not answered, and reopens nothing", async () => {
  const asked = await desk.arrive(letter({ from: "blocked@customers.test" }));
  await changeStatus(desk.desk, ada, asked.conversation_id, { status: "resolved", reason: "Done", blockSender: false });
  await blockSender(desk.desk, ada, "blocked@customers.test");
  const before = sink.mails.length;
  const fresh = await settled({ from: "blocked@customers.test" });
  expect((await desk.conversation(fresh)).status).toBe("spam");
  const more = await desk.arrive(letter({ from: "blocked@customers.test", references: [asked.mail_id as string] }));
  expect(more.conversation_id).toBe(asked.conversation_id);
  expect((await desk.conversation(asked)).status).toBe("resolved");
  expect(sink.mails).toHaveLength(before);
});

test("a program that answers each acknowledgement with a new mail is answered five times in ten minutes, and no more", async () => {
  const before = sink.mails.length;
  for (let round = 0; round < 20; round += 1)
    await settled({ from: "robot@machine.test", subject: `Ticket ${round} received`, body: "We have your mail." });
  expect(sink.mails.length - before).toBe(5);
  desk.wait(11 * 60_000);
  await settled({ from: "robot@machine.test" });
  expect(sink.mails.length - before).toBe(6);
});

test("two desks that answer each other stop after the first acknowledgement", async () => {
  const other = await filingDesk();
  const theirs = await startSmtpSink();
  await other.mailbox({ address: "hello@other.test", smtpPort: theirs.port, acknowledges: true });
  const before = sink.mails.length;
  await settled({ from: "hello@other.test" });
  for (let round = 0; round < 3; round += 1) {
    for (const mail of sink.mails.slice(before))
      await other.arrive(mail.raw.toString(), { rcptTo: ["hello@other.test"], mailFrom: mail.mailFrom });
    await other.acknowledge();
    await other.send();
    for (const mail of theirs.mails) await desk.arrive(mail.raw.toString());
    await desk.acknowledge();
    await desk.send();
  }
  expect([sink.mails.length - before, theirs.mails.length]).toEqual([1, 0]);
  await theirs.close();
});

test("an acknowledgement goes to who wrote, never to whom their mail names for answers (RFC 3834 §4)", async () => {
  const from = newcomer();
  await settled({ from, headers: { "Reply-To": "everybody@list.test" } });
  expect(sink.mails.at(-1)?.rcptTo).toEqual([from]);
});

test("whoever has a name that cannot be split is greeted with all of it, and an answer has one Re:", async () => {
  const from = newcomer();
  await settled({
    from: `=?utf-8?B?${Buffer.from("山田 太郎").toString("base64")}?= <${from}>`,
    subject: "AW: Re: Lamp",
  });
  const mail = await PostalMime.parse(sink.mails.at(-1)?.raw as Buffer);
  expect([mail.subject, mail.text]).toEqual(["Re: Lamp", expect.stringMatching(/^Hello 山田 太郎,/)]);
});
