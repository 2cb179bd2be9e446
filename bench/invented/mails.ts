/**
 * Mails as they come to a support desk, in a fixed mix: 70 % text and HTML, 20 % text, 10 % HTML only; 8 % with a picture of
 * 100 kB; 8 % not English; lengths lognormal around 80 words. Of the answers 75 % are ordinary, 15 % come under a rewritten
 * subject, 10 % follow up on the customer's own mail.
 */
import { createHash } from "node:crypto";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Language, languageFrom } from "./language.ts";

export type AnswerKind = "normal" | "subject rewritten" | "follow-up to one's own mail";

export interface InventedMail {
  readonly raw: Buffer;
  readonly from: string;
  readonly mailId: string;
}

export interface Thread {
  readonly customer: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** The customer's own first mail. */
  readonly mailId: string;
  readonly text: string;
}

/** What the desk had answered, as the customer's mail program knows it. */
interface Answered {
  readonly mailId: string;
  readonly from: string;
  readonly text: string;
}

export interface Post {
  readonly first: () => { readonly thread: Thread; readonly mail: InventedMail };
  /** @param answered undefined for a follow-up to one's own mail. */
  readonly answer: (thread: Thread, answered: Answered | undefined, kind: AnswerKind) => InventedMail;
  readonly kindOfAnswer: () => AnswerKind;
}

const PICTURE_BYTES = 100_000;
const LINE = 76;

export function postFrom(seed: number, to: string): Post {
  const chance = chanceFrom(seed);
  const language = languageFrom(chance);
  let count = 0;
  const mailId = () => {
    count += 1;
    return `${count}.${chance.below(1e9).toString(36)}@mail${seed}.example`;
  };
  return {
    first() {
      const name = language.name();
      const address = `${name.toLowerCase().replace(" ", ".")}.${count}@home${chance.below(400)}.test`;
      const thread = {
        customer: { name, address },
        subject: language.subject(),
        mailId: mailId(),
        text: bodyOf(chance, language, 80),
      };
      return {
        thread,
        mail: compose(chance, to, {
          thread,
          mailId: thread.mailId,
          subject: thread.subject,
          text: thread.text,
          references: [],
        }),
      };
    },
    kindOfAnswer() {
      const drawn = chance.next();
      return drawn < 0.75 ? "normal" : drawn < 0.9 ? "subject rewritten" : "follow-up to one's own mail";
    },
    answer(thread, answered, kind) {
      const own = bodyOf(chance, language, 50);
      const above = answered ?? { mailId: thread.mailId, from: thread.customer.name, text: thread.text };
      const quoted = above.text
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n");
      return compose(chance, to, {
        thread,
        mailId: mailId(),
        subject: kind === "subject rewritten" ? language.subject() : `Re: ${thread.subject}`,
        text: `${own}\n\nOn Tue, 17 Nov 2026 at 10:12, ${above.from} wrote:\n${quoted}`,
        references: answered ? [thread.mailId, answered.mailId] : [thread.mailId],
      });
    },
  };
}

function bodyOf(chance: Chance, language: Language, median: number): string {
  const words = Math.min(1_500, Math.max(4, Math.round(chance.lognormal(median, 0.7))));
  const letter = chance.happens(0.08) ? language.foreign(words) : language.letter(words);
  return chance.happens(0.4) ? `${letter}\n\nMy order is ${language.orderNumber()}.` : letter;
}

interface Parts {
  readonly thread: Thread;
  readonly mailId: string;
  readonly subject: string;
  readonly text: string;
  readonly references: readonly string[];
}

function compose(chance: Chance, to: string, { thread, mailId, subject, text, references }: Parts): InventedMail {
  const { name, address } = thread.customer;
  const shape = chance.next();
  const plain = part("text/plain; charset=utf-8", Buffer.from(text.replaceAll("\n", "\r\n")));
  const html = part("text/html; charset=utf-8", Buffer.from(htmlOf(text)));
  let body = shape < 0.7 ? multipart("alternative", [plain, html], mailId) : shape < 0.9 ? plain : html;
  if (chance.happens(0.08)) body = multipart("mixed", [body, picture(chance)], `m${mailId}`);
  const head = [
    `Received: from mx.home.example (mx.home.example [192.0.2.7]) by mx.desk.example; Tue, 17 Nov 2026 09:12:44 +0000`,
    `From: ${name} <${address}>`,
    `To: Lantern support <${to}>`,
    `Subject: ${/^[\x20-\x7e]*$/.test(subject) ? subject : `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`}`,
    `Date: Tue, 17 Nov 2026 09:12:40 +0000`,
    `Message-ID: <${mailId}>`,
    ...(references.length > 0
      ? [`In-Reply-To: <${references.at(-1)}>`, `References: ${references.map((id) => `<${id}>`).join("\r\n ")}`]
      : []),
    "MIME-Version: 1.0",
  ];
  return { raw: Buffer.from(`${head.join("\r\n")}\r\n${body}\r\n`), from: address, mailId };
}

const part = (type: string, bytes: Buffer): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(bytes.toString("base64"))}`;

function multipart(kind: string, parts: readonly string[], seed: string): string {
  const boundary = `=_${createHash("sha256").update(seed).digest("hex").slice(0, 24)}`;
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${parts.map((each) => `--${boundary}\r\n${each}\r\n`).join("")}--${boundary}--`;
}

/** Random bytes behind the mark of a JPEG: nobody decodes them here. */
function picture(chance: Chance): string {
  const bytes = Buffer.alloc(PICTURE_BYTES);
  for (let i = 0; i < bytes.length; i += 4) bytes.writeUInt32LE(Math.floor(chance.next() * 4_294_967_296), i);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const name = `photo-${chance.below(10_000)}.jpg`;
  return `Content-Disposition: attachment; filename="${name}"\r\n${part(`image/jpeg; name="${name}"`, bytes)}`;
}

const lines = (text: string): string => text.match(new RegExp(`.{1,${LINE}}`, "g"))?.join("\r\n") ?? "";

/** As mail programs write it, quoted history in a blockquote. */
export function htmlOf(text: string): string {
  const escaped = (line: string) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const own: string[] = [];
  const quoted: string[] = [];
  for (const line of text.split("\n")) (line.startsWith("> ") ? quoted : own).push(escaped(line.replace(/^> /, "")));
  const paragraphs = own
    .join("\n")
    .split("\n\n")
    .map((each) => `<p style="margin:0 0 12px">${each.replaceAll("\n", "<br>")}</p>`);
  const history =
    quoted.length > 0
      ? `<blockquote type="cite" style="border-left:1px solid #ccc;padding-left:8px">${quoted.join("<br>")}</blockquote>`
      : "";
  return `<html><head><style>p{font-family:sans-serif}</style></head><body><div dir="auto">${paragraphs.join("")}${history}</div></body></html>`;
}
