/**
 * Which conversation a mail belongs to, and why. A signed Message-ID of ours is proof that its writer has read our mail;
 * everything else (ids of others, a plus-address that was copied on) counts only for someone who takes part already.
 * A forged token is no token: it is named in the remarks and opens nothing.
 */
import type { ConversationId, CustomerId, MailboxId } from "../../kit/index.ts";
import type { ParsedMail, ThreadToken } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import {
  conversationsNamed,
  conversationsNaming,
  findConversation,
  livingConversation,
  takesPart,
} from "../../records/conversation/index.ts";
import { audienceOf } from "../../records/mailbox/index.ts";

export interface Place {
  /** undefined: it starts a conversation of its own. */
  readonly conversationId: ConversationId | undefined;
  /** Sentences for people. */
  readonly remarks: readonly string[];
}

export interface Arriving {
  readonly mail: ParsedMail;
  readonly tokens: readonly ThreadToken[];
  readonly sender: string;
  readonly customer: CustomerId | undefined;
  readonly mailboxes: readonly MailboxId[];
}

export async function findPlace(db: Kysely<Tables>, arriving: Arriving): Promise<Place> {
  const { mail, tokens, sender, customer } = arriving;
  const remarks: string[] = [];
  if (tokens.some((token) => !token.trusted))
    remarks.push("It carries a thread mark that this desk did not make; the mark was ignored.");

  const bySignedId = tokens.filter((token) => token.trusted && token.kind === "message-id");
  for (const { conversationId } of bySignedId) {
    const living = await openTo(db, conversationId as ConversationId, arriving);
    if (living === undefined) continue;
    if (!(await takesPart(db, living, sender, customer)))
      remarks.push(`${sender} was not part of this conversation before; the mail answers one that we sent.`);
    return { conversationId: living, remarks };
  }

  const named = [...mail.references, ...mail.inReplyTo];
  const byPlus = tokens
    .filter((token) => token.trusted && token.kind === "plus-address")
    .map((token) => token.conversationId as ConversationId);
  const candidates = [
    ...(await conversationsNamed(db, named)),
    ...byPlus,
    ...(mail.messageId ? await conversationsNaming(db, mail.messageId) : []),
  ];
  for (const candidate of new Set(candidates)) {
    const living = await openTo(db, candidate, arriving);
    if (living === undefined) continue;
    if (await takesPart(db, living, sender, customer)) return { conversationId: living, remarks };
    remarks.push(
      `It names an earlier conversation (#${living}) that ${sender} has no part in, so it stands on its own.`,
    );
  }
  return { conversationId: undefined, remarks };
}

/** The living conversation, if the people who see this mail's mailbox may see it too. */
async function openTo(
  db: Kysely<Tables>,
  id: ConversationId,
  { mailboxes }: Arriving,
): Promise<ConversationId | undefined> {
  const living = await livingConversation(db, id);
  const conversation = living === undefined ? undefined : await findConversation(db, living);
  if (!conversation) return undefined;
  const wanted = new Set(await Promise.all(mailboxes.map((mailbox) => audienceOf(db, mailbox))));
  for (const mailbox of conversation.mailbox_ids) if (wanted.has(await audienceOf(db, mailbox))) return living;
  return undefined;
}
