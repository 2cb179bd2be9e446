/**
 * Finds the addresses that a report says were not reached: from its fields, its headers, the lines of its text, and, when
 * the server names nobody, from the mail it sends back.
 */
import { cleanAddress, readAddresses } from "./addresses.ts";
import type { BounceInput, BounceReport, StatusBlock } from "./bounce-report.ts";
import { headerValue, headerValues } from "./headers.ts";
import type { MailHeader } from "./parsed-mail.ts";

const MAX_RECIPIENTS = 50;
const ADDRESS = "[^\\s<>()\\[\\]\\\\,;:\"']{1,128}@[A-Za-z0-9][A-Za-z0-9.-]{1,250}";
/** Places where a server names the address that failed, best first. */
const PLACES: readonly RegExp[] = [
  new RegExp(`^[ \\t]{0,8}<(${ADDRESS})>[^\\n]{0,20}(?::|\\.\\.\\.|$)`, "gim"),
  new RegExp(`\\brcpt to:\\s{0,3}<?(${ADDRESS})>?`, "gim"),
  new RegExp(`^[ \\t>*-]{0,40}["']?<?(${ADDRESS})>?["']?[ \\t]{0,5}[:;,.]?[ \\t]{0,3}$`, "gim"),
  new RegExp(
    `^[^\\n]{0,40}\\b(?:recipients?|address(?:es)?|mailbox|user|to|destinataire|empfänger|target mail address|delivered to|deliver to|rcpt)\\b[^\\n@<]{0,60}[:\\s<"'(\\[]<?(${ADDRESS})`,
    "gim",
  ),
  new RegExp(`<(${ADDRESS})>`, "gim"),
  new RegExp(`(?:^|[\\s"'(\\[:;=])(${ADDRESS})`, "gim"),
];

/** The sender's own address, so that it is not taken for the one that failed. */
function ownAddresses(headers: readonly MailHeader[]): Set<string> {
  const values = ["to", "delivered-to", "envelope-to"].map((name) => headerValue(headers, name));
  return new Set(values.flatMap(readAddresses).map(({ address }) => address.toLowerCase()));
}

/** In order of appearance, without doubles, domain in lower case. */
export function failedRecipients(mail: BounceInput, report: BounceReport): string[] {
  const fromFields = report.failed.map(recipientOf).filter((address) => address !== undefined);
  if (fromFields.length > 0) return unique(fromFields);
  if (report.isFeedback) return unique([...complainants(report), ...originalRecipients(report)]);
  const named = headerValues(mail.headers, "x-failed-recipients").flatMap(readAddresses);
  if (named.length > 0) return unique(named.map(({ address }) => address));
  const own = ownAddresses(mail.headers);
  const sender = mail.from?.address.toLowerCase() ?? "";
  const words = report.words.slice(0, 100_000);
  const originals = originalRecipients(report);
  const wanted = new Set(originals.map((address) => address.toLowerCase()));
  for (const [i, place] of PLACES.entries()) {
    const found = [...words.matchAll(place)]
      .map((match) => cleanAddress(match[1]))
      .filter((address) => address !== undefined)
      .filter((address) => wanted.has(address.toLowerCase()) || (address.toLowerCase() !== sender && !isStaff(address)))
      .filter((address) => i < 2 || !own.has(address.toLowerCase()));
    const known = found.filter((address) => wanted.has(address.toLowerCase()));
    if (known.length > 0) return unique(known);
    if (found.length > 0) return unique(found);
  }
  return unique(originals.length > 0 ? originals : [...looseRecipients(report.everything)]);
}

function isStaff(address: string): boolean {
  return /^(?:mailer-daemon|postmaster|abuse|support|help|helpdesk|noreply|no-reply)@/i.test(address);
}

function recipientOf(block: StatusBlock): string | undefined {
  for (const name of ["final-recipient", "x-actual-recipient", "original-recipient"]) {
    const value = (block.get(name) ?? "").replace(/^\s*[\w-]{1,20}\s*;\s*/, "").replace(/^\s*\S{1,20};/, "");
    const address = value.includes("@") ? cleanAddress(value.replace(/^[a-z]{2,6}\s*;/i, "")) : undefined;
    if (address) return address;
  }
  return undefined;
}

function complainants(report: BounceReport): string[] {
  const fields = [
    ...report.everything.matchAll(
      /^[ \t]{0,4}(?:original-rcpt-to|removal-recipient|original-recipient)[ \t]{0,3}:[ \t]{0,5}([^\n]{1,400})$/gim,
    ),
  ];
  return fields
    .flatMap((match) => readAddresses((match[1] ?? "").replace(/^\s*rfc822;/i, "")))
    .map(({ address }) => address);
}

function originalRecipients(report: BounceReport): string[] {
  const names = ["x-hmxmroriginalrecipient", "x-original-to", "delivered-to", "to", "cc", "bcc"];
  const lists = names.map((name) =>
    readAddresses(headerValue(report.originalHeaders, name)).map(({ address }) => address),
  );
  return lists.find((list) => list.length > 0) ?? [];
}

function looseRecipients(everything: string): string[] {
  const match = /^[ \t>]{0,8}(?:to|rcpt to|recipient)\s{0,3}:\s{0,5}([^\n]{3,300})$/im.exec(everything);
  return readAddresses(match?.[1]).map(({ address }) => address);
}

function unique(addresses: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const address of addresses) if (!seen.has(address.toLowerCase())) seen.set(address.toLowerCase(), address);
  return [...seen.values()].slice(0, MAX_RECIPIENTS);
}
