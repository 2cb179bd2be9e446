/** What customers and people write never stands in the log, however much is logged and whatever fails. */
import { expect, test } from "vitest";
import { sql } from "../../src/platform/storage/index.ts";
import { mailboxFor, startTestDesk, until } from "../running-desk.ts";
import { startSmtpSink } from "../servers/smtp-sink.ts";

/** Each stands in another place. One beginning for all, so that nothing that is cut off is overlooked. */
const BEGINNING = "marmalade";
const word = (place: string) => `${BEGINNING}${place}`;

let log = "";
const sink = await startSmtpSink();
const desk = await startTestDesk({ HEARD_LOG: "debug" }, { write: (line) => (log += line) });
const { db } = desk.desk.database;
await desk.call("POST", "/api/v1/mailboxes", mailboxFor("help@shop.test", sink.port, { acknowledges: false }));

const arrive = (subject: string, id: string) =>
  desk.deliver(
    [
      `From: ${word("name")} <ana@customers.test>`,
      "To: help@shop.test",
      `Subject: ${subject}`,
      `Message-ID: <${id}@customers.test>`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      `I want my ${word("body")} back.`,
      "--b",
      "Content-Type: text/plain",
      `Content-Disposition: attachment; filename="${word("file")}.txt"`,
      "",
      word("attached"),
      "--b--",
      "",
    ].join("\r\n"),
    "ana@customers.test",
    ["help@shop.test"],
  );
const inboxed = async (subject: string) =>
  until(async () => {
    const { items } = (await desk.call("GET", "/api/v1/conversations?view=open")).body;
    return items.find((each: { subject: string }) => each.subject === subject);
  });
/** From now on no row of this table may hold the word: the database refuses it, and shows the whole row beside its error. */
const refuse = (table: string, column: string, place: string) =>
  sql`ALTER TABLE ${sql.table(table)} ADD CONSTRAINT ${sql.id(`not_${place}`)} CHECK (${sql.ref(column)} NOT LIKE ${sql.lit(`%${word(place)}%`)})`.execute(
    db,
  );

test("no word of a mail, a reply, a note, a draft or a search stands in the log, also when something fails over it", async () => {
  await arrive(word("subject"), "one");
  const { id } = await inboxed(word("subject"));
  const place = `/api/v1/conversations/${id}`;
  const to = [{ name: word("name"), address: "ana@customers.test" }];
  const draft = { kind: "reply", html: `<p>${word("draft")}</p>`, to, subject: word("draftsubject"), version: 0 };
  expect((await desk.call("PUT", `${place}/draft`, draft)).status).toBe(200);
  const html = `<p>Hello, your ${word("reply")} is on its way.</p>`;
  const reply = { kind: "reply", html, to, seenMessageId: null, anyway: true };
  expect((await desk.call("POST", `${place}/replies`, reply)).status).toBe(200);
  expect((await desk.call("POST", `${place}/notes`, { html: `<p>${word("note")}</p>` })).status).toBe(200);
  expect((await desk.call("GET", `/api/v1/search?q=${word("search")}`)).status).toBe(200);
  expect((await sink.until(1))[0]?.raw.toString()).toContain(word("reply"));

  // A server that says no, and repeats what it was given.
  sink.behave({ at: "body", answer: `554 5.7.1 we do not like "${word("subject")}"` });
  expect((await desk.call("POST", `${place}/replies`, { ...reply, html: `<p>${word("second")}</p>` })).status).toBe(
    200,
  );
  await until(async () =>
    (await desk.call("GET", place)).body.messages.some((each: { delivery: string }) => each.delivery === "failed"),
  );

  // The database refuses a row: at a person's hand, and while a mail is filed.
  await refuse("message", "reply_text", "refused");
  expect((await desk.call("POST", `${place}/notes`, { html: `<p>${word("refused")}</p>` })).status).toBe(500);
  await refuse("message", "subject", "unfiled");
  await arrive(word("unfiled"), "two");
  await until(async () => log.includes("mail.filing-failed"));

  expect(log).toContain("web.bug");
  expect(log).toContain("violates check constraint");
  expect(log.split("\n").filter((line) => line.includes(BEGINNING))).toEqual([]);
}, 60_000);
