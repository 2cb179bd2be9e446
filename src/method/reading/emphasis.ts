/** How loud a sentence is written: capitals, exclamation marks, drawn-out words. Not what is felt; that is read elsewhere. */
import type { Token } from "./scan-words.ts";

/** Capitals that shout no feeling. */
const ACRONYMS = new Set(
  "usb vat pdf url led gps sms faq uk usa eu tv id ok vip api csv html ios app llc ltd inc gmbh ceo dhl ups dpd gls faq pin atm iban bic nhs bbc hdmi wifi asap lol omg btw fyi rma sku psu cpu ssd am pm utc gmt cet est pst http https".split(
    " ",
  ),
);

/** 0..1: capitals, exclamation marks, drawn-out words, "?!". One exclamation mark is only liveliness. */
export function emphasisOf(
  sentence: { readonly firstToken: number; readonly lastToken: number },
  tokens: readonly Token[],
): number {
  let words = 0;
  let shouted = 0;
  let calls = 0;
  let asked = 0;
  let stretched = 0;
  for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === "word") {
      words += 1;
      if (token.isShouted && token.norm.length >= 2 && !ACRONYMS.has(token.norm)) shouted += 1;
      if (token.isStretched) stretched += 1;
    } else if (token.norm === "!" || token.norm === "！" || token.norm === "‼") calls += 1;
    else if (token.norm === "?" || token.norm === "？") asked += 1;
  }
  // One short capital word may be a brand; a sentence of them, or two in a row, is a raised voice.
  const voice =
    shouted >= 2 || (shouted === 1 && words <= 3 && calls > 0)
      ? Math.min(0.4, 0.12 * shouted + (shouted > words * 0.6 ? 0.15 : 0))
      : shouted === 1
        ? 0.06
        : 0;
  const marks = Math.min(
    0.25,
    Math.max(0, calls - 1) * 0.08 + (calls > 0 && asked > 0 ? 0.1 : 0) + Math.max(0, asked - 1) * 0.05,
  );
  return Math.min(0.6, voice + marks + Math.min(0.12, stretched * 0.06));
}
