/**
 * Writes one mail as bytes: text and HTML, attachments, inline pictures, threading headers. The same parts and the same seed
 * give the same bytes for ever, so that a mail can be frozen before it is sent. Chooses no words and signs nothing.
 */
import { createHash } from "node:crypto";
import MailComposer, { type MailComposerAttachment } from "nodemailer/lib/mail-composer";
import { isSendableAddress, type MailAddress } from "./mail-address.ts";

export interface MailAttachment {
  readonly filename: string;
  /** `image/png`; anything that is not a plain type goes out as `application/octet-stream`. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Given for a picture that the HTML shows by `cid:…`; without angle brackets. */
  readonly cid?: string;
}

export interface MailParts {
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  /** Where answers go, usually a plus-address. */
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly MailAttachment[];
  /** With angle brackets, ours: it is what answers will be recognised by. */
  readonly messageId: string;
  /** With angle brackets; what is not a message id is left out. */
  readonly inReplyTo?: string;
  /** Oldest first. The first and the last 20 are kept: the thread's root and its newest branch. */
  readonly references?: readonly string[];
  readonly date: Date;
  /** "reply" answers a mail by itself, "notice" starts by itself; a person's mail has neither (RFC 3834 §5). */
  readonly automatic?: "reply" | "notice";
  /** Further header lines, such as `X-Heard-…`. The ones that this function writes cannot be given here. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  /** Anything that is this mail's own and never changes, such as its id. Boundaries are made of it. */
  readonly seed: string;
}

export interface ComposedMail {
  readonly raw: Uint8Array;
  readonly messageId: string;
}

const LINE_END = Buffer.from("\r\n");
const KEPT_REFERENCES = 20;
const MESSAGE_ID = /^<[^\s<>@]{1,200}@[^\s<>@]{1,200}>$/;
const PLAIN_TYPE = /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,80}$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;
const OWN_HEADERS = new Set(
  (
    "from sender to cc bcc reply-to subject date message-id in-reply-to references mime-version content-type " +
    "content-transfer-encoding content-disposition content-id return-path auto-submitted x-auto-response-suppress precedence"
  ).split(" "),
);

/** Text fit for a header line: every line break and control character becomes a space. */
function headerText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
      .toWellFormed()
      .trim()
  );
}

/** @throws when it is not a message id: ours are made by us, so this is a bug and not a matter of input. */
function ownMessageId(id: string): string {
  if (!MESSAGE_ID.test(id)) throw new Error(`Not a Message-ID: ${JSON.stringify(id)}`);
  return id;
}

/** @throws when the address cannot stand in a header; the desk asks `isSendableAddress` before it gets here. */
function addressFor({ name, address }: MailAddress): { name: string; address: string } {
  if (!isSendableAddress(address)) throw new Error(`Not an address we can write to: ${JSON.stringify(address)}`);
  return {
    name: headerText(name ?? "")
      .slice(0, 200)
      .toWellFormed(),
    address,
  };
}

/** RFC 5322 §3.6.4 wants the whole chain; servers that cut long headers would cut its newest part, so we cut the middle. */
function threadOf(references: readonly string[]): string[] {
  const ids = [...new Set(references.filter((id) => MESSAGE_ID.test(id)))];
  return ids.length <= KEPT_REFERENCES + 1 ? ids : [...ids.slice(0, 1), ...ids.slice(-KEPT_REFERENCES)];
}

/** Mail lines end in CRLF; a lone CR or LF would be changed on the way and break the frozen bytes. */
function mailLines(text: string): string {
  return text.toWellFormed().replace(/\r\n?|\n/g, "\r\n");
}

function attachmentFor({ filename, contentType, bytes, cid }: MailAttachment): MailComposerAttachment {
  const type = contentType.toLowerCase().split(";", 1)[0]?.trim() ?? "";
  // A message/* part may not be encoded (RFC 2046 §5.2.1), which would leave strangers' line ends bare in our mail.
  const safeType = PLAIN_TYPE.test(type) && !/^(?:message|multipart)\//.test(type) ? type : "application/octet-stream";
  const safeCid = cid?.replace(/[^A-Za-z0-9.@_+-]/g, "").slice(0, 200);
  return {
    filename: headerText(filename).replace(/[/\\]/g, "_").slice(0, 200).toWellFormed() || "attachment",
    contentType: safeType,
    contentTransferEncoding: "base64",
    content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ...(safeCid ? { cid: safeCid, contentDisposition: "inline" } : { contentDisposition: "attachment" }),
  };
}

function furtherHeaders({ headers = [], automatic }: MailParts): { key: string; value: string }[] {
  const given = headers
    .filter(({ name }) => HEADER_NAME.test(name) && !OWN_HEADERS.has(name.toLowerCase()))
    .map(({ name, value }) => ({ key: name, value: headerText(value) }));
  if (automatic === undefined) return given;
  return [
    ...given,
    { key: "Auto-Submitted", value: automatic === "reply" ? "auto-replied" : "auto-generated" },
    { key: "X-Auto-Response-Suppress", value: "All" },
    { key: "Precedence", value: "bulk" },
  ];
}

/** Never reads a file or an address on the network, whatever the parts say. */
export async function composeMail(parts: MailParts): Promise<ComposedMail> {
  const messageId = ownMessageId(parts.messageId);
  const inReplyTo = parts.inReplyTo !== undefined && MESSAGE_ID.test(parts.inReplyTo) ? parts.inReplyTo : undefined;
  const references = threadOf([...(parts.references ?? []), ...(inReplyTo === undefined ? [] : [inReplyTo])]);
  const composer = new MailComposer({
    from: addressFor(parts.from),
    to: parts.to.map(addressFor),
    ...(parts.cc?.length ? { cc: parts.cc.map(addressFor) } : {}),
    ...(parts.replyTo === undefined ? {} : { replyTo: addressFor(parts.replyTo) }),
    subject: headerText(parts.subject).slice(0, 900).toWellFormed(),
    text: mailLines(parts.text) || "\r\n",
    ...(parts.html === undefined ? {} : { html: mailLines(parts.html) }),
    attachments: (parts.attachments ?? []).map(attachmentFor),
    messageId,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references.length === 0 ? {} : { references }),
    date: parts.date,
    headers: furtherHeaders(parts),
    baseBoundary: createHash("sha256").update(parts.seed).digest("hex").slice(0, 24),
    boundaryPrefix: "=_heard",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  // A mail ends in a line end on the wire (RFC 5321 §4.1.1.4); frozen so, it arrives as it was frozen.
  return { raw: raw.subarray(-2).equals(LINE_END) ? raw : Buffer.concat([raw, LINE_END]), messageId };
}
