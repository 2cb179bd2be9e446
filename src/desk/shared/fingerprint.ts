/** What makes two copies the same mail: two recipients, a refetch after a crash, a BCC copy. */
import { createHash } from "node:crypto";
import type { ParsedMail } from "../../platform/mail/index.ts";

/**
 * @param audience who may see the mailbox it came to: mailboxes whose people may not see each other's mail keep copies of their own.
 * @param rawHash used alone where the mail names neither an id nor a date, because then nothing else tells two mails apart.
 */
export function fingerprintOf(mail: ParsedMail, rawHash: Uint8Array, audience: string): Buffer {
  const hash = createHash("sha256").update(audience).update("\0");
  if (!mail.messageId && !mail.sentAt) return hash.update(rawHash).digest();
  for (const part of [
    mail.messageId ?? "",
    mail.from?.address.toLowerCase() ?? "",
    mail.sentAt?.toISOString() ?? "",
    mail.subject,
    mail.text,
  ])
    hash.update(part).update("\0");
  for (const attachment of mail.attachments) hash.update(createHash("sha256").update(attachment.content).digest());
  return hash.digest();
}
