/** For which mailboxes a mail was meant, grouped by who may see them: each group keeps one copy, and never sees another's. */

import type { ParsedMail } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { InboundMail } from "../../records/conversation/index.ts";
import { audiencesOf, holdMailbox, holdMailboxesAt, listMailboxes, type Mailbox } from "../../records/mailbox/index.ts";

type Db = Kysely<Tables>;

export interface AudienceGroup {
  readonly audience: string;
  /** At least one, unless the desk has no mailbox at all. */
  readonly mailboxes: readonly Mailbox[];
}

export async function mailboxesOfMail(tx: Db, inbound: InboundMail, mail: ParsedMail): Promise<AudienceGroup[]> {
  const groups = new Map<string, Mailbox[]>();
  const mailboxes = await meant(tx, inbound, mail);
  const closed = mailboxes.filter((mailbox) => !mailbox.open_to_all).map(({ id }) => id);
  const audienceOf = closed.length === 0 ? () => "everyone" : await audiencesOf(tx, closed);
  for (const mailbox of mailboxes) {
    const audience = audienceOf(mailbox.id);
    groups.set(audience, [...(groups.get(audience) ?? []), mailbox]);
  }
  if (groups.size === 0) groups.set("everyone", []);
  return [...groups].map(([audience, mailboxes]) => ({ audience, mailboxes }));
}

/** Held until the mail is filed: the one it was fetched from, the envelope's, those its headers name; else one that all may see, rather than nowhere. */
async function meant(tx: Db, inbound: InboundMail, mail: ParsedMail): Promise<Mailbox[]> {
  const fetched = inbound.mailbox_id === null ? undefined : await holdMailbox(tx, inbound.mailbox_id);
  if (fetched) return [fetched];
  const byEnvelope = await holdMailboxesAt(tx, inbound.rcpt_to);
  if (byEnvelope.length > 0) return byEnvelope;
  const byHeader = await holdMailboxesAt(
    tx,
    [...mail.to, ...mail.cc].map((to) => to.address),
  );
  if (byHeader.length > 0) return byHeader;
  const real = (await listMailboxes(tx)).filter((mailbox) => !mailbox.is_sample);
  const any = real.find((mailbox) => mailbox.open_to_all) ?? real[0];
  const held = any && (await holdMailbox(tx, any.id));
  return held ? [held] : [];
}
