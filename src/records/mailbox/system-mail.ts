/** Mail of the desk to its own people: invitations, resets, notices. It leaves by the first mailbox with a real way out that works. */
import type { MailboxId } from "../../kit/index.ts";
import { composeMail } from "../../platform/mail/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";
import { putInOutbox } from "./outbox.ts";
import type { Mailbox } from "./store.ts";

/**
 * The mailbox whose way out carries the desk's own mail; undefined while none can send.
 * @param about the mailbox the mail is about, which carries it only when there is no other.
 */
export const systemMailbox = (db: Kysely<Tables>, about: MailboxId | null = null): Promise<Mailbox | undefined> =>
  db
    .selectFrom("mailbox")
    .selectAll()
    .where("way_out", "=", "smtp")
    .where("is_sample", "=", false)
    .orderBy(sql`out_trouble IS NOT NULL`)
    .orderBy(sql`id IS NOT DISTINCT FROM ${about}::bigint`)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();

/** @returns false when no mailbox can send: the caller says how else it can be handed over. */
export async function putSystemMail(
  db: Kysely<Tables>,
  mail: { readonly to: string; readonly subject: string; readonly text: string; readonly about?: MailboxId },
  { now, random }: { now: Date; random: (length: number) => Uint8Array },
): Promise<boolean> {
  const mailbox = await systemMailbox(db, mail.about);
  if (!mailbox) return false;
  const token = Buffer.from(random(12)).toString("hex");
  const { raw } = await composeMail({
    from: { name: mailbox.name, address: mailbox.address },
    to: [{ name: "", address: mail.to }],
    subject: mail.subject,
    text: mail.text,
    messageId: `<${token}@${mailbox.address.split("@")[1] ?? "localhost"}>`,
    date: now,
    seed: token,
    automatic: "notice",
  });
  await putInOutbox(
    db,
    { messageId: null, mailboxId: mailbox.id, raw, mailFrom: mailbox.address, rcptTo: [mail.to], sendAt: now },
    now,
  );
  return true;
}
