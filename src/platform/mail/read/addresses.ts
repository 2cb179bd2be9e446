/**
 * Reads address headers, whole or broken. A mail whose From cannot be understood still has a sender: Reply-To, Sender,
 * Return-Path or whatever looks like an address. It does not check that an address exists.
 */
import { addressParser } from "postal-mime";
import { decodeHeaderWords } from "./charset.ts";
import { headerValue, headerValues } from "./headers.ts";
import type { MailAddress, MailHeader } from "./parsed-mail.ts";

const MAX_ADDRESSES = 500;
const ADDRESS = /[^\s<>()[\]\\,;:"'@]{1,128}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/u;
const WHOLE_ADDRESS =
  /^(?:"[^"\\\r\n]{1,64}"|[^\s<>()[\]\\,;:"@]{1,128})@(?:[\p{L}\p{N}.-]{1,253}|\[[0-9a-fA-F:.]{2,60}\])$/u;

/** Every address in a header value; groups are opened, names decoded, things that are no address left out. */
export function readAddresses(value: string | undefined): MailAddress[] {
  if (!value) return [];
  const found: MailAddress[] = [];
  for (const entry of parse(value.slice(0, 100_000))) {
    const address = cleanAddress(entry.address) ?? cleanAddress(entry.name);
    if (address) found.push({ address, name: cleanName(entry.name, address) });
    if (found.length >= MAX_ADDRESSES) break;
  }
  if (found.length > 0) return found;
  const loose = ADDRESS.exec(value);
  const address = loose && cleanAddress(loose[0]);
  return address ? [{ address, name: cleanName(value.slice(0, loose.index), address) }] : [];
}

function parse(value: string): { name: string; address: string }[] {
  try {
    return addressParser(value, { flatten: true }).map((entry) => ({
      name: entry.name ?? "",
      address: entry.address ?? "",
    }));
  } catch {
    return [];
  }
}

/** The bare address with a lower-case domain, or undefined where this is none. */
export function cleanAddress(candidate: string | undefined): string | undefined {
  if (!candidate) return undefined;
  let text = candidate
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/^[<'"\s]+|[>'"\s,;.]+$/g, "");
  if (!WHOLE_ADDRESS.test(text)) {
    const inner = ADDRESS.exec(text.slice(0, 2000));
    if (!inner) return undefined;
    text = inner[0];
  }
  const at = text.lastIndexOf("@");
  return `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`;
}

function cleanName(name: string, address: string): string {
  const text = decodeHeaderWords(name)
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s"'<,]+|[\s"'<,_]+$/g, "")
    .slice(0, 200);
  return text.toLowerCase() === address.toLowerCase() ? "" : text;
}

/** The first of the headers in `order` that holds an address, with a sentence where it was not the From header. */
export function readSender(headers: readonly MailHeader[]): { from?: MailAddress; problem?: string } {
  const from = readAddresses(headerValue(headers, "from"))[0];
  if (from) return { from };
  const written = decodeHeaderWords(headerValue(headers, "from") ?? "")
    .replace(/[<>"]/g, "")
    .trim()
    .slice(0, 200);
  for (const name of ["sender", "reply-to", "x-original-from", "return-path", "x-envelope-from", "resent-from"]) {
    const instead = headerValues(headers, name).flatMap(readAddresses)[0];
    if (instead) {
      return {
        from: { address: instead.address, name: instead.name || written },
        problem: `The From header held no address; the sender was taken from ${name}.`,
      };
    }
  }
  return { problem: "No sender address could be found in any header." };
}

const MESSAGE_ID = /<([^<>\s]{1,900})>/g;

/** Message-IDs without angle brackets, in order, without doubles. Loose words count where nothing stands in brackets. */
export function readMessageIds(value: string | undefined): string[] {
  if (!value) return [];
  const text = value.replace(/@\s+/g, "@");
  const bracketed = [...text.matchAll(MESSAGE_ID)].map((match) => match[1] as string);
  const ids = bracketed.length > 0 ? bracketed : text.split(/[\s,]+/).filter((word) => word.includes("@"));
  return [...new Set(ids.map((id) => id.replace(/^[<"]+|[>"]+$/g, "")).filter((id) => id !== ""))].slice(0, 200);
}
