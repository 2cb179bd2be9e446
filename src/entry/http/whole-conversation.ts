/** One conversation with everything its screen shows, read in one go. */
import type { ConversationId, MessageId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { answerSubject } from "../../platform/mail/index.ts";
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
import { outboxOf, ownAddresses, visibleMailboxIds } from "../../records/mailbox/index.ts";
import { givenIn, promisesOf } from "../../records/promise/index.ts";
import type * as wire from "../contract/index.ts";
import { answerGoesTo } from "./answer-goes-to.ts";
import { presentCorrection, presentDraft, presentFact, presentMessage, presentRow } from "./present.ts";
import { presentStanding } from "./promise-handlers.ts";

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
  const [{ messages, earlier }, facts, promises, corrections, drafts, here, mergedFrom, ours] = await Promise.all([
    listMessages(db, id, { before, limit }),
    listFacts(db, id),
    promisesOf(db, id, desk.now()),
    correctionsIn(db, id),
    draftsOf(db, id, by.id),
    whoIsHere(db, id, desk.now()),
    mergedInto(db, id),
    ownAddresses(db),
  ]);
  const ids = messages.map((message) => message.id);
  const [attachments, outbox, given, draftAttachments, names] = await Promise.all([
    attachmentsOf(db, ids),
    outboxOf(db, ids),
    givenIn(
      db,
      messages.filter(givesWord).map(({ id }) => id),
    ),
    attachmentsOfDrafts(
      db,
      drafts.map((draft) => draft.id),
    ),
    namesOfPeople(
      db,
      here.map((each) => each.person_id),
    ),
  ]);
  return {
    conversation: presentRow(row),
    messages: messages.map((message) =>
      presentMessage(message, { attachments, outbox, given, by: by.id, now: desk.now() }),
    ),
    earlier,
    facts: facts.map(presentFact),
    promises: promises.map(presentStanding),
    corrections: corrections.map(presentCorrection),
    drafts: drafts.map((draft) => presentDraft(draft, draftAttachments.get(draft.id) ?? [])),
    presence: here
      .filter((each) => each.person_id !== by.id)
      .map((each) => ({ personId: each.person_id, name: names.get(each.person_id) ?? "", writing: each.is_writing })),
    replyTo: {
      ...answerGoesTo(messages, row, ours),
      subject: answerSubject(row.subject),
      mailboxId: row.mailbox_ids.find((each) => who.mailboxes.includes(each)) ?? null,
    },
    mergedFrom,
  };
}

const givesWord = ({ kind, is_automatic }: Message): boolean => kind === "outbound" && !is_automatic;

/** A message as it stands right after it was written. */
export async function oneMessage(desk: Desk, by: SignedIn, id: MessageId): Promise<wire.Message> {
  const { db } = desk.database;
  const message = await findMessage(db, id);
  if (!message) throw new Error(`Message ${id} was written a moment ago and is not there.`);
  const [attachments, outbox, given] = await Promise.all([
    attachmentsOf(db, [id]),
    outboxOf(db, [id]),
    givenIn(db, givesWord(message) ? [id] : []),
  ]);
  return presentMessage(message, { attachments, outbox, given, by: by.id, now: desk.now() });
}
