import PostalMime from "postal-mime";
import { afterEach, expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { startSmtpSink } from "../../../test/servers/smtp-sink.ts";
import { isRefusal, type MessageId } from "../../kit/index.ts";
import { keepBlob } from "../../platform/blobs/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { addAttachment, attachmentsOf, attachmentsOfDrafts, draftFor } from "../../records/conversation/index.ts";
import { addNote, attachToDraft, keepDraftOf, retryMessage } from "../team/index.ts";
import { undoReply } from "./undo-reply.ts";

const MINUTE = 60_000;
const sink = await startSmtpSink();
const desk = await filingDesk({ HEARD_UNDO_SECONDS: "10" });
const ada = await desk.person("Ada");
const help = await desk.mailbox({ address: "help@shop.test", smtpPort: sink.port });
const { db } = desk.desk.database;

afterEach(() => sink.behave(undefined));
const kept = (words: string) => sink.mails.filter((mail) => mail.raw.includes(words));
const state = async (id: MessageId) => (await desk.message(id)).delivery;
/** Past the time in which a reply can be taken back. */
async function leave() {
  desk.wait(10_000);
  await desk.send();
}

test("a reply can be taken back while it waits, with its attachments, and then nothing has left", async () => {
  const asked = await desk.arrive(letter());
  const draft = await draftFor(db, { conversationId: asked.conversation_id, kind: "reply" }, ada.id, desk.desk.now());
  await addAttachment(db, {
    message_id: null,
    draft_id: draft.id,
    position: 0,
    name: "lamp.png",
    type: "image/png",
    size: 3,
    content_id: null,
    is_inline: false,
    blob_hash: await keepBlob(db, Buffer.from("png")),
    created_at: desk.desk.now(),
  });
  const sent = await desk.answer(ada, asked.conversation_id, { html: "<p>Too early</p>" });
  expect((await attachmentsOf(db, [sent.id])).get(sent.id)).toHaveLength(1);
  expect(await desk.conversation(asked)).toMatchObject({ status: "waiting", waiting_since: null });
  await desk.send();
  const taken = await undoReply(desk.desk, ada, sent.id);
  if (isRefusal(taken)) throw new Error(taken.sentence);
  expect(taken.draft.html).toContain("Too early");
  expect((await attachmentsOfDrafts(db, [taken.draft.id])).get(taken.draft.id)?.[0]?.name).toBe("lamp.png");
  expect(await desk.conversation(asked)).toMatchObject({ status: "open", waiting_since: asked.at, message_count: 1 });
  await leave();
  expect(kept("Too early")).toHaveLength(0);
});

test("a picture in the text travels with the mail and is shown where it stands; one that was taken out again hangs below", async () => {
  const asked = await desk.arrive(letter());
  const attach = async (name: string) => {
    const attached = await attachToDraft(
      desk.desk,
      ada,
      { conversationId: asked.conversation_id, kind: "reply" },
      { name, bytes: Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1") },
    );
    if (isRefusal(attached)) throw new Error(attached.sentence);
    return attached.id;
  };
  const [shown, takenOut] = [await attach("crack.png"), await attach("lamp.png")];
  const other = `<img src="/api/v1/attachments/${takenOut + 1_000}" alt="of somebody else">`;
  const html = `<p>Here <img src="/api/v1/attachments/${shown}" alt="the crack"> it is.</p>${other}`;
  const sent = await desk.answer(ada, asked.conversation_id, { html });
  await leave();
  const [mail] = kept("it is.").map(({ raw }) => raw);
  const parsed = await PostalMime.parse(mail ?? "");
  const picture = parsed.attachments.find(({ filename }) => filename === "crack.png");
  expect(picture?.disposition).toBe("inline");
  expect(parsed.html).toContain(`src="cid:${picture?.contentId?.replace(/^<|>$/g, "")}"`);
  expect(parsed.html).not.toContain("/api/v1/");
  expect(parsed.attachments.find(({ filename }) => filename === "lamp.png")?.disposition).toBe("attachment");
  expect((await attachmentsOf(db, [sent.id])).get(sent.id)?.map(({ is_inline }) => is_inline)).toEqual([true, false]);
});

test("what was begun after a reply is not lost when the reply is taken back", async () => {
  const asked = await desk.arrive(letter());
  const sent = await desk.answer(ada, asked.conversation_id, { html: "<p>First words</p>" });
  await keepDraftOf(
    desk.desk,
    ada,
    { conversationId: asked.conversation_id, kind: "reply" },
    {
      html: "<p>Second words</p>",
      version: 0,
      seenMessageId: null,
    },
  );
  const taken = await undoReply(desk.desk, ada, sent.id);
  expect((taken as { draft: { html: string } }).draft.html).toBe("<p>First words</p><p>Second words</p>");
});

test("a reply that has left cannot be taken back", async () => {
  const asked = await desk.arrive(letter());
  const sent = await desk.answer(ada, asked.conversation_id);
  await leave();
  expect(await undoReply(desk.desk, ada, sent.id)).toMatchObject({ refused: "already-left" });
  expect(await desk.message(sent.id)).toMatchObject({
    delivery: "sent",
    delivery_note: expect.stringMatching(/SINK\d+/),
  });
});

test("mail to sample customers is said to have stayed here, not to have been taken by a server", async () => {
  await desk.mailbox({ address: "help@samples.example", isSample: true });
  const asked = await desk.arrive(letter({ from: "Ida <ida@wick.example>", to: "help@samples.example" }), {
    rcptTo: ["help@samples.example"],
  });
  const ours = await desk.answer(ada, asked.conversation_id, { to: [{ name: "", address: "ida@wick.example" }] });
  await leave();
  expect(await desk.message(ours.id)).toMatchObject({
    delivery: "sent",
    delivery_note: expect.stringMatching(/sample customers.*nothing has left/),
  });
});

test("copies and blind copies are delivered, and no header names the blind ones", async () => {
  const asked = await desk.arrive(letter());
  await desk.answer(ada, asked.conversation_id, {
    html: "<p>With copies</p>",
    cc: [{ name: "Cy", address: "cy@customers.test" }],
    bcc: [{ name: "Di", address: "di@customers.test" }],
  });
  await leave();
  const [mail] = kept("With copies");
  expect(mail?.rcptTo).toEqual(["ana@customers.test", "cy@customers.test", "di@customers.test"]);
  expect(mail?.raw.toString()).not.toContain("di@customers.test");
  expect((await PostalMime.parse(mail?.raw as Buffer)).cc?.[0]?.address).toBe("cy@customers.test");
});

test("a reply for later waits for its time", async () => {
  const asked = await desk.arrive(letter());
  const sendAt = new Date(desk.desk.now().getTime() + 60 * MINUTE);
  const sent = await desk.answer(ada, asked.conversation_id, { html: "<p>Tomorrow</p>", sendAt });
  await leave();
  expect(await state(sent.id)).toBe("scheduled");
  desk.setNow(sendAt);
  await desk.send();
  expect(await state(sent.id)).toBe("sent");
  expect(kept("Tomorrow")).toHaveLength(1);
});

test("a scheduled reply is held back when the customer writes first; it says so, and can be sent or taken back", async () => {
  const asked = await desk.arrive(letter());
  const sendAt = new Date(desk.desk.now().getTime() + 60 * MINUTE);
  const [one, two] = [
    await desk.answer(ada, asked.conversation_id, { html: "<p>Held one</p>", sendAt }),
    await desk.answer(ada, asked.conversation_id, { html: "<p>Held two</p>", sendAt }),
  ];
  await desk.arrive(letter({ inReplyTo: one.mail_id as string, body: "It works again, forget it" }));
  desk.setNow(sendAt);
  await desk.send();
  expect(await desk.message(one.id)).toMatchObject({
    delivery: "failed",
    delivery_note: expect.stringContaining("the customer wrote first"),
  });
  expect((await desk.conversation(asked)).status).toBe("open");
  expect(await retryMessage(desk.desk, ada, one.id)).toBeUndefined();
  expect(await undoReply(desk.desk, ada, two.id)).toMatchObject({ draft: { html: "<p>Held two</p>" } });
  await desk.send();
  expect(await state(one.id)).toBe("sent");
  expect([kept("Held one").length, kept("Held two").length]).toEqual([1, 0]);
});

test("a bare thank-you or a machine does not hold a scheduled reply back", async () => {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id);
  const sendAt = new Date(desk.desk.now().getTime() + 60 * MINUTE);
  const later = await desk.answer(ada, asked.conversation_id, { sendAt });
  await desk.arrive(letter({ inReplyTo: ours.mail_id as string, body: "Thanks!" }));
  await desk.arrive(
    letter({ inReplyTo: ours.mail_id as string, body: "Away", headers: { "Auto-Submitted": "auto-replied" } }),
  );
  expect(await state(later.id)).toBe("scheduled");
});

test("a server that is busy is asked again, more and more slowly, for days; then the desk says that it gave up", async () => {
  sink.behave({ at: "mail", answer: "451 4.3.2 Please try again later" });
  const asked = await desk.arrive(letter());
  const sent = await desk.answer(ada, asked.conversation_id);
  const waits: number[] = [];
  await leave();
  while ((await state(sent.id)) === "waiting") {
    const row = await db
      .selectFrom("outbox")
      .select("send_at")
      .where("message_id", "=", sent.id)
      .executeTakeFirstOrThrow();
    waits.push((row.send_at.getTime() - desk.desk.now().getTime()) / MINUTE);
    desk.setNow(row.send_at);
    await desk.send();
  }
  expect(waits).toEqual([0.5, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440]);
  expect(await desk.message(sent.id)).toMatchObject({
    delivery: "failed",
    delivery_note: expect.stringContaining("Tried 13 times"),
  });
  expect(await desk.conversation(asked)).toMatchObject({
    status: "open",
    trouble: expect.stringContaining("could not be sent"),
  });
  sink.behave(undefined);
  expect(await retryMessage(desk.desk, ada, sent.id)).toBeUndefined();
  await desk.send();
  expect(await state(sent.id)).toBe("sent");
  expect((await desk.conversation(asked)).trouble).toBeNull();
});

test("a refused address fails at once, in the server's words, and the reply can be taken back and put right", async () => {
  sink.behave({ at: "rcpt", of: "ana@customers.test", answer: "550 5.1.1 No such user here" });
  const asked = await desk.arrive(letter());
  const sent = await desk.answer(ada, asked.conversation_id, { html: "<p>To the wrong address</p>" });
  await leave();
  expect(await desk.message(sent.id)).toMatchObject({
    delivery: "failed",
    delivery_note: expect.stringContaining("No such user here"),
  });
  expect(await undoReply(desk.desk, ada, sent.id)).toMatchObject({ draft: { html: "<p>To the wrong address</p>" } });
  expect((await desk.conversation(asked)).trouble).toBeNull();
});

test("who is put off by a grey list is tried again alone; who is refused is named; and it cannot be taken back any more", async () => {
  sink.behave({ at: "rcpt", of: "cy@customers.test", answer: "450 4.2.0 Greylisted" });
  const asked = await desk.arrive(letter());
  const sent = await desk.answer(ada, asked.conversation_id, {
    html: "<p>For two</p>",
    cc: [{ name: "", address: "cy@customers.test" }],
  });
  await leave();
  expect(await desk.message(sent.id)).toMatchObject({
    delivery: "waiting",
    delivery_note: expect.stringContaining("not yet to all"),
  });
  expect(await undoReply(desk.desk, ada, sent.id)).toMatchObject({ refused: "already-left" });
  sink.behave({ at: "rcpt", of: "cy@customers.test", answer: "550 5.1.1 No such user" });
  desk.wait(MINUTE);
  await desk.send();
  expect(await undoReply(desk.desk, ada, sent.id)).toMatchObject({ refused: "already-left" });
  expect(kept("For two").map(({ rcptTo }) => rcptTo)).toEqual([["ana@customers.test"]]);
  expect((await desk.conversation(asked)).trouble).toContain("No such user");
});

test("a server that takes mail only from the account's own address gets that address at once, and from then on", async () => {
  const strict = await startSmtpSink();
  const box = await desk.mailbox({ address: "strict@shop.test", smtpPort: strict.port, acknowledges: true });
  strict.behave({
    at: "mail",
    unless: "strict@shop.test",
    answer: "553 5.7.1 Sender address rejected: not owned by user",
  });
  const asked = await desk.arrive(letter({ to: "strict@shop.test" }), { rcptTo: ["strict@shop.test"] });
  await desk.acknowledge();
  await desk.send();
  const ours = await desk.answer(ada, asked.conversation_id);
  await leave();
  expect(strict.mails.map(({ mailFrom }) => mailFrom)).toEqual(["strict@shop.test", "strict@shop.test"]);
  expect(await state(ours.id)).toBe("sent");
  const row = await sql<{ out_trouble: string | null }>`SELECT out_trouble FROM mailbox WHERE id = ${box}`.execute(db);
  expect(row.rows[0]?.out_trouble).toBeNull();
  await strict.close();
});

test("a server that refuses the plain address too is in trouble, and says so", async () => {
  const closed = await startSmtpSink();
  const box = await desk.mailbox({ address: "closed@shop.test", smtpPort: closed.port });
  closed.behave({ at: "mail", answer: "550 5.7.1 Sender address rejected: not owned by user" });
  const asked = await desk.arrive(letter({ to: "closed@shop.test" }), { rcptTo: ["closed@shop.test"] });
  const ours = await desk.answer(ada, asked.conversation_id);
  await leave();
  expect(await state(ours.id)).toBe("failed");
  const row = await sql<{ out_trouble: string | null }>`SELECT out_trouble FROM mailbox WHERE id = ${box}`.execute(db);
  expect(row.rows[0]?.out_trouble).toContain("does not let this account send from the mailbox's address");
  await closed.close();
});

test("when the way out works again, what had to wait leaves at once", async () => {
  const mended = await startSmtpSink();
  const box = await desk.mailbox({ address: "mended@shop.test", smtpPort: mended.port });
  const inBox = { rcptTo: ["mended@shop.test"] };
  mended.behave({ at: "greeting", hangUp: true });
  const first = await desk.arrive(letter({ to: "mended@shop.test" }), inBox);
  const waiting = await desk.answer(ada, first.conversation_id);
  for (let tries = 0; tries < 5; tries += 1) {
    await leave();
    desk.wait(31 * MINUTE);
  }
  await sql`UPDATE mailbox SET out_trouble = 'Nothing answers.', out_trouble_since = now() WHERE id = ${box}`.execute(
    db,
  );
  await sql`UPDATE outbox SET send_at = ${new Date(desk.desk.now().getTime() + 600 * MINUTE)} WHERE message_id = ${waiting.id}`.execute(
    db,
  );
  mended.behave(undefined);
  const second = await desk.arrive(letter({ to: "mended@shop.test" }), inBox);
  await desk.answer(ada, second.conversation_id);
  await leave();
  await desk.send();
  expect(await state(waiting.id)).toBe("sent");
  await mended.close();
});

test("a conversation can be passed on with what came with it, and the customer does not count as answered", async () => {
  const mail = [
    "From: Ana Lima <ana@customers.test>",
    "To: help@shop.test",
    "Subject: Broken lamp",
    "Message-ID: <with-file@customers.test>",
    "Date: Mon, 23 Nov 2026 08:00:00 +0000",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "See the file.",
    "--b",
    'Content-Type: text/csv; name="orders.csv"',
    'Content-Disposition: attachment; filename="orders.csv"',
    "",
    "order,lamp",
    "--b--",
    "",
  ].join("\r\n");
  const asked = await desk.arrive(mail);
  await addNote(desk.desk, ada, asked.conversation_id, { html: "<p>Only for us</p>", mentions: [] });
  const sent = await desk.answer(ada, asked.conversation_id, {
    kind: "forward",
    html: "<p>Is this yours?</p>",
    to: [{ name: "", address: "maker@factory.test" }],
  });
  await leave();
  const passed = await PostalMime.parse(kept("Is this yours?")[0]?.raw as Buffer);
  expect(passed.subject).toBe("Fwd: Broken lamp");
  expect(passed.attachments.map(({ filename }) => filename)).toEqual(["orders.csv"]);
  expect(passed.text).toContain("> See the file.");
  expect(passed.text).not.toContain("Only for us");
  expect(await desk.conversation(asked)).toMatchObject({ status: "open", waiting_since: asked.at });
  const maker = await desk.arrive(
    letter({ from: "maker@factory.test", inReplyTo: sent.mail_id as string, body: "Ours" }),
  );
  expect(maker.conversation_id).toBe(asked.conversation_id);
});

test("nothing to sample customers ever leaves, from whatever mailbox it is written", async () => {
  const before = sink.mails.length;
  const asked = await desk.arrive(letter());
  const sent = await desk.answer(ada, asked.conversation_id, { to: [{ name: "", address: "someone@sample.example" }] });
  const mixed = await desk.answer(ada, asked.conversation_id, {
    to: [
      { name: "", address: "someone@sample.example" },
      { name: "", address: "ana@customers.test" },
    ],
  });
  await leave();
  expect([await state(sent.id), await state(mixed.id)]).toEqual(["sent", "failed"]);
  expect(sink.mails).toHaveLength(before);
  expect(help).toBeGreaterThan(0);
});
