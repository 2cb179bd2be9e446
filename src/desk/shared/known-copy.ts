/** Recognises a mail that is here already: the same mail come twice, or one of ours that came back to a mailbox of ours. */
import type { ConversationId, MailboxId, MessageId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { checkToken, type ParsedMail } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import {
  findConversation,
  findMessage,
  finishInboundMail,
  type InboundMail,
  type KnownOfMail,
  type Message,
  showIn,
} from "../../records/conversation/index.ts";
import { sharingAudience } from "./sharing-audience.ts";

type Db = Kysely<Tables>;

/**
 * The message of ours that this mail is. Its sender must be ours too: whoever has a mail of ours knows its Message-ID, and
 * what they write under it must not vanish.
 */
export async function ourOwn(
  tx: Db,
  desk: Desk,
  mail: ParsedMail,
  { ours }: KnownOfMail,
): Promise<Message | undefined> {
  if (!mail.messageId) return undefined;
  const token = checkToken(mail.messageId, desk.keys.signing);
  const signed = token?.trusted ? await findMessage(tx, token.messageId as MessageId) : undefined;
  const message = signed ?? (ours === null ? undefined : await findMessage(tx, ours));
  return message?.kind === "outbound" && message.from_address.toLowerCase() === mail.from?.address.toLowerCase()
    ? message
    : undefined;
}

/** Whether the people of these mailboxes see the conversation that it stands in. */
export async function isSeenIn(tx: Db, message: Message, mailboxes: readonly MailboxId[]): Promise<boolean> {
  const conversation = await findConversation(tx, message.conversation_id);
  return conversation !== undefined && (await sharingAudience(tx, mailboxes, conversation.mailbox_ids)).length > 0;
}

/** One message, shown in each mailbox that it came to, as far as the same people see them. */
export async function recogniseCopy(
  tx: Db,
  inbound: InboundMail,
  copy: { readonly id: MessageId; readonly conversation_id: ConversationId },
  mailboxes: readonly MailboxId[],
): Promise<MessageId> {
  const conversation = await findConversation(tx, copy.conversation_id);
  if (conversation) await showIn(tx, conversation.id, await sharingAudience(tx, mailboxes, conversation.mailbox_ids));
  await finishInboundMail(tx, inbound.id, "duplicate", copy.id);
  return copy.id;
}
