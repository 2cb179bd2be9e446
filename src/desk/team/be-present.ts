/** Says that a person reads or writes here, or leaves. Whoever else is here hears of it at once; it is kept in no log. */
import type { ConversationId, PersonId, Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { whisper } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { markPresent, maySee, whoIsHere } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { CONVERSATION_NOT_FOUND } from "../shared/in-conversation.ts";

/** @returns who else is here. Refusals: conversation-not-found. */
export async function bePresent(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  doing: "reading" | "writing" | "leaving",
): Promise<Array<{ personId: PersonId; isWriting: boolean }> | Refusal> {
  const { db } = desk.database;
  if (!(await maySee(db, { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) }, id)))
    return CONVERSATION_NOT_FOUND;
  const before = await whoIsHere(db, id, desk.now());
  await markPresent(db, by.id, id, doing, desk.now());
  const here = await whoIsHere(db, id, desk.now());
  if (JSON.stringify(before) !== JSON.stringify(here)) await whisper(db, "presence.changed", id);
  return here
    .filter((each) => each.person_id !== by.id)
    .map((each) => ({ personId: each.person_id, isWriting: each.is_writing }));
}
