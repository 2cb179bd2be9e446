/**
 * Reads a header block that may be broken: no colon, no blank line, eight-bit bytes, a million lines. Linear, capped,
 * never throws. It gives names and values; what they mean is read elsewhere.
 */
import { decodeHeaderWords, decodeUnlabelled } from "./charset.ts";
import type { MailHeader } from "./parsed-mail.ts";

const MAX_HEADERS = 500;
const MAX_VALUE = 8000;
/** Bytes of header block that are looked at. What lies beyond is still in the raw mail. */
const MAX_BLOCK = 1_000_000;
/** One of these makes it a mail; "Note: …" at the top of a text does not. */
const KNOWN =
  /^(?:from|to|cc|bcc|subject|date|received|message-id|return-path|reply-to|sender|mime-version|content-type|content-transfer-encoding|delivered-to|x-[\w-]+|in-reply-to|references|auto-submitted|resent-[\w-]+|envelope-to|comments|keywords|list-[\w-]+)$/i;
const NAME = /^([!-9;-~]{1,120})[ \t]*:/;

export interface HeaderBlock {
  readonly headers: readonly MailHeader[];
  /** Byte offset where the body begins. */
  readonly bodyStart: number;
  readonly problems: readonly string[];
}

/** @param bytes a normalised mail or message part: lines end in LF. */
export function readHeaders(bytes: Uint8Array): HeaderBlock {
  const problems = new Set<string>();
  const found: { name: string; parts: Uint8Array[]; size: number }[] = [];
  let left = 0;
  let dropped = 0;
  let at = 0;
  while (at < bytes.length && at < MAX_BLOCK) {
    const end = lineEnd(bytes, at);
    if (end === at) return done(end + 1);
    const last = found.at(-1);
    const first = bytes[at];
    if ((first === 32 || first === 9) && last) {
      if (isBlank(bytes, at, end) && !continues(bytes, end + 1)) return done(end + 1);
      if (last.size < MAX_VALUE) last.parts.push(bytes.subarray(at, Math.min(end, at + MAX_VALUE)));
      last.size += end - at;
    } else {
      const name = NAME.exec(latin1(bytes, at, Math.min(end, at + 130)));
      if (name?.[1]) {
        if (found.length < MAX_HEADERS) {
          found.push({
            name: name[1],
            parts: [bytes.subarray(at + name[0].length, Math.min(end, at + MAX_VALUE))],
            size: end - at,
          });
        } else dropped++;
      } else if (found.length > 0 && !continues(bytes, end + 1)) {
        problems.add("The headers ran into the text without a blank line between them.");
        return done(at);
      } else {
        left++;
        if (left > 200) break;
      }
    }
    at = end + 1;
  }
  if (at >= MAX_BLOCK) problems.add("The headers were larger than a megabyte; only the first part was read.");
  return done(at);

  function done(bodyStart: number): HeaderBlock {
    if (!found.some(({ name }) => KNOWN.test(name)))
      return { headers: [], bodyStart: 0, problems: ["The mail has no headers; all of it is shown as text."] };
    if (left > 0) problems.add(`${left} lines among the headers were not headers.`);
    if (dropped > 0) problems.add(`Only the first ${MAX_HEADERS} of ${MAX_HEADERS + dropped} headers were kept.`);
    const headers = found.map(({ name, parts }) => ({ name, value: unfolded(parts) }));
    return { headers, bodyStart: Math.min(bodyStart, bytes.length), problems: [...problems] };
  }
}

/** True where the next line is a header or a folded line, so that a broken line in between does not end the block. */
function continues(bytes: Uint8Array, at: number): boolean {
  const end = lineEnd(bytes, at);
  if (end === at) return false;
  return NAME.test(latin1(bytes, at, Math.min(end, at + 130)));
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(10, from);
  return at < 0 ? bytes.length : at;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 32 && bytes[i] !== 9) return false;
  return true;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  if (from >= to) return "";
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from)).toString("latin1");
}

/** Unfolded as RFC 5322 §2.2.3, one space per fold, encoded words still encoded (addresses are split before decoding). */
function unfolded(parts: readonly Uint8Array[]): string {
  const text = parts.map((part) => decodeUnlabelled(part).trim()).join(" ");
  return text
    .slice(0, MAX_VALUE)
    .replace(/(?!\t)\p{Cc}/gu, " ")
    .trim();
}

/** Header names are compared without case. Undefined where the header is missing; the first one wins. */
export function headerValue(headers: readonly MailHeader[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}

export function headerValues(headers: readonly MailHeader[], name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter((header) => header.name.toLowerCase() === wanted).map((header) => header.value);
}

/** The same headers with their encoded words decoded, for people to read. */
export function decoded(headers: readonly MailHeader[]): MailHeader[] {
  return headers.map(({ name, value }) => ({ name, value: decodeHeaderWords(value) }));
}
