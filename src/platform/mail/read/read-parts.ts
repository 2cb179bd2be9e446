/**
 * Takes a normalised mail apart with postal-mime and repairs what the library leaves: missing charsets, UTF-7, bodies
 * that no part claims. Every byte of text ends up in `text`, `html` or an attachment, whatever the structure looks like.
 */
import PostalMime, { type Attachment } from "postal-mime";
import { decodeUnlabelled, decodeUtf7, repairDoubleDecoded } from "./charset.ts";
import { headerValue, readHeaders } from "./headers.ts";
import type { MailHeader } from "./parsed-mail.ts";

const MAX_TEXT = 2_000_000;

export interface RawPart {
  readonly name: string | null;
  /** As claimed by the mail, lower case. */
  readonly type: string;
  readonly disposition: string;
  readonly contentId?: string;
  readonly content: Uint8Array;
}

export interface MailParts {
  readonly text: string;
  readonly html: string;
  readonly parts: readonly RawPart[];
  readonly problems: readonly string[];
}

/** @param bytes a normalised mail (see normalise.ts). */
export async function readParts(
  bytes: Uint8Array,
  headers: readonly MailHeader[],
  bodyStart: number,
): Promise<MailParts> {
  const problems: string[] = [];
  const body = bytes.subarray(bodyStart);
  if (headers.length === 0)
    return { text: bodyText(decodeUnlabelled(body), false, problems), html: "", parts: [], problems };
  try {
    const mail = await PostalMime.parse(
      labelled(withBoundary(parted(bytes, bodyStart), headers, bodyStart), headers, body),
      {
        forceRfc822Attachments: true,
        maxNestingDepth: 400,
        maxHeadersSize: 64 * 1024 * 1024,
      },
    );
    const utf7 = UTF7_CHARSET.test(
      Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200_000)).toString("latin1"),
    );
    let text = bodyText(mail.text ?? "", utf7, problems);
    let html = bodyText(mail.html ?? "", utf7, problems);
    const parts = mail.attachments.map(rawPart);
    if (text.trim() === "" && html.trim() === "" && parts.length === 0 && body.some((byte) => byte > 32)) {
      text = decodeUnlabelled(body).slice(0, MAX_TEXT);
      problems.push("The parts of this mail could not be told apart; its body is shown as it came.");
    } else if (text.trim() === "" && html.trim() === "") {
      ({ text, html } = await insideOf(parts, problems));
    }
    return { text, html, parts, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    problems.push(`The structure of this mail is broken (${reason}); its body is shown as it came.`);
    return { text: decodeUnlabelled(body.subarray(0, MAX_TEXT)), html: "", parts: [], problems };
  }
}

const UTF7_CHARSET = /charset\s{0,5}=\s{0,5}"?(?:unicode-1-1-|x-)?utf-7/i;

function bodyText(given: string, utf7: boolean, problems: string[]): string {
  let text = utf7 ? decodeUtf7(given) : repairDoubleDecoded(given);
  if (text.length > MAX_TEXT * 2) {
    problems.push(`The text had ${text.length} characters; the first ${MAX_TEXT * 2} are shown.`);
    text = text.slice(0, MAX_TEXT * 2);
  }
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}|\ufeff/gu, "")
    .toWellFormed();
}

/** The mail with the blank line between headers and text that it should have had. */
function parted(bytes: Uint8Array, bodyStart: number): Uint8Array {
  if (bodyStart < 2 || bodyStart >= bytes.length || (bytes[bodyStart - 1] === 10 && bytes[bodyStart - 2] === 10))
    return bytes;
  return Buffer.concat([bytes.subarray(0, bodyStart), Buffer.from("\n"), bytes.subarray(bodyStart)]);
}

/** Repairs headers that would hide the parts: a boundary on a line of its own that is not folded, or none at all. */
function withBoundary(bytes: Uint8Array, headers: readonly MailHeader[], bodyStart: number): Uint8Array {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = headerValue(headers, "content-type") ?? "";
  if (!/^\s*multipart\//i.test(type)) return bytes;
  const loose = raw.indexOf(";\nboundary=") >= 0;
  const named = /boundary\s{0,3}=/i.test(type) || loose;
  if (!loose && named) return bytes;
  const text = raw.toString("latin1").replaceAll(";\nboundary=", ";\n boundary=");
  if (named) return Buffer.from(text, "latin1");
  const boundary = /^--([^\s-][^\n]{0,100}|-[^\n]{1,100}[^-\s])[ \t]*\n(?:content-|\n)/im
    .exec(text.slice(bodyStart, bodyStart + 20_000))?.[1]
    ?.trim();
  if (!boundary || boundary.includes('"')) return bytes;
  const kept = headers
    .filter((header) => !/^content-type$/i.test(header.name))
    .map(({ name, value }) => `${name}: ${value}\n`);
  const head = Buffer.from(`${kept.join("")}Content-Type: multipart/mixed; boundary="${boundary}"\n\n`, "utf8");
  return Buffer.concat([head, raw.subarray(bodyStart)]);
}

/** A single-part mail that carries eight-bit bytes without a charset that fits gets them as UTF-8. */
function labelled(bytes: Uint8Array, headers: readonly MailHeader[], body: Uint8Array): Uint8Array {
  const type = headerValue(headers, "content-type") ?? "";
  const charset = /charset\s{0,5}=\s{0,5}"?([^\s;"]{1,40})/i.exec(type)?.[1]?.toLowerCase() ?? "";
  if (
    /^multipart\//i.test(type) ||
    !["", "us-ascii", "utf-8", "utf8", "unknown-8bit", "x-unknown", "default"].includes(charset)
  ) {
    return bytes;
  }
  if (/base64|quoted-printable/i.test(headerValue(headers, "content-transfer-encoding") ?? "")) return bytes;
  const japanese =
    body.indexOf(0x1b) >= 0 && (includes(body, [0x1b, 0x24, 0x42]) || includes(body, [0x1b, 0x24, 0x40]));
  if (!japanese && !body.some((byte) => byte > 127)) return bytes;
  const text = japanese ? new TextDecoder("iso-2022-jp").decode(body) : decodeUnlabelled(body);
  const kept = headers.filter((header) => !/^content-(?:type|transfer-encoding)$/i.test(header.name));
  const main = /^\s*([\w.+-]{1,60}\/[\w.+-]{1,60})/.exec(type)?.[1] ?? "text/plain";
  const head = kept.map((header) => `${header.name}: ${header.value}\n`).join("");
  return Buffer.from(`${head}Content-Type: ${main}; charset=utf-8\n\n${text}`, "utf8");
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(wanted));
}

function rawPart(attachment: Attachment): RawPart {
  const content = attachment.content;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  const contentId = attachment.contentId?.replace(/^[\s<]+|[\s>]+$/g, "");
  return {
    name: attachment.filename,
    type: attachment.mimeType || "application/octet-stream",
    disposition: attachment.disposition ?? "",
    content: bytes,
    ...(contentId ? { contentId } : {}),
  };
}

/** A mail without a body of its own shows the body of the mail it carries. */
async function insideOf(parts: readonly RawPart[], problems: string[]): Promise<{ text: string; html: string }> {
  const inner = parts.find((part) => part.type === "message/rfc822");
  if (!inner) return { text: "", html: "" };
  try {
    const mail = await PostalMime.parse(inner.content, { forceRfc822Attachments: true, maxNestingDepth: 100 });
    const { headers } = readHeaders(inner.content);
    const shown = ["From", "Date", "Subject", "To"].map((name) => [name, headerValue(headers, name)] as const);
    const head = shown.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`);
    const text = bodyText(mail.text ?? "", false, problems);
    if (text.trim() === "") return { text: "", html: bodyText(mail.html ?? "", false, problems) };
    return { text: [...head, "", text].join("\n"), html: "" };
  } catch {
    return { text: "", html: "" };
  }
}
