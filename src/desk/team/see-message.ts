/** Remembers how far a person has read in a conversation. It is theirs alone, so nothing is said of it in the log. */
import type { ConversationId, MessageId, Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { markSeen, maySee } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { CONVERSATION_NOT_FOUND } from "../shared/in-conversation.ts";

/** Refusals: conversation-not-found. */
export async function seeMessage(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  messageId: MessageId,
): Promise<Refusal | undefined> {
  const { db } = desk.database;
  if (!(await maySee(db, { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) }, id)))
    return CONVERSATION_NOT_FOUND;
  await markSeen(db, by.id, id, messageId);
  return undefined;
}
