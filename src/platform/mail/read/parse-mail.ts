/**
 * Reads one raw mail into what the desk needs. Pure: the same bytes give the same result, nothing is fetched or stored.
 * It never throws; what could not be understood is said in `problems` and the mail is shown all the same.
 * Time and memory are limited by the worker that calls it (pool.ts), not here.
 */
import { readAddresses, readMessageIds, readSender } from "./addresses.ts";
import { readBounce } from "./bounce.ts";
import { decodeHeaderWords, decodeUnlabelled } from "./charset.ts";
import { classify } from "./classify.ts";
import { foldText } from "./fold-text.ts";
import { decoded, headerValue, headerValues, readHeaders } from "./headers.ts";
import { normalise } from "./normalise.ts";
import type { ParsedMail } from "./parsed-mail.ts";
import { readAttachments } from "./read-attachments.ts";
import { readHtmlBody } from "./read-html-body.ts";
import { type MailParts, readParts } from "./read-parts.ts";

/** @param raw the mail as it came over the wire or lay in a file, any line ends, with or without an mbox "From " line. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  try {
    return await readMail(raw);
  } catch (error) {
    return notUnderstood(raw, error);
  }
}

/** The last net: a mistake of ours must not hide a customer's mail. The tests make sure that no mail falls into it. */
function notUnderstood(raw: Uint8Array, error: unknown): ParsedMail {
  const text = decodeUnlabelled(raw.subarray(0, 200_000)).replaceAll("\0", "").toWellFormed();
  const reason = error instanceof Error ? error.message : "unknown";
  return {
    headers: [],
    inReplyTo: [],
    references: [],
    replyTo: [],
    to: [],
    cc: [],
    bcc: [],
    subject: "",
    text,
    reply: text,
    folded: "",
    quotedInReply: [],
    hasRemoteImages: false,
    attachments: [],
    class: "automatic",
    mayAnswerAutomatically: false,
    why: ["The mail could not be understood."],
    problems: [`${NOT_UNDERSTOOD} (${reason}); it is shown as it came.`],
  };
}

/** How the sentence begins that says so. */
export const NOT_UNDERSTOOD = "The mail could not be understood";

async function readMail(raw: Uint8Array): Promise<ParsedMail> {
  const normal = normalise(raw);
  const block = readHeaders(normal.bytes);
  const parts = await readParts(normal.bytes, block.headers, block.bodyStart);
  const problems = [...normal.problems, ...block.problems, ...parts.problems];
  if (raw.length === 0) problems.push("The mail is empty.");
  const body = readBody(parts, problems);
  const headers = block.headers;
  const one = (name: string) => headerValue(headers, name);
  const sender = readSender(headers);
  if (sender.problem) problems.push(sender.problem);
  const messageId = readMessageIds(one("message-id") ?? one("x-message-id") ?? one("resent-message-id"))[0];
  if (!messageId) problems.push("The mail has no Message-ID.");
  const subject = decodeHeaderWords(one("subject") ?? "")
    .replace(/\s+/g, " ")
    .trim();
  const returnPath = readReturnPath(headers);
  const sentAt = readDate(one("date"));
  if (!sentAt && one("date")) problems.push("The Date header could not be read.");
  const senderAddress = readAddresses(one("sender"))[0];
  const replyTo = headerValues(headers, "reply-to").flatMap(readAddresses);
  const basics = { headers, subject, replyTo, text: body.text, ...(sender.from ? { from: sender.from } : {}) };
  const bounce = readBounce({ ...basics, parts: parts.parts });
  const verdict = classify({ ...basics, bounce, ...(returnPath === undefined ? {} : { returnPath }) });
  const mail = {
    headers: decoded(headers),
    inReplyTo: readMessageIds(one("in-reply-to")),
    references: headerValues(headers, "references").flatMap(readMessageIds),
    replyTo,
    to: headerValues(headers, "to").flatMap(readAddresses),
    cc: headerValues(headers, "cc").flatMap(readAddresses),
    bcc: headerValues(headers, "bcc").flatMap(readAddresses),
    subject,
    ...body,
    ...verdict,
    problems,
  };
  return {
    ...mail,
    ...(messageId ? { messageId } : {}),
    ...(sender.from ? { from: sender.from } : {}),
    ...(senderAddress ? { sender: senderAddress } : {}),
    ...(returnPath === undefined ? {} : { returnPath }),
    ...(sentAt ? { sentAt } : {}),
    ...(bounce ? { bounce } : {}),
  };
}

type Body = Pick<
  ParsedMail,
  | "text"
  | "reply"
  | "folded"
  | "quotedInReply"
  | "html"
  | "replyHtml"
  | "foldedHtml"
  | "hasRemoteImages"
  | "attachments"
>;

function readBody(parts: MailParts, problems: string[]): Body {
  const first = readAttachments(parts.parts, parts.html);
  problems.push(...first.problems);
  const rawHtml = parts.html || first.winmailHtml;
  const plain = parts.text.trim() === "" ? first.winmailText : parts.text;
  if (rawHtml.trim() === "") {
    const text = plain.trim() === "" ? first.calendarText : plain;
    return { ...foldText(text), text, hasRemoteImages: false, attachments: first.attachments };
  }
  const html = readHtmlBody(rawHtml, plain);
  problems.push(...html.problems);
  const { attachments } = readAttachments(parts.parts, html.html);
  return {
    text: html.text,
    reply: html.reply,
    folded: html.folded,
    quotedInReply: html.quotedInReply,
    hasRemoteImages: html.hasRemoteImages,
    attachments,
    ...(html.html ? { html: html.html, replyHtml: html.replyHtml, foldedHtml: html.foldedHtml } : {}),
  };
}

/** "" for the null return path, which is what automatic mail and bounces carry (RFC 5321 §4.5.5). */
function readReturnPath(headers: Parameters<typeof headerValue>[0]): string | undefined {
  const value = headerValue(headers, "return-path") ?? headerValue(headers, "x-envelope-from");
  if (value === undefined) return undefined;
  if (/^<?\s*>?$/.test(value)) return "";
  return readAddresses(value)[0]?.address ?? (/^<?\s*mailer-daemon/i.test(value) ? "" : undefined);
}

function readDate(value: string | undefined): Date | undefined {
  if (!value) return undefined;
  const tries = [
    value,
    value.replace(/\([^()]{0,100}\)/g, "").trim(),
    value.replace(/^[a-z]{2,12}[,.]?\s+/i, "").replace(/\s+[a-z]{1,5}$/i, ""),
  ];
  for (const text of tries) {
    const date = new Date(text.slice(0, 200));
    const year = date.getUTCFullYear();
    if (year >= 1980 && year <= 2100) return date;
  }
  return undefined;
}
