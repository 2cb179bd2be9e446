/**
 * Finds our own threading tokens in a mail, wherever mail programs and servers leave them, and says of each whether its
 * signature is right. Who may join a conversation is decided by the desk, which also looks at the sender.
 */
import { headerValues } from "./headers.ts";
import type { ParsedMail } from "./parsed-mail.ts";
import { checkToken, type TokenKind, type TokenSecret } from "./thread-token.ts";

export interface ThreadToken {
  readonly kind: TokenKind;
  readonly value: string;
  readonly conversationId?: number;
  readonly messageId?: number;
  readonly trusted: boolean;
  /** Where it was found and why it is trusted or not, in a sentence. */
  readonly why: string;
}

const MAX_TOKENS = 50;
const IN_TEXT =
  /heard\.\d{1,15}\.\d{1,15}\.[0-9a-z]{1,64}@[a-z0-9][a-z0-9.-]{0,252}|(?<![\w.+-])[^\s<>@"'(),:;[\]]{1,40}\+[cb]\d{1,15}\.[0-9a-z]{1,64}@[a-z0-9][a-z0-9.-]{0,252}/gi;
const ADDRESS_HEADERS = [
  "to",
  "cc",
  "bcc",
  "delivered-to",
  "x-original-to",
  "envelope-to",
  "x-envelope-to",
  "x-forwarded-to",
  "resent-to",
  "received",
];
const CARRIED = /^(?:message\/|text\/rfc822-headers|text\/plain)/;
const MAX_TEXT = 200_000;

/** Best first: trusted before untrusted, In-Reply-To before References before addresses before the body of a bounce. */
export function readTokens(mail: ParsedMail, secret: TokenSecret): ThreadToken[] {
  const found = new Map<string, ThreadToken>();
  const look = (text: string, where: string) => {
    for (const match of text.slice(0, MAX_TEXT).matchAll(IN_TEXT)) {
      const value = match[0].replace(/[.-]+$/, "");
      const token = checkToken(value, secret);
      if (!token || found.has(value.toLowerCase()) || found.size >= MAX_TOKENS) continue;
      const why = token.trusted
        ? `Found in ${where}; the signature is ours.`
        : `Found in ${where}; the signature is not ours.`;
      found.set(value.toLowerCase(), { ...token, value, why });
    }
  };
  look(mail.inReplyTo.join(" "), "In-Reply-To");
  look([...mail.references].reverse().join(" "), "References");
  for (const name of ADDRESS_HEADERS) look(headerValues(mail.headers, name).join(" "), name);
  if (mail.class === "bounce") {
    look(mail.bounce?.originalMessageId ?? "", "the mail that bounced");
    look(mail.text, "the text of the bounce");
    for (const part of mail.attachments) {
      if (CARRIED.test(part.type))
        look(Buffer.from(part.content.subarray(0, MAX_TEXT)).toString("latin1"), `the carried part ${part.name}`);
    }
  }
  return [...found.values()].sort((a, b) => Number(b.trusted) - Number(a.trusted));
}
