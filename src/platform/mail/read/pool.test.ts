import { afterAll, afterEach, describe, expect, test } from "vitest";
import { createMailReader, type MailReader } from "./pool.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const small = bytes("From: a@b.example\nSubject: Hi\nMessage-ID: <1@b.example>\n\nHello\n");
const open: MailReader[] = [];
const reader = (...args: Parameters<typeof createMailReader>) => {
  const made = createMailReader(...args);
  open.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe("the mail reader", () => {
  test("reads many mails at once, leaves the caller's bytes alone and hands attachments over", async () => {
    const raw = bytes(
      "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n--x\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\nfile\n--x--\n",
    );
    const busy = reader();
    const results = await Promise.all(Array.from({ length: 20 }, () => busy.read(raw)));
    for (const result of results) {
      if (!("mail" in result)) throw new Error(result.unreadable);
      expect(result.mail.reply).toBe("Hello");
      expect(result.mail.attachments.map(({ name, content }) => [name, new TextDecoder().decode(content)])).toEqual([
        ["a.txt", "file\n"],
      ]);
    }
    expect(raw.length).toBeGreaterThan(0);
  });

  test("gives a mail that takes too long back as unreadable and goes on with the next", async () => {
    const slow = reader({ size: 1, timeoutMs: 1 });
    expect(await slow.read(small)).toEqual({ unreadable: expect.stringContaining("took longer") });
    const patient = reader({ size: 1 });
    expect(await patient.read(small)).toHaveProperty("mail.subject", "Hi");
  });

  test("gives a mail that needs too much memory back as unreadable and goes on with the next", async () => {
    const narrow = reader({ size: 1, memoryMb: 24 });
    const html = `From: a@b.example\nContent-Type: text/html\n\n${"<p><b>x</b></p>".repeat(200_000)}`;
    expect(await narrow.read(bytes(html))).toEqual({ unreadable: expect.stringContaining("24 MB") });
    expect(await narrow.read(small)).toHaveProperty("mail.subject", "Hi");
  });

  test("gives what still waits back when it is closed", async () => {
    const closing = reader({ size: 1 });
    const waiting = [closing.read(small), closing.read(small), closing.read(small)];
    await closing.close();
    for (const result of await Promise.all(waiting)) expect(Object.keys(result)).toEqual(["unreadable"]);
    expect(await closing.read(small)).toEqual({ unreadable: "The reader was closed." });
  });

  test("ends its workers when there is nothing to do and starts one again when there is", async () => {
    const resting = reader({ size: 1, idleMs: 1 });
    expect(await resting.read(small)).toHaveProperty("mail");
    await new Promise((done) => setTimeout(done, 100));
    expect(await resting.read(small)).toHaveProperty("mail");
  });
});

/** In a worker that is ended when it takes longer: a stuck expression would hang this runner for ever. */
describe("a mail made to keep the reader busy is read all the same", () => {
  const busy = createMailReader({ timeoutMs: 10_000 });
  afterAll(() => busy.close());
  const many = 50_000;
  const text = (line: string) => `From: a@b.example\nSubject: x\n\n${line}`;
  const html = (body: string) => `From: a@b.example\nContent-Type: text/html\n\n${body}`;
  const bounce = (body: string) =>
    `Return-Path: <>\nFrom: MAILER-DAEMON@b.example\nSubject: Undelivered Mail\n\n${body}`;
  test.each([
    [
      "lines that look like attributions",
      text("On Mon, May 6, 2024 at 9:12 AM Ann <a@b.example> wrote:\n".repeat(many)),
    ],
    ["lines that almost look like attributions", text("On 1 a@b.example\n".repeat(many))],
    ["one endless line", text("On 6 May ".repeat(many))],
    ["quote marks", text("> ".repeat(many))],
    ["quoted lines and answers", text("> a\nb\n".repeat(many))],
    ["field blocks without an end", text("From: a@b.example\n".repeat(many))],
    ["dashes", text("-".repeat(many))],
    ["signature lines", text("-- \n".repeat(many))],
    ["telephones", text("Sent from my \n".repeat(many))],
    ["open elements", html("<div>".repeat(many))],
    ["open quotes", html("<blockquote type=cite>x".repeat(many))],
    ["lines of HTML", html("<p>&gt; x</p>".repeat(many))],
    ["brackets", html("<".repeat(many))],
    ["attributes", html(`<p ${"a=b ".repeat(many)}>x`)],
    ["brackets in an address", `From: ${"(".repeat(many)}\nTo: ${"<".repeat(many)}\n\nx`],
    ["many addresses", `To: ${"a@b.example, ".repeat(many)}\n\nx`],
    ["encoded words", `Subject: ${"=?utf-8?q?a?= ".repeat(many)}\n\nx`],
    ["header lines", `${"X: y\n".repeat(many)}\nx`],
    ["broken header lines", `From: a@b.example\n${"nonsense\n".repeat(many)}\nx`],
    ["parts", `Content-Type: multipart/mixed; boundary=x\n\n${"--x\n\na\n".repeat(many)}`],
    [
      "nested parts",
      Array.from({ length: 2000 }, (_unused, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join(
        "",
      ),
    ],
    ["words of a bounce", bounce("550 5.1.1 user unknown <a@b.example>\n".repeat(many))],
    ["addresses in a bounce", bounce("a@b.example ".repeat(many))],
    ["header lines in a bounce", bounce("Received: x\n\n".repeat(many))],
    ["blanks in a bounce", bounce(`to ${" ".repeat(many)}`)],
    ["plus signs of UTF-7", `Content-Type: text/plain; charset=utf-7\n\n${"+".repeat(many)}`],
    ["lines of a calendar", `Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n${"SUMMARY;a=b\n".repeat(many)}`],
  ])("%s", async (_name, raw) => {
    const result = await busy.read(bytes(raw));
    expect(result).toHaveProperty("mail");
  });
});
