/**
 * Turns what people type or paste into an address field into addresses. Understands "Name <a@b>", quoted names, commas,
 * semicolons and line ends. One pass over the text; what is no address comes back as `unread` so that nothing vanishes.
 */
import type { Address } from "../../contract/index.ts";

export interface ParsedAddresses {
  readonly addresses: Address[];
  readonly unread: string[];
}

/** Rough on purpose: the server has the last word. At least x@y.z without spaces. */
export function looksLikeAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > 254) return false;
  const domain = text.slice(at + 1);
  return /^[^\s<>,;"]+$/.test(text) && domain.includes(".") && !domain.startsWith(".") && !domain.endsWith(".");
}

function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === "," || char === ";" || char === "\n" || char === "\r" || char === "\t")) {
      parts.push(part);
      part = "";
    } else part += char;
  }
  parts.push(part);
  return parts.map((one) => one.trim()).filter(Boolean);
}

function readOne(text: string): Address[] | undefined {
  const open = text.lastIndexOf("<");
  const close = text.indexOf(">", open);
  if (open >= 0 && close > open) {
    const address = text.slice(open + 1, close).trim();
    const name = text.slice(0, open).replaceAll('"', "").trim();
    return looksLikeAddress(address) ? [{ name: name === address ? "" : name, address }] : undefined;
  }
  const bare = text.replace(/^mailto:/i, "");
  if (looksLikeAddress(bare)) return [{ name: "", address: bare }];
  // Several bare addresses with spaces between them, as copied from a list.
  const words = bare.split(/\s+/);
  return words.length > 1 && words.every(looksLikeAddress)
    ? words.map((address) => ({ name: "", address }))
    : undefined;
}

/** Addresses in the order typed, each only once. */
export function parseAddresses(text: string): ParsedAddresses {
  const addresses: Address[] = [];
  const unread: string[] = [];
  const seen = new Set<string>();
  for (const part of splitOutsideQuotes(text)) {
    const read = readOne(part);
    if (!read) unread.push(part);
    for (const one of read ?? []) {
      const key = one.address.toLowerCase();
      if (!seen.has(key)) addresses.push(one);
      seen.add(key);
    }
  }
  return { addresses, unread };
}

/** How an address is shown: the name where there is one, otherwise the address itself. */
export const sayAddress = (one: Address): string => one.name || one.address;
