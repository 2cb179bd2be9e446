import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { composeMail, type MailParts } from "./compose-mail.ts";

const parts: MailParts = {
  from: { name: "Zoë at Lumen", address: "help@lumen.example" },
  to: [{ name: "Ana", address: "ana@example.org" }],
  subject: "Rückfrage zur Lampe 🎉",
  text: "Hello Ana,\n\nthe lamp is on its way.\n",
  messageId: "<m1.abc@lumen.example>",
  date: new Date("2026-11-22T08:00:00Z"),
  seed: "outbox-1",
};
const compose = async (more: Partial<MailParts>) =>
  Buffer.from((await composeMail({ ...parts, ...more })).raw).toString("latin1");
const read = async (more: Partial<MailParts>) => PostalMime.parse((await composeMail({ ...parts, ...more })).raw);
/** The lines of the top header block, folded lines joined. */
const headersOf = (raw: string) =>
  raw
    .slice(0, raw.indexOf("\r\n\r\n"))
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
const header = (raw: string, name: string) =>
  headersOf(raw).filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));

describe("a mail that we write", () => {
  test("reads back as it was meant, text, HTML, attachment and inline picture", async () => {
    const mail = await read({
      html: '<p>Hello Ana, <img src="cid:lamp"></p>',
      cc: [{ address: "bo@example.org" }],
      replyTo: { address: "help+c12.sig@lumen.example" },
      attachments: [
        { filename: "Übersicht ä.txt", contentType: "text/plain", bytes: Buffer.from("one\ntwo\rthree") },
        { filename: "lamp.png", contentType: "image/png", bytes: Buffer.from([0x89, 0x50]), cid: "lamp" },
      ],
    });
    expect(mail.subject).toBe("Rückfrage zur Lampe 🎉");
    expect(mail.from).toMatchObject({ name: "Zoë at Lumen", address: "help@lumen.example" });
    expect(mail.to?.map(({ address }) => address)).toEqual(["ana@example.org"]);
    expect(mail.cc?.map(({ address }) => address)).toEqual(["bo@example.org"]);
    expect(mail.replyTo?.map(({ address }) => address)).toEqual(["help+c12.sig@lumen.example"]);
    expect(mail.text?.trim()).toBe("Hello Ana,\n\nthe lamp is on its way.");
    expect(mail.html).toContain("cid:lamp");
    expect(mail.messageId).toBe("<m1.abc@lumen.example>");
    const [sheet, lamp] = ["Übersicht ä.txt", "lamp.png"].map((name) =>
      mail.attachments.find(({ filename }) => filename === name),
    );
    expect(sheet).toMatchObject({ filename: "Übersicht ä.txt", disposition: "attachment" });
    expect(Buffer.from(sheet?.content as ArrayBuffer).toString()).toBe("one\ntwo\rthree");
    expect(lamp).toMatchObject({ contentId: "<lamp>", disposition: "inline", mimeType: "image/png" });
  });

  test("is the same to the byte each time it is composed of the same parts and seed", async () => {
    const more = {
      html: "<p>x</p>",
      attachments: [{ filename: "a.bin", contentType: "x/y", bytes: Buffer.from([1, 2]) }],
    };
    expect(await compose(more)).toBe(await compose(more));
    expect(await compose({ ...more, seed: "outbox-2" })).not.toBe(await compose(more));
  });

  test("keeps the first and the newest 20 references of a long thread, and ends with the mail it answers", async () => {
    const references = Array.from({ length: 60 }, (_, at) => `<r${at}@example.org>`);
    const [line = ""] = header(await compose({ references, inReplyTo: "<r60@example.org>" }), "References");
    const ids = line.match(/<[^>]+>/g) ?? [];
    expect(ids).toHaveLength(21);
    expect(ids[0]).toBe("<r0@example.org>");
    expect(ids.slice(1)).toEqual(Array.from({ length: 20 }, (_, at) => `<r${41 + at}@example.org>`));
    expect(header(await compose({ inReplyTo: "<r60@example.org>" }), "In-Reply-To")).toEqual([
      "In-Reply-To: <r60@example.org>",
    ]);
  });

  test("says that it is automatic when it is, and not otherwise", async () => {
    const reply = await compose({ automatic: "reply" });
    expect(header(reply, "Auto-Submitted")).toEqual(["Auto-Submitted: auto-replied"]);
    expect(header(reply, "X-Auto-Response-Suppress")).toEqual(["X-Auto-Response-Suppress: All"]);
    expect(header(reply, "Precedence")).toEqual(["Precedence: bulk"]);
    expect(header(await compose({ automatic: "notice" }), "Auto-Submitted")).toEqual([
      "Auto-Submitted: auto-generated",
    ]);
    expect(headersOf(await compose({})).join("\n")).not.toMatch(/auto-|precedence/i);
  });

  test("carries further headers, but never a second copy of its own ones", async () => {
    const raw = await compose({
      headers: [
        { name: "X-Heard", value: "yes" },
        { name: "Bcc", value: "e@evil.example" },
        { name: "x y", value: "z" },
      ],
    });
    expect(header(raw, "X-Heard")).toEqual(["X-Heard: yes"]);
    expect(raw).not.toContain("evil");
  });

  test("never attaches a forwarded mail as a part that must stay unencoded", async () => {
    const mail = await read({
      attachments: [{ filename: "old.eml", contentType: "message/rfc822", bytes: Buffer.from("a: b\r\rbody") }],
    });
    expect(mail.attachments[0]).toMatchObject({ filename: "old.eml", mimeType: "application/octet-stream" });
  });

  test.each([
    "a@b.example\r\nBcc: e@evil.example",
    "a@b.example, e@evil.example",
    "Ana <a@b.example>",
    "a b@c.example",
    "plain",
    ".a@b.example",
    "a..b@c.example",
  ])("is not written to %j", async (address) => {
    await expect(composeMail({ ...parts, to: [{ address }] })).rejects.toThrow("Not an address");
  });
});

describe("no field can smuggle anything in", () => {
  const nasty = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "\r\n",
          "\n",
          "\r",
          "\u2028",
          "\u0085",
          "\0",
          " ",
          "\t",
          "Bcc: e@evil.example",
          "\r\n\r\n",
          ":",
          ">",
          "<",
          '"',
          "=?utf-8?q?=0D=0ABcc:e?=",
          "--=_heard",
          "\ud800",
        ),
        fc.string({ unit: "binary" }),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join(""));
  const names =
    "From To Cc Reply-To Subject Message-ID Date MIME-Version Content-Type Content-Transfer-Encoding References X-Note In-Reply-To".split(
      " ",
    );

  test("a line break, a new header or a bare line end", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, nasty, nasty, async (name, subject, value, filename, body) => {
        const raw = await compose({
          from: { name, address: "help@lumen.example" },
          to: [{ name: value, address: "ana@example.org" }],
          replyTo: { name: subject, address: "help+1@lumen.example" },
          subject,
          text: body,
          html: `<p>${body}</p>`,
          inReplyTo: value,
          references: [subject, "<ok@example.org>", `<a@b>${name}`],
          headers: [
            { name: "X-Note", value },
            { name: subject, value: name },
          ],
          attachments: [{ filename, contentType: value, bytes: Buffer.from(body), cid: name }],
        });
        for (const line of headersOf(raw)) {
          const field = line.slice(0, line.indexOf(":"));
          expect(field).toMatch(/^[A-Za-z][A-Za-z0-9-]*$/);
          if (!names.includes(field)) expect(subject.trim().toLowerCase()).toBe(field.toLowerCase());
        }
        for (const field of ["From", "To", "Message-ID", "Date"]) expect(header(raw, field)).toHaveLength(1);
        expect(header(raw, "Subject").length).toBeLessThanOrEqual(1);
        expect(header(raw, "Bcc")).toHaveLength(0);
        expect(raw.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
        expect(raw.endsWith("\r\n")).toBe(true);
        for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
      }),
      { numRuns: 300 },
    );
  });

  test("any text comes back as it was written, but for its line ends", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }), async (text) => {
        const mail = await read({ text });
        const plain = (some = "") => some.replace(/\r\n?/g, "\n").trim();
        expect(plain(mail.text)).toBe(plain(text));
      }),
    );
  });
});
