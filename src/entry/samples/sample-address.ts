/**
 * Which addresses belong to sample customers: those in the reserved `.example` domain (RFC 2606 §2), which no name server
 * on earth delivers. Whoever sends mail asks here first; mail to such an address must end in the built-in sink.
 * It deliberately knows no list of customers: a misspelt or invented sample address may not leave the machine either.
 */

/** True when the address, bare or as `Name <address>`, ends in `.example`. */
export function isSampleAddress(address: string): boolean {
  const domain = address.slice(address.lastIndexOf("@") + 1).trim();
  const bare = domain.replace(/[>.\s]{0,4}$/, "").toLowerCase();
  return address.includes("@") && (bare === "example" || bare.endsWith(".example"));
}
