/** One conversation with everything its screen shows, read in one go. */
import type { ConversationId, MessageId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { namesOfPeople, type SignedIn } from "../../records/account/index.ts";
import {
  attachmentsOf,
  attachmentsOfDrafts,
  correctionsIn,
  draftsOf,
  findMessage,
  listFacts,
  listMessages,
  type Message,
  mergedInto,
  summariesOf,
  whoIsHere,
} from "../../records/conversation/index.ts";
import { listMailboxes, outboxOf, visibleMailboxIds, withoutSuffix } from "../../records/mailbox/index.ts";
import type * as wire from "../contract/index.ts";
import {
  presentCorrection,
  presentDraft,
  presentFact,
  presentMessage,
  presentMessages,
  presentRow,
} from "./present.ts";

export async function wholeConversation(
  desk: Desk,
  by: SignedIn,
  id: ConversationId,
  { before, limit }: { before?: MessageId | undefined; limit: number },
): Promise<wire.ConversationWhole | undefined> {
  const { db } = desk.database;
  const who = { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) };
  const [row] = await summariesOf(db, who, [id]);
  if (!row) return undefined;
  const [{ messages, earlier }, facts, corrections, drafts, here, mergedFrom, mailboxes] = await Promise.all([
    listMessages(db, id, { before, limit }),
    listFacts(db, id),
    correctionsIn(db, id),
    draftsOf(db, id, by.id),
    whoIsHere(db, id, desk.now()),
    mergedInto(db, id),
    listMailboxes(db),
  ]);
  const ids = messages.map((message) => message.id);
  const [attachments, outbox, draftAttachments, names] = await Promise.all([
    attachmentsOf(db, ids),
    outboxOf(db, ids),
    attachmentsOfDrafts(
      db,
      drafts.map((draft) => draft.id),
    ),
    namesOfPeople(
      db,
      here.map((each) => each.person_id),
    ),
  ]);
  const ours = new Set(mailboxes.map((mailbox) => mailbox.address.toLowerCase()));
  return {
    conversation: presentRow(row),
    messages: presentMessages(messages, attachments, outbox, desk.now()),
    earlier,
    facts: facts.map(presentFact),
    corrections: corrections.map(presentCorrection),
    drafts: drafts.map((draft) => presentDraft(draft, draftAttachments.get(draft.id) ?? [])),
    presence: here
      .filter((each) => each.person_id !== by.id)
      .map((each) => ({ personId: each.person_id, name: names.get(each.person_id) ?? "", writing: each.is_writing })),
    replyTo: {
      ...answerGoesTo(messages, row, ours),
      subject: `Re: ${row.subject.replace(/^(?:\s*re\s*:)+\s*/i, "")}`,
      mailboxId: row.mailbox_ids.find((each) => who.mailboxes.includes(each)) ?? null,
    },
    mergedFrom,
  };
}

/**
 * Whom an answer goes to: the customer who wrote last, with those they copied. Someone who only turned up by answering a
 * forwarded mail is not addressed by itself; a person decides that.
 */
function answerGoesTo(
  messages: readonly Message[],
  row: { customer_id: number; customer_name: string; customer_address: string },
  ours: ReadonlySet<string>,
): { to: wire.Address[]; cc: wire.Address[] } {
  const last = messages.findLast(
    (message) => message.kind === "inbound" && message.class !== "bounce" && message.customer_id === row.customer_id,
  );
  const to = last
    ? { name: last.from_name, address: last.from_address }
    : { name: row.customer_name, address: row.customer_address };
  const taken = new Set([to.address.toLowerCase()]);
  const cc = [...(last?.recipients.to ?? []), ...(last?.recipients.cc ?? [])].filter(({ address }) => {
    const bare = withoutSuffix(address.toLowerCase());
    if (ours.has(bare) || taken.has(address.toLowerCase())) return false;
    taken.add(address.toLowerCase());
    return true;
  });
  return { to: to.address ? [to] : [], cc: cc.map(({ name, address }) => ({ name, address })) };
}

/** A message as it stands right after it was written. */
export async function oneMessage(desk: Desk, id: MessageId): Promise<wire.Message> {
  const { db } = desk.database;
  const message = await findMessage(db, id);
  if (!message) throw new Error(`Message ${id} was written a moment ago and is not there.`);
  const [attachments, outbox] = await Promise.all([attachmentsOf(db, [id]), outboxOf(db, [id])]);
  return presentMessage(message, attachments.get(id) ?? [], outbox.get(id), desk.now());
}
