/** A letter to somebody who has not written, through HTTP: kept as it is written, with files and pictures, and sent once. */
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { mailboxFor, startTestDesk, until } from "../running-desk.ts";
import { startSmtpSink } from "../servers/smtp-sink.ts";

const sink = await startSmtpSink();
const desk = await startTestDesk({ HEARD_UNDO_SECONDS: "1" });
const box = (
  await desk.call("POST", "/api/v1/mailboxes", mailboxFor("help@shop.test", sink.port, { acknowledges: false }))
).body;
const ana = { name: "Ana", address: "ana@customers.test" };
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function attach(path: string, ...files: readonly [name: string, bytes: Buffer][]): Promise<{ id: number }[]> {
  const form = new FormData();
  for (const [name, bytes] of files) form.append("file", new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`${desk.url}/api/v1/${path}`, {
    method: "POST",
    headers: { origin: desk.url, cookie: desk.cookie },
    body: form,
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: { id: number }[] }).items;
}
const letterWith = async (words: string) => {
  const mail = await until(async () => sink.mails.find(({ raw }) => raw.includes(words)));
  return PostalMime.parse(mail.raw);
};
const draft = async () => (await desk.call("GET", "/api/v1/letter")).body.draft;

test("a letter is kept as it is written, its file and its picture leave with it, and the next one begins empty", async () => {
  const written = { html: "<p>May we ask</p>", to: [ana], subject: "A question", key: "one", mailboxId: box.id };
  const kept = await desk.call("PUT", "/api/v1/letter", written);
  expect(kept.body).toMatchObject({ kind: "letter", version: 1, mailboxId: box.id, subject: "A question" });
  const [paper, picture] = await attach("letter/attachments", ["terms.txt", Buffer.from("terms")], ["lamp.png", PIXEL]);
  expect((await draft()).attachments).toHaveLength(2);
  const shown = await fetch(`${desk.url}/api/v1/attachments/${picture?.id}`, { headers: { cookie: desk.cookie } });
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(PIXEL);

  const html = `<p>May we ask <img src="/api/v1/attachments/${picture?.id}" alt="lamp.png"></p>`;
  const bcc = [{ name: "", address: "archive@shop.test" }];
  const sent = await desk.call("POST", "/api/v1/conversations", { ...written, html, bcc });
  expect(sent.status).toBe(200);
  const again = await desk.call("POST", "/api/v1/conversations", { ...written, html, bcc });
  expect(again.body.conversationId).toBe(sent.body.conversationId);
  expect(await draft()).toBeNull();

  const letter = await letterWith("May we ask");
  const [text, inline] = ["terms.txt", "lamp.png"].map((name) =>
    letter.attachments.find(({ filename }) => filename === name),
  );
  expect(text).toMatchObject({ disposition: "attachment" });
  expect(inline).toMatchObject({ disposition: "inline", mimeType: "image/png" });
  expect(letter.html).toContain(`src="cid:${inline?.contentId?.replace(/^<|>$/g, "")}"`);
  expect(letter.html).not.toContain("/api/v1/");
  expect(sink.mails.filter(({ raw }) => raw.includes("May we ask")).map(({ rcptTo }) => rcptTo)).toEqual([
    ["ana@customers.test", "archive@shop.test"],
  ]);
  const { messages } = (await desk.call("GET", `/api/v1/conversations/${sent.body.conversationId}`)).body;
  expect(messages[0].attachments).toMatchObject([
    { id: paper?.id, inline: false },
    { id: picture?.id, inline: true },
  ]);
});

test("a program's letter takes nothing of what its person is just writing", async () => {
  await desk.call("PUT", "/api/v1/letter", { html: "<p>Half a thought</p>", key: "two" });
  await attach("letter/attachments", ["secret.txt", Buffer.from("secret")]);
  await desk.call("POST", "/api/v1/conversations", {
    mailboxId: box.id,
    to: [ana],
    subject: "From a program",
    html: "<p>By itself</p>",
  });
  expect((await letterWith("By itself")).attachments).toEqual([]);
  expect(await draft()).toMatchObject({ html: "<p>Half a thought</p>", attachments: [{ name: "secret.txt" }] });
  await desk.call("DELETE", "/api/v1/letter");
  expect(await draft()).toBeNull();
});

test("a letter for later waits for its time, and can be taken back with its picture in place", async () => {
  await desk.call("PUT", "/api/v1/letter", { html: "<p>Later</p>", key: "three" });
  const [picture] = await attach("letter/attachments", ["lamp.png", PIXEL]);
  const html = `<p>Later <img src="/api/v1/attachments/${picture?.id}" alt="lamp.png" /></p>`;
  const sendAt = new Date(Date.now() + 3_600_000).toISOString();
  const body = { mailboxId: box.id, to: [ana], subject: "Later", html, key: "three", sendAt };
  const { message } = (await desk.call("POST", "/api/v1/conversations", body)).body;
  expect(message).toMatchObject({ delivery: "scheduled", sendAt });
  const undone = await desk.call("POST", `/api/v1/messages/${message.id}/undo`);
  expect(undone.body.draft).toMatchObject({ kind: "reply", html, attachments: [{ id: picture?.id }] });
});

test("a picture of another letter, or of nobody's, does not go out", async () => {
  const html = '<p>Look <img src="/api/v1/attachments/999999" alt="gone"> here</p>';
  await desk.call("POST", "/api/v1/conversations", { mailboxId: box.id, to: [ana], subject: "Gone", html });
  expect((await letterWith("Look")).html).not.toContain("<img");
});
