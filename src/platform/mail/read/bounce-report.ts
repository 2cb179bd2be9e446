/**
 * Takes a delivery report apart: the machine-readable fields of RFC 3464 and RFC 5965 wherever they stand (as a part, or
 * in the text of servers that know no MIME), the sentences meant for people, and the headers of the mail that failed.
 */

import { sesBlocks } from "./bounce-json.ts";
import { decodeUnlabelled } from "./charset.ts";
import { headerValue, readHeaders } from "./headers.ts";
import type { MailAddress, MailHeader } from "./parsed-mail.ts";
import type { RawPart } from "./read-parts.ts";

export interface BounceInput {
  readonly headers: readonly MailHeader[];
  readonly subject: string;
  readonly text: string;
  readonly from?: MailAddress;
  readonly parts: readonly RawPart[];
}

/** The fields of one recipient. Names in lower case. */
export type StatusBlock = ReadonlyMap<string, string>;

export interface BounceReport {
  /** One block per recipient, those that failed or are late. */
  readonly failed: readonly StatusBlock[];
  /** Blocks of recipients that were reached. */
  readonly reached: readonly StatusBlock[];
  /** A feedback report (RFC 5965): a recipient pressed "this is spam". */
  readonly isFeedback: boolean;
  /** A delivery-status or feedback part with fields in it. */
  readonly isStandard: boolean;
  /** What the server says to people, without the original mail. */
  readonly words: string;
  readonly originalHeaders: readonly MailHeader[];
  /** Words, fields and original, for searches of last resort. At most a few hundred kB. */
  readonly everything: string;
}

const MAX_PART = 200_000;
/** No server says so much before it comes to the original mail. */
const MAX_LINES = 5000;
const STATUS_PART = /^message\/(?:global-)?delivery-status$/;
const ORIGINAL_PART =
  /^(?:message\/(?:global|rfc822)|text\/rfc822-headers|message\/(?:global-)?headers|message\/partial)$/;

export function readBounceReport(mail: BounceInput): BounceReport {
  const texts = mail.parts.map((part) => ({ type: part.type, text: partText(part.content) }));
  const status = texts.filter(({ type }) => STATUS_PART.test(type)).map(({ text }) => text);
  const feedback = texts.filter(({ type }) => type === "message/feedback-report").map(({ text }) => text);
  const original = texts.find(({ type, text }) => ORIGINAL_PART.test(type) && text.trim() !== "")?.text;
  const loose = texts.filter(({ type }) => /^text\//.test(type) && !ORIGINAL_PART.test(type)).map(({ text }) => text);
  const body = [mail.text.slice(0, MAX_PART), ...loose].join("\n");
  const { words, rest } = apart(body);
  const json = sesBlocks(body);
  const fields = [status.join("\n\n"), body, original ?? ""].find((text) =>
    /^[ \t>]{0,4}(?:final|original)-recipient[ \t]{0,3}:/im.test(text),
  );
  const blocks = json.blocks.length > 0 ? json.blocks : fields === undefined ? [] : blocksOf(fields);
  const recipients = blocks.filter(
    (block) =>
      block.has("final-recipient") || block.has("original-recipient") || (block.has("action") && block.has("status")),
  );
  const originalHeaders = readHeaders(new TextEncoder().encode(stripped(original ?? rest))).headers;
  const feedbackBlocks = feedback.flatMap(blocksOf);
  return {
    failed: recipients.filter((block) => !isReached(block)),
    reached: recipients.filter(isReached),
    isFeedback:
      json.isComplaint ||
      feedbackBlocks.some((block) => block.has("feedback-type")) ||
      isMicrosoftComplaint(mail, original),
    isStandard: recipients.some((block) => !isReached(block)) && status.length > 0,
    words,
    originalHeaders:
      headerValue(originalHeaders, "from") || headerValue(originalHeaders, "to") || original ? originalHeaders : [],
    everything: [words, ...status, ...feedback, original ?? rest].join("\n").slice(0, MAX_PART * 2),
  };
}

/** Microsoft's junk mail reports carry no fields, only this subject and the mail. */
function isMicrosoftComplaint(mail: BounceInput, original: string | undefined): boolean {
  return original !== undefined && /^\s*complaint about message from [\d.:a-f]{7,45}\s*$/i.test(mail.subject);
}

function isReached(block: StatusBlock): boolean {
  const action = block.get("action")?.toLowerCase() ?? "";
  return /^(?:delivered|relayed|expanded)/.test(action) || (action === "" && /^2\./.test(block.get("status") ?? ""));
}

function partText(content: Uint8Array): string {
  return decodeUnlabelled(content.subarray(0, MAX_PART)).replace(/\r\n?/g, "\n");
}

/** Leading blank lines and quote marks before the headers of the original. */
function stripped(text: string): string {
  const lines = text.slice(0, 60_000).replace(/^\s+/, "").split("\n");
  return lines[0]?.startsWith(">") ? lines.map((line) => line.replace(/^>\s?/, "")).join("\n") : lines.join("\n");
}

const FIELD =
  /^[ \t]{0,4}(original-recipient|final-recipient|action|status|remote-mta|diagnostic-code|x-actual-recipient|x-display-name|reporting-mta|will-retry-until|feedback-type|original-rcpt-to|removal-recipient|original-mail-from|arrival-date|last-attempt-date|x-postfix-sender|x-smtp-[a-z-]{1,30}|x-supplementary-info|x-original-message-id)[ \t]{0,3}:[ \t]{0,10}([^\n]{0,4000})$/i;

/** Blocks of fields, divided by blank lines or by the next recipient. */
function blocksOf(text: string): Map<string, string>[] {
  const blocks: Map<string, string>[] = [];
  let block = new Map<string, string>();
  let last = "";
  for (const line of text.split("\n")) {
    const field = FIELD.exec(line);
    if (field) {
      const name = (field[1] as string).toLowerCase();
      if (name === "final-recipient" && block.has(name)) block = started();
      if (!block.has(name)) block.set(name, (field[2] as string).trim());
      last = name;
    } else if (/^[ \t]+\S/.test(line) && last !== "") {
      block.set(last, `${block.get(last) ?? ""} ${line.trim()}`.slice(0, 4000));
    } else {
      if (line.trim() === "" && block.has("final-recipient") && (block.has("action") || block.has("status")))
        block = started();
      last = "";
    }
  }
  if (block.size > 0) blocks.push(block);
  return blocks;

  function started(): Map<string, string> {
    blocks.push(block);
    return new Map();
  }
}

const ORIGINAL_FOLLOWS =
  /^[ \t>]{0,4}(?:-{2,}|={3,}|\*{3,}|_{3,}|#{3,})?\s{0,3}(?:(?:the )?(?:text of the |header[s]? of the |body of the |copy of (?:the|your) )?(?:original|returned|undelivered|undeliverable|unsent|bounced|your|rejected) (?:message|mail|e-?mail)(?: headers?| header section| text)?\b[^\n]{0,80}|this is a copy of (?:the|your) message[^\n]{0,80}|below (?:this line )?is (?:a|the) (?:copy|original)[^\n]{0,80}|message header[s]?(?: follows?)?|(?:the )?header of the original[^\n]{0,60}|received message[^\n]{0,40}|original headers?[^\n]{0,40}|forwarded message|included is a copy[^\n]{0,80}|text of your message follows[^\n]{0,40}|unsent message (?:below|follows)[^\n]{0,20})\s{0,3}[:.]?\s{0,3}(?:-{2,}|={3,}|\*{3,}|_{3,}|#{3,})?\s{0,5}$/i;
const ORIGINAL_HEADER =
  /^[ \t>]{0,4}(?:return-path|received|from|to|subject|date|message-id|mime-version|content-type|x-mailer|reply-to|delivered-to|dkim-signature)[ \t]{0,2}:[ \t]?\S/i;

/** The words of the server, and the original mail where its text is simply pasted below them. */
function apart(body: string): { words: string; rest: string } {
  const lines = body.split("\n");
  const last = Math.min(lines.length, MAX_LINES);
  let announced = -1;
  for (let i = 0; i < last; i++) {
    const line = lines[i] as string;
    if (line.length < 200 && ORIGINAL_FOLLOWS.test(line)) announced = i;
    if (!ORIGINAL_HEADER.test(line)) continue;
    let count = 0;
    for (let n = i; n < lines.length && n < i + 40; n++) {
      if ((lines[n] as string).trim() === "" && count > 1) break;
      if (ORIGINAL_HEADER.test(lines[n] as string)) count++;
    }
    if (count >= 3) {
      const cut = announced >= 0 && i - announced <= 4 ? announced : i;
      const rest = lines.slice(i).join("\n");
      const goesOn =
        /final-recipient|diagnostic[- ]code\s*:|did not reach|(?:could|can) ?not be delivered|recipient address\s*:/i.test(
          rest.slice(0, 3000),
        );
      return { words: goesOn ? body : lines.slice(0, cut).join("\n"), rest };
    }
  }
  return { words: body, rest: "" };
}
