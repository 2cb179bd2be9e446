/**
 * Makes the mail of an outbound message: words, signature, quoted history, threading headers, attachments; and freezes it.
 * From here on every try sends these bytes under this Message-ID, so a mail can leave twice at worst, never in two wordings.
 */
import { DateTime } from "luxon";
import type { ConversationId, MessageId } from "../../kit/index.ts";
import { readBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { composeMail, makeMessageId, makePlusAddress, makeReturnPath } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { attachmentsOf, type Message, type NamedAddress } from "../../records/conversation/index.ts";
import type { Mailbox } from "../../records/mailbox/index.ts";
import { withPicturesInMail } from "./pictures-in-text.ts";

export interface MailToFreeze {
  readonly mailbox: Mailbox;
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  /** How the sender is named, e.g. "Ana at Lumen". */
  readonly fromName: string;
  readonly to: readonly NamedAddress[];
  readonly cc: readonly NamedAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Earlier messages of the thread, oldest first, for the threading headers. */
  readonly thread: readonly Message[];
  /** The same, when they are to be quoted below. */
  readonly quoted: readonly Message[];
  readonly automatic?: "reply";
}

export interface FrozenMail {
  readonly raw: Uint8Array;
  /** Without angle brackets. */
  readonly mailId: string;
  readonly returnPath: string;
  /** The quoted history as it went out: what the desk folds away. */
  readonly quotedText: string;
  readonly quotedHtml: string;
}

/** How many earlier messages are quoted. More only makes mails that nobody scrolls through. */
const MOST_QUOTED = 5;

/** The newest messages that people wrote to each other. */
export const quotable = (messages: readonly Message[]): Message[] =>
  messages.filter((message) => message.kind !== "note" && !message.is_automatic).slice(-MOST_QUOTED);

export async function freezeMail(tx: Kysely<Tables>, desk: Desk, mail: MailToFreeze): Promise<FrozenMail> {
  const { mailbox, conversationId, messageId, thread } = mail;
  const secret = desk.keys.signing;
  const domain = mailbox.address.split("@")[1] ?? "localhost";
  const mailId = makeMessageId({ conversationId, messageId, domain, secret });
  const references = thread.flatMap((message) =>
    message.kind !== "note" && message.mail_id ? [`<${message.mail_id}>`] : [],
  );
  const answered =
    thread.findLast((message) => message.kind === "inbound" && message.mail_id) ??
    thread.findLast((message) => message.mail_id);
  const quoted = quote(quotable(mail.quoted), mailbox.time_zone);
  const attachments = [];
  const contentIds = new Map<number, string>();
  for (const row of (await attachmentsOf(tx, [messageId])).get(messageId) ?? []) {
    if (row.is_inline && row.content_id) contentIds.set(row.id, row.content_id);
    attachments.push({
      filename: row.name,
      contentType: row.type,
      bytes: await readBlob(tx, row.blob_hash),
      ...(row.is_inline && row.content_id ? { cid: row.content_id } : {}),
    });
  }
  // An answer to an address that the provider does not know is lost; our Message-ID holds the thread as well.
  const answersTo = mailbox.suffix_arrives ? makePlusAddress(mailbox.address, conversationId, secret) : mailbox.address;
  const { raw } = await composeMail({
    from: { name: mail.fromName, address: mailbox.address },
    to: mail.to,
    cc: mail.cc,
    replyTo: { name: mailbox.name, address: answersTo },
    subject: mail.subject,
    text: `${mail.text}${quoted.text}`,
    html: page(withPicturesInMail(`${mail.html}${quoted.html}`, contentIds)),
    attachments,
    messageId: mailId,
    ...(answered?.mail_id ? { inReplyTo: `<${answered.mail_id}>` } : {}),
    references,
    date: desk.now(),
    seed: mailId,
    ...(mail.automatic ? { automatic: mail.automatic } : {}),
  });
  const bouncesTo = mailbox.suffix_arrives ? makeReturnPath(mailbox.address, messageId, secret) : mailbox.address;
  const returnPath = mail.automatic ? "" : bouncesTo;
  return { raw, mailId: mailId.replace(/^<|>$/g, ""), returnPath, quotedText: quoted.text, quotedHtml: quoted.html };
}

/**
 * Each message quotes the one before it, as mail programs do: so every reader's program, and our own folding, knows where
 * the new words end. Automatic mail is not quoted; nobody needs to read it twice.
 */
function quote(messages: readonly Message[], timeZone: string): { text: string; html: string } {
  let text = "";
  let html = "";
  for (const message of messages) {
    const when = DateTime.fromJSDate(message.at, { zone: timeZone })
      .setLocale("en-GB")
      .toFormat("ccc, d LLL yyyy 'at' HH:mm");
    const line = `On ${when}, ${message.from_name || message.from_address} wrote:`;
    const words = `${message.reply_text.trim()}${text}`;
    const quotedWords = words.split("\n").map((each) => (each.startsWith(">") ? `>${each}` : `> ${each}`.trimEnd()));
    text = `\n\n${line}\n${quotedWords.join("\n")}`;
    html = `<div class="gmail_quote"><p>${escapeHtml(line)}</p><blockquote type="cite" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${textToHtml(message.reply_text.trim())}${html}</blockquote></div>`;
  }
  return { text, html };
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] as string);

/** Plain words as HTML: paragraphs and line breaks, nothing else. */
export const textToHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");

const page = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body style="font-family:Georgia,serif;font-size:16px;line-height:1.5">${body}</body></html>`;
