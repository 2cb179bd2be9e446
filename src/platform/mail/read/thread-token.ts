/**
 * Our own signed names: the Message-IDs of what we send, the plus-addresses that customers answer to, and the return
 * paths that bounces come back to. Each carries a number and a signature, so that a forged one opens nothing. What a token
 * allows is decided by the desk; this file only makes and checks them. Lower case only: some servers fold case.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

export type TokenSecret = string | Uint8Array;
export type TokenKind = "message-id" | "plus-address" | "return-path";

export interface CheckedToken {
  readonly kind: TokenKind;
  readonly conversationId?: number;
  readonly messageId?: number;
  readonly trusted: boolean;
}

/** 100 bits for Message-IDs, 80 for addresses, whose local part may hold 64 characters only (RFC 5321 §4.5.3.1.1). */
const ID_SIGNATURE = 20;
const ADDRESS_SIGNATURE = 16;
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** `<heard.{conversation}.{message}.{signature}@domain>`, with its angle brackets. */
export function makeMessageId(of: {
  conversationId: number;
  messageId: number;
  domain: string;
  secret: TokenSecret;
}): string {
  const numbers = `${whole(of.conversationId)}.${whole(of.messageId)}`;
  return `<heard.${numbers}.${sign("message-id", numbers, of.secret, ID_SIGNATURE)}@${of.domain.toLowerCase()}>`;
}

/** `help+c{conversation}.{signature}@example.org` for a mailbox `help@example.org`. */
export function makePlusAddress(mailboxAddress: string, conversationId: number, secret: TokenSecret): string {
  const number = whole(conversationId);
  return tagged(mailboxAddress, `c${number}.${sign("plus-address", number, secret, ADDRESS_SIGNATURE)}`);
}

/** `help+b{message}.{signature}@example.org`: where a bounce of this message goes, whatever it leaves out. */
export function makeReturnPath(mailboxAddress: string, messageId: number, secret: TokenSecret): string {
  const number = whole(messageId);
  return tagged(mailboxAddress, `b${number}.${sign("return-path", number, secret, ADDRESS_SIGNATURE)}`);
}

const MESSAGE_ID = /^<?heard\.(\d{1,15})\.(\d{1,15})\.([0-9a-z]{1,64})@[^\s<>@]{1,253}>?$/i;
const ADDRESS = /^<?[^\s<>@]{1,64}\+([cb])(\d{1,15})\.([0-9a-z]{1,64})@[^\s<>@]{1,253}>?$/i;

/** Undefined where the text has not the form of one of our tokens. Compares in constant time. */
export function checkToken(text: string, secret: TokenSecret): CheckedToken | undefined {
  const id = MESSAGE_ID.exec(text);
  if (id) {
    const numbers = `${id[1]}.${id[2]}`;
    const trusted = same(id[3] as string, sign("message-id", numbers, secret, ID_SIGNATURE));
    return { kind: "message-id", conversationId: Number(id[1]), messageId: Number(id[2]), trusted };
  }
  const address = ADDRESS.exec(text);
  if (!address) return undefined;
  const [, letter, number = "", signature = ""] = address;
  if (letter?.toLowerCase() === "c") {
    const trusted = same(signature, sign("plus-address", number, secret, ADDRESS_SIGNATURE));
    return { kind: "plus-address", conversationId: Number(number), trusted };
  }
  return {
    kind: "return-path",
    messageId: Number(number),
    trusted: same(signature, sign("return-path", number, secret, ADDRESS_SIGNATURE)),
  };
}

function whole(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`A token needs a whole number, not ${number}.`);
  return String(number);
}

function tagged(mailboxAddress: string, tag: string): string {
  const at = mailboxAddress.lastIndexOf("@");
  return `${mailboxAddress.slice(0, at)}+${tag}${mailboxAddress.slice(at)}`;
}

/** HMAC-SHA256 over kind and numbers, cut and written in base 32. */
function sign(kind: TokenKind, numbers: string, secret: TokenSecret, length: number): string {
  const digest = createHmac("sha256", secret).update(`heard:${kind}:${numbers}`).digest();
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of digest) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      text += LETTERS[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return text;
}

function same(given: string, wanted: string): boolean {
  const left = Buffer.from(given.toLowerCase().padEnd(64, " ").slice(0, 64));
  const right = Buffer.from(wanted.padEnd(64, " ").slice(0, 64));
  return timingSafeEqual(left, right);
}
