/** Undoes a merge: what came from the other conversation goes back, also what was answered to it by the customer since. */
import { type ConversationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  changeConversation,
  findConversation,
  lockConversation,
  recount,
  sendBack,
  signpost,
} from "../../records/conversation/index.ts";
import { followMessagesInto } from "../../records/search/index.ts";
import { inConversation } from "../shared/in-conversation.ts";

export async function unmergeConversations(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  otherId: ConversationId,
): Promise<Refusal | undefined> {
  return inConversation(desk, by, id, async (tx) => {
    const other = await lockConversation(tx, otherId);
    if (other?.merged_into_id !== id)
      return refuse("not-merged", `#${otherId} was not merged into this conversation.`, "");
    await sendBack(tx, id, otherId);
    await followMessagesInto(tx, otherId);
    await signpost(tx, otherId, null);
    await recount(tx, id);
    await recount(tx, otherId);
    const returned = await findConversation(tx, otherId);
    const wroteSince = (returned?.last_inbound_at?.getTime() ?? 0) > (other.last_inbound_at?.getTime() ?? 0);
    if (wroteSince && (other.status === "waiting" || other.status === "resolved")) {
      await changeConversation(tx, otherId, { status: "open", ending: null, ending_reason: null });
      await recount(tx, otherId);
    }
    await note(tx, {
      at: desk.now(),
      kind: "conversation.unmerged",
      conversationId: id,
      personId: by.id,
      data: { from: otherId },
    });
    await note(tx, {
      at: desk.now(),
      kind: "conversation.unmerged",
      conversationId: otherId,
      personId: by.id,
      data: { into: id },
    });
    return undefined;
  });
}
