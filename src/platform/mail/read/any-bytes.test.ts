/**
 * What must hold for any mail whatsoever: nothing throws, nothing is lost between reply and history, everything can be
 * handed to another thread and to the database.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldHtml } from "./fold-html.ts";
import { foldText } from "./fold-text.ts";
import { NOT_UNDERSTOOD, parseMail } from "./parse-mail.ts";
import { sanitiseHtml } from "./sanitise-html.ts";

const pieces = fc.constantFrom(
  "From: a@b.example\n",
  "Subject: =?utf-8?q?=FF?=\n",
  "Content-Type: multipart/mixed; boundary=x\n",
  "\n--x\n",
  "--x--\n",
  "Content-Type: text/html\n\n",
  "Content-Transfer-Encoding: base64\n",
  "Content-Type: message/rfc822\n\n",
  "\r\n",
  "\r",
  "\0",
  "From x 10:10\n",
  " folded\n",
  "<div>",
  "<blockquote type=cite>",
  "Content-Type: message/delivery-status\n\n",
  "Final-Recipient: rfc822; x@y.example\nAction: failed\n",
  "Return-Path: <>\n",
  "BEGIN:VCALENDAR\n",
  "To: (((\n",
  "Date: never\n",
  "charset=utf-7\n",
  "+AGEA-",
  "References: <a@b> <c",
  "\u202e",
);
const lines = fc.constantFrom(
  "On Mon, May 6, 2024 at 9:12 AM Ann <a@b.example> wrote:",
  "> quoted",
  ">> twice",
  "",
  "  ",
  "-- ",
  "--",
  "Sent from my iPhone",
  "From: Ann <a@b.example>",
  "Sent: Monday",
  "To: me",
  "Subject: Re: x",
  "-----Original Message-----",
  "________________",
  "Am 6.5.2024 um 09:12 schrieb Ann:",
  "wrote:",
  ">:",
  "Thanks!",
  "I wrote: yes",
  "***",
  "\u{1f600}",
  "\r",
  "| a | b |",
  "写道：",
);

describe("any bytes at all", () => {
  test("are read without an error, give whole text and can be handed to another thread", async () => {
    const raw = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 40 })
        .map((parts) => new TextEncoder().encode(parts.join(""))),
    );
    await fc.assert(
      fc.asyncProperty(raw, async (bytes) => {
        const mail = await parseMail(bytes);
        expect(mail.problems.filter((problem) => problem.startsWith(NOT_UNDERSTOOD))).toEqual([]);
        expect(mail.reply + mail.folded).toBe(mail.text);
        expect(structuredClone(mail)).toEqual(mail);
        const words = JSON.stringify({ ...mail, attachments: mail.attachments.map(({ name, type }) => [name, type]) });
        expect(words).not.toMatch(/\\u0000/);
        for (const { name } of mail.attachments) expect(name).toMatch(/^[^\\/\p{Cc}]{1,150}$/u);
      }),
      { numRuns: 400 },
    );
  });
});

describe("reply and history", () => {
  test("are together the whole text, to the letter", () => {
    const text = fc
      .array(fc.oneof(lines, fc.string({ maxLength: 20 })), { maxLength: 30 })
      .map((all) => all.join("\n"));
    fc.assert(
      fc.property(text, (whole) => {
        const { reply, folded, quotedInReply } = foldText(whole);
        expect(reply + folded).toBe(whole);
        let last = 0;
        for (const { start, end } of quotedInReply) {
          expect(last <= start && start < end && end <= reply.length).toBe(true);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test("of HTML hold every word of it, in order, and are both whole HTML", () => {
    const tag = fc.constantFrom(
      "<p>",
      "</p>",
      "<div class=gmail_quote>",
      "</div>",
      "<blockquote type=cite>",
      "</blockquote>",
      "<br>",
      "<hr>",
      "<table><tr><td>",
      "</table>",
      "<b>",
      "</b>",
      "word",
      "On 6 May 2024, Ann &lt;a@b.example&gt; wrote:",
      "&gt; quoted",
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 40 }), (tags) => {
        const { html } = sanitiseHtml(tags.join(" "));
        const { replyHtml, foldedHtml } = foldHtml(html);
        const words = (text: string) =>
          text
            .replace(/<[^>]{0,500}>/g, " ")
            .split(/\s+/)
            .filter(Boolean);
        expect([...words(replyHtml), ...words(foldedHtml)]).toEqual(words(html));
        expect(sanitiseHtml(replyHtml).html).toBe(withoutMarks(replyHtml));
        expect(sanitiseHtml(foldedHtml).html).toBe(withoutMarks(foldedHtml));
      }),
      { numRuns: 300 },
    );
  });
});

function withoutMarks(html: string): string {
  return html.replace(/ data-fold="[a-z]{1,20}"/g, "");
}
