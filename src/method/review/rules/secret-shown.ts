/** A secret would be written into this mail. */
import { rule } from "../rule.ts";

const CARD = /(?<![\w.,-])\d(?:[ -]?\d){12,18}(?![\w-])/g;
const PASSWORD =
  /\b(?:password|passcode|pin|cvv|cvc|security code)(?: (?:is|was|now is))?:? ?(?:is |was )?["']?((?=[^\s"']{0,40}\d)[^\s"',;]{3,40})/g;
const PLACEHOLDER = /^[*x•.]+$|^\d{1,2}:\d{2}|days?$|^(?:four|six|8|6|4)-|characters?$/;

/** The check sum that every card number has. */
function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    let digit = Number(digits[digits.length - 1 - at]);
    if (at % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits) && /^[3-6]/.test(digits);
}

export default rule({
  id: "secret-shown",
  catalogue: "S6",
  step: "provide",
  principle: "calm.respect",
  level: "gate",
  evenShort: true,
  see: "A secret would be written into this mail.",
  why: "Mail is kept and forwarded; a card number or a password in it is out for good.",
  do: "Show the last four digits at most, and send a link for a new password.",
  cites: ["data-protection"],
  examples: {
    flags: [
      "I see the payment from card [[4111 1111 1111 1111]] on Monday.",
      "Your card [[5555-5555-5555-4444]] was charged once.",
      "Your new password is [[sunny44hill]] until you change it.",
      "The PIN: [[4471]] opens the box at the door.",
    ],
    passes: [
      "I see the payment from the card ending 1111 on Monday.",
      "Your tracking number is 4111111111111112, from Leeds to Bristol.",
      "Please choose a new password; it needs 8 characters.",
      "The password is **** for everybody but you.",
      "Call us on +49 30 1234 5678 90 between nine and six.",
      "The serial number 0000000000000000 stands on the old label.",
    ],
    misses: ["The word that lets you in is the name of your first dog, Bella."],
  },
  *check(draft) {
    for (const sentence of draft.sentences) {
      for (const match of sentence.plain.matchAll(CARD)) {
        const digits = match[0].replace(/\D/g, "");
        if (!isCardNumber(digits)) continue;
        const start = sentence.start + match.index;
        yield { start, end: start + match[0].length, instead: `ending ${digits.slice(-4)}` };
      }
      for (const match of sentence.plain.matchAll(PASSWORD)) {
        const secret = (match[1] as string).replace(/[.!?]+$/, "");
        if (PLACEHOLDER.test(secret) || /^\d{1,2}$/.test(secret)) continue;
        const end =
          sentence.start + match.index + (match[0] as string).length - ((match[1] as string).length - secret.length);
        yield { start: end - secret.length, end };
      }
    }
  },
});
