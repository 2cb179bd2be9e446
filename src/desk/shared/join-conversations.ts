/**
 * One conversation's messages go into another. What either of them still needs (an answer, an update, a look at a failure)
 * the joined one needs too. Who may do this, and whether it is right, is decided by the caller.
 */
import { note } from "../../platform/events/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import {
  bringTogether,
  type Conversation,
  changeConversation,
  lockLiving,
  recount,
  type Status,
  signpost,
} from "../../records/conversation/index.ts";
import { followMessagesInto } from "../../records/search/index.ts";
import type { Place } from "./find-place.ts";

/** The more alive one wins. */
const LIFE: readonly Status[] = ["trash", "spam", "resolved", "waiting", "open"];

/** Both must be locked by the caller. */
export async function joinConversations(
  tx: Kysely<Tables>,
  { into, from }: { readonly into: Conversation; readonly from: Conversation },
): Promise<void> {
  const status = LIFE.indexOf(from.status) > LIFE.indexOf(into.status) ? from.status : into.status;
  const sleeps = isAsleep(into) && isAsleep(from);
  await bringTogether(tx, from.id, into.id);
  await followMessagesInto(tx, into.id);
  await signpost(tx, from.id, into.id);
  await changeConversation(tx, into.id, {
    status,
    ...(status === "resolved"
      ? { ending: into.ending ?? from.ending, ending_reason: into.ending_reason ?? from.ending_reason }
      : { ending: null, ending_reason: null }),
    snoozed_until: sleeps ? earliest(into.snoozed_until, from.snoozed_until) : null,
    next_update_due_at: earliest(into.next_update_due_at, from.next_update_due_at),
    trouble: into.trouble ?? from.trouble,
    assignee_id: into.assignee_id ?? from.assignee_id,
  });
  await recount(tx, into.id);
}

/**
 * The conversation of a place, locked. Those that this mail shows to be the same matter are joined, and the oldest keeps its
 * number. Somebody else may merge them at this very moment, so what is locked is what is living then.
 */
export async function joinedPlace(
  tx: Kysely<Tables>,
  { conversation, alsoThis }: Place,
  at: Date,
): Promise<Conversation | undefined> {
  if (conversation === undefined) return undefined;
  // In one order, so that two mails which join the same conversations wait for each other and not crosswise.
  const inOrder = [conversation, ...alsoThis].sort((one, other) => one.id - other.id);
  if (inOrder.length > 1) for (const each of inOrder) await lockLiving(tx, each.id);
  let living = await lockLiving(tx, conversation.id);
  for (const { id } of alsoThis) {
    const other = await lockLiving(tx, id);
    if (!living || !other || other.id === living.id) continue;
    const [into, from] = elderFirst(living, other);
    await joinConversations(tx, { into, from });
    await note(tx, { at, kind: "conversation.merged", conversationId: into.id, data: { from: from.id } });
    await note(tx, { at, kind: "conversation.merged", conversationId: from.id, data: { into: into.id } });
    living = await lockLiving(tx, into.id);
  }
  return living;
}

/** What was put away, is done or is spam does not keep the other one awake. */
const isAsleep = ({ status, snoozed_until }: Conversation): boolean =>
  snoozed_until !== null || (status !== "open" && status !== "waiting");

const earliest = (one: Date | null, other: Date | null): Date | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};

/** A joined conversation keeps the number that people know longest. */
export const elderFirst = (one: Conversation, other: Conversation): [Conversation, Conversation] =>
  one.id < other.id ? [one, other] : [other, one];
