/** Whole dialogues over a real SMTP server: customers write, are answered as a desk answers, and write back. */
import nodemailer from "nodemailer";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSampleWorld } from "./read-stories.ts";
import { type SampleCustomers, startSampleCustomers } from "./start-sample-customers.ts";
import { readMark } from "./turn.ts";

const world = await readSampleWorld();
const mailboxAddress = (name: string): string => `${name}@desk.test`;
const now = new Date("2026-03-04T21:30:00Z");

let server: SMTPServer;
let port: number;
let refuse: boolean;
let arrived: { envelope: { from: string; to: string[] }; mail: Email }[];
let waiting: { milliseconds: number; run: () => void; taken: boolean }[];

beforeEach(async () => {
  arrived = [];
  waiting = [];
  refuse = false;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (refuse) return done(Object.assign(new Error("Try later"), { responseCode: 451 }));
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom === false ? "" : mailFrom.address, to: rcptTo.map(({ address }) => address) };
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          arrived.push({ envelope, mail });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});

afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

function start(onFailed?: (failed: { storyId: string; why: string }) => void): SampleCustomers {
  return startSampleCustomers({
    world,
    smtp: { host: "127.0.0.1", port },
    mailboxAddress,
    now: () => now,
    after(milliseconds, run) {
      const one = { milliseconds, run, taken: false };
      waiting.push(one);
      return () => {
        one.taken = true;
      };
    },
    random: () => 0.25,
    ...(onFailed === undefined ? {} : { onFailed }),
  });
}

/** Lets everything that waits happen, and resolves when `count` mails have arrived in all. */
async function letTimePass(count: number): Promise<void> {
  for (const one of waiting.splice(0)) if (!one.taken) one.run();
  for (let tries = 0; arrived.length < count && tries < 400; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (const one of waiting.splice(0)) if (!one.taken) one.run();
  }
  expect(arrived.length).toBe(count);
}

const mailOf = (story: string): Email => {
  const found = arrived.findLast(({ mail }) => readMark(mail.messageId ?? "")?.storyId === story);
  if (found === undefined) throw new Error(`Nothing arrived from ${story}.`);
  return found.mail;
};

const quote = (name: string, text: string): string =>
  `On 4 March 2026, ${name} wrote:\n> ${text.replace(/\n/g, "\n> ")}`;

let replies = 0;
/** A reply as the desk sends it: a signed Message-ID, the customer's in References, the history quoted below with the acknowledgement first. */
async function reply(to: Email, text: string, headers: Record<string, string> = {}): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  replies += 1;
  const sent = await transport.sendMail({
    from: "Mara at Lumen & Loom <help@desk.test>",
    replyTo: "help+t0k3n@desk.test",
    to: to.from?.address ?? "",
    subject: `Re: ${to.subject}`,
    messageId: `<heard.5.${replies}.nqeln5x2fmy7r3dtxmfj@desk.test>`,
    inReplyTo: to.messageId ?? "",
    references: `${to.references ?? ""} ${to.messageId ?? ""}`.trim(),
    text: `${text}\n\nMara\n\n${quote("Lumen & Loom", "We got your mail. I am sorry for the wait, it will be read by tomorrow.")}\n\n${quote(to.from?.name ?? "", to.text ?? "")}`,
    headers,
  });
  return sent.message as Buffer;
}

test("all openings and chasers arrive once, oldest first, with their age in the Date header", async () => {
  const result = await start().arrive();
  expect(result).toEqual({ sent: world.stories.length, failed: [] });
  expect(arrived).toHaveLength(world.stories.length + world.stories.flatMap((story) => story.chasers).length);
  const dates = arrived.map(({ mail }) => new Date(mail.date ?? "").getTime());
  expect(dates).toEqual([...dates].sort((a, b) => a - b));
  expect(now.getTime() - (dates[0] ?? 0)).toBeGreaterThan(100 * 3_600_000);
  expect(new Set(arrived.map(({ mail }) => mail.messageId)).size).toBe(arrived.length);
  const dark = arrived.find(
    ({ mail }) => readMark(mail.messageId ?? "")?.storyId === "a-house-full-of-guests-in-the-dark",
  );
  expect(dark?.mail.headers.find(({ key }) => key === "date")?.value).toMatch(/ 19:\d\d:\d\d /);
  const chaser = arrived.find(({ mail }) => readMark(mail.messageId ?? "")?.turn.chaser === 1)?.mail;
  expect(arrived.some(({ mail }) => mail.messageId === chaser?.inReplyTo)).toBe(true);
  const both = arrived.find(({ mail }) => readMark(mail.messageId ?? "")?.storyId === "invoice-without-vat");
  expect(both?.envelope.to).toEqual(["billing@desk.test", "help@desk.test"]);
});

test("a question gets the missing fact, a plan with a date gets relief, and the check gets an answer", async () => {
  const customers = start();
  const { sent } = await customers.arrive(8);
  const opening = mailOf("heron-cracked-for-the-wedding");

  const asked = await customers.receive(await reply(opening, "Hello Kofi, what is the delivery address of the venue?"));
  expect(asked).toMatchObject({
    what: "writes-back",
    storyId: "heron-cracked-for-the-wedding",
    judgement: { verdict: "asked" },
  });
  await letTimePass(sent + 1);
  const first = mailOf("heron-cracked-for-the-wedding");
  expect(first.text).toContain("14 Wharf Lane");
  expect(first.text).not.toContain("HR-2210-B");
  expect(first.inReplyTo).toMatch(/nqeln5x2fmy7r3dtxmfj@desk\.test/);
  expect(first.references).toContain(opening.messageId);
  expect(first.text).toContain("> Hello Kofi, what is the delivery address of the venue?");
  expect(arrived.at(-1)?.envelope.to).toEqual(["help+t0k3n@desk.test"]);

  await customers.receive(
    await reply(first, "I am sorry about this. I have sent a new Heron, it will be with you on Thursday."),
  );
  await letTimePass(sent + 2);
  expect(mailOf("heron-cracked-for-the-wedding").text).toContain("Delroy at the door");

  await customers.receive(await reply(mailOf("heron-cracked-for-the-wedding"), "Did that do the trick?"));
  await letTimePass(sent + 3);
  expect(mailOf("heron-cracked-for-the-wedding").text).toContain("nobody cried");

  const after = await customers.receive(
    await reply(mailOf("heron-cracked-for-the-wedding"), "I have closed this now."),
  );
  expect(after).toEqual({ what: "story-over", storyId: "heron-cracked-for-the-wedding" });
});

test("the dialogue goes on after a restart, because the thread carries it", async () => {
  const before = start();
  const { sent } = await before.arrive(8);
  await before.receive(await reply(mailOf("it-doesnt-work"), "What do you see on the screen?"));
  await letTimePass(sent + 1);
  before.stop();

  const after = start();
  await after.receive(await reply(mailOf("it-doesnt-work"), "1. Open the app.\n2. Update it to 5.8.1."));
  await letTimePass(sent + 2);
  expect(mailOf("it-doesnt-work").text).toContain("it saved!!");
});

test("a reply that brings no id back is found by recipient and subject", async () => {
  const customers = start();
  const { sent } = await customers.arrive(8);
  const raw = (await reply(mailOf("it-doesnt-work"), "Which phone is it?"))
    .toString()
    .replace(/^(In-Reply-To|References):[^\r]*(\r\n[ \t][^\r]*){0,9}\r\n/gm, "");
  expect(raw).not.toContain("References");
  expect(await customers.receive(Buffer.from(raw))).toMatchObject({ what: "writes-back", storyId: "it-doesnt-work" });
  await letTimePass(sent + 1);
  expect(mailOf("it-doesnt-work").text).toContain("iphone 12");
});

test("nobody answers an automatic mail, a mail seen before, or a mail to a stranger", async () => {
  const customers = start();
  await customers.arrive(8);
  const opening = mailOf("it-doesnt-work");
  expect(
    await customers.receive(await reply(opening, "We got your mail.", { "Auto-Submitted": "auto-replied" })),
  ).toMatchObject({ what: "automatic" });
  const once = await reply(opening, "Which phone is it?");
  expect(await customers.receive(once)).toMatchObject({ what: "writes-back" });
  expect(await customers.receive(once)).toMatchObject({ what: "seen-before" });
  const stranger = {
    ...opening,
    messageId: "<1@elsewhere.test>",
    references: "",
    from: { name: "X", address: "x@mail.example" },
  } as Email;
  expect(await customers.receive(await reply(stranger, "Hello"))).toEqual({ what: "unknown" });
});

test("a second reply before the customer has written replaces what they were about to say", async () => {
  const customers = start();
  const { sent } = await customers.arrive(8);
  const opening = mailOf("it-doesnt-work");
  await customers.receive(await reply(opening, "Which phone is it?"));
  await customers.receive(await reply(opening, "I have fixed it, open the app again."));
  await letTimePass(sent + 1);
  expect(mailOf("it-doesnt-work").text).toContain("still says could not be saved");
});

test("a full mailbox answers with a delivery report about the reply itself", async () => {
  const customers = start();
  await customers.arrive();
  const sent = arrived.length;
  await customers.receive(
    await reply(mailOf("the-lamp-that-outlived-the-box"), "Please cut it up, or keep it for the cat."),
  );
  await letTimePass(sent + 1);
  expect(arrived.at(-1)?.envelope.from).toBe("");
  expect(arrived.at(-1)?.mail.from?.address).toBe("mailer-daemon@inbox.example");
  expect(arrived.at(-1)?.mail.inReplyTo).toMatch(/nqeln5x2fmy7r3dtxmfj@desk\.test/);
});

test("a desk that cannot take mail now is tried again, and in the end somebody is told", async () => {
  const failures: string[] = [];
  const customers = start(({ storyId }) => failures.push(storyId));
  const { sent } = await customers.arrive(8);
  const question = await reply(mailOf("it-doesnt-work"), "Which phone is it?");
  refuse = true;
  await customers.receive(question);
  await letTimePass(sent);
  for (let tries = 0; failures.length === 0 && tries < 400; tries++) {
    for (const one of waiting.splice(0)) one.run();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(failures).toEqual(["it-doesnt-work"]);
  const none = await start().arrive(2);
  expect(none.sent).toBe(0);
  expect(none.failed).toHaveLength(2);
});
