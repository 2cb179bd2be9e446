/**
 * Finds who wrote a mail that a colleague forwarded into the desk. Only mails from the team's own addresses are looked at,
 * because anybody can write "From:" into a text. It names the person; the desk decides what to do with it.
 */
import { readAddresses } from "./addresses.ts";
import { isFieldBlock, isSeparator, valueOfField } from "./field-block.ts";
import { lineOf } from "./fold-text.ts";
import { headerValue, readHeaders } from "./headers.ts";
import { normalise } from "./normalise.ts";
import type { MailAddress, ParsedMail } from "./parsed-mail.ts";

export interface ForwardedSender {
  readonly from: MailAddress;
  readonly subject?: string;
  /** Where it was found, in a sentence. */
  readonly why: string;
}

const FORWARD_SUBJECT =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|wg|tr|rv|enc|i|vs|vb|doorst|pd|továbbítás|转发|轉寄|転送|전달|перес|İLT|ilt|πρθ|vl|fs|inoltro?|re?f)\s?[:：]/iu;
const MAX_LINES = 2000;

/** @param staffAddresses the team's own addresses; compared without case. Undefined where the mail is no forward of theirs. */
export function originalSenderOfForward(
  mail: ParsedMail,
  staffAddresses: readonly string[],
): ForwardedSender | undefined {
  const staff = new Set(staffAddresses.map((address) => address.toLowerCase()));
  const sender = mail.from?.address.toLowerCase();
  if (!sender || !staff.has(sender)) return undefined;
  const outsider = (value: string | undefined) =>
    readAddresses(value).find(({ address }) => !staff.has(address.toLowerCase()));
  for (const name of ["x-original-from", "x-original-sender", "x-forwarded-from", "x-google-original-from"]) {
    const from = outsider(headerValue(mail.headers, name));
    if (from) return { from, why: `The header ${name} names the first sender.` };
  }
  for (const part of mail.attachments) {
    if (part.type !== "message/rfc822") continue;
    const { headers } = readHeaders(normalise(part.content).bytes);
    const from = outsider(headerValue(headers, "from"));
    const subject = headerValue(headers, "subject");
    if (from) return { from, ...(subject ? { subject } : {}), why: "The forwarded mail is attached." };
  }
  return inText(mail, outsider);
}

function inText(
  mail: ParsedMail,
  outsider: (value: string | undefined) => MailAddress | undefined,
): ForwardedSender | undefined {
  const bare = mail.text.split("\n", MAX_LINES).map((line) => lineOf(line).bare);
  const forwarded = FORWARD_SUBJECT.test(mail.subject);
  let separated = false;
  for (let i = 0; i < bare.length; i++) {
    if (isSeparator(bare[i] as string)) separated = true;
    if (!isFieldBlock(bare, i)) continue;
    if (!forwarded && !separated) return undefined;
    const from = outsider(valueOfField(bare, i, "from"));
    const subject = valueOfField(bare, i, "subject");
    return from && { from, ...(subject ? { subject } : {}), why: "The forwarded mail is quoted with its sender." };
  }
  return undefined;
}
