/** Which network an address belongs to, for counting tries: an IPv4 address by itself, an IPv6 address by its /64. */
import { isIPv4, isIPv6 } from "node:net";

/**
 * One customer of a provider owns a whole /64, so counting single IPv6 addresses counts nothing (GHSA: CVE-2026-45364 was
 * such a bypass). An IPv4 address written as IPv6 (RFC 4291 §2.5.5.2) is the same address.
 */
export function networkOf(address: string): string {
  const plain = address.split("%", 1)[0] ?? "";
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return "unknown";
  const groups = groupsOf(plain);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight 16-bit groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const tail = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [a = 0, b = 0, c = 0, d = 0] = (tail?.slice(1) ?? []).map(Number);
  const hex = tail
    ? `${address.slice(0, tail.index)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
    : address;
  const [before = "", after] = hex.split("::");
  const read = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
  const left = read(before);
  const right = read(after ?? "");
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
