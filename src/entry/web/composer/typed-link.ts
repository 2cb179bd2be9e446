/** What somebody types as the address of a link, as an address; empty when it is none that may be linked. */
const HARMLESS = /^(?:https?:|mailto:|tel:)/i;

export function hrefFrom(typed: string): string {
  const tidy = typed.trim();
  if (!tidy) return "";
  const whole = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(tidy)
    ? tidy
    : tidy.includes("@")
      ? `mailto:${tidy}`
      : `https://${tidy}`;
  return HARMLESS.test(whole) ? whole : "";
}
