/**
 * Which conversation a mail belongs to, and why. A signed Message-ID of ours is proof that its writer has read our mail;
 * everything else (ids of others, a plus-address that was copied on) counts only for someone who takes part already.
 * A forged token is no token: it is named in the remarks and opens nothing.
 */
import type { ConversationId, CustomerId, MailboxId, MessageId } from "../../kit/index.ts";
import type { ThreadToken } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import {
  type Conversation,
  cameThrough,
  findLiving,
  findMessage,
  type KnownOfMail,
  takesPart,
} from "../../records/conversation/index.ts";
import { addressesOf } from "../../records/customer/index.ts";
import { sharingAudience } from "./sharing-audience.ts";

export interface Place {
  /** undefined: it starts a conversation of its own. */
  readonly conversation: Conversation | undefined;
  /** A conversation that was merged into this one and that the mail answers: it goes back with it. */
  readonly cameFromId: ConversationId | null;
  /** The mailboxes it came to that may show the conversation. */
  readonly shownIn: readonly MailboxId[];
  /** Conversations that answered this mail before it came: the same matter, begun apart. */
  readonly alsoThis: readonly Conversation[];
  /** Sentences for people. */
  readonly remarks: readonly string[];
}

export interface Arriving {
  readonly tokens: readonly ThreadToken[];
  readonly known: KnownOfMail;
  readonly sender: string;
  /** Of a mail of ours: everybody it went to. One who takes part is enough. */
  readonly alsoFor?: readonly string[];
  readonly customer: CustomerId;
  readonly mailboxes: readonly MailboxId[];
  readonly isSample: boolean;
}

export const nowhere = (...remarks: readonly string[]): Place => ({
  conversation: undefined,
  cameFromId: null,
  shownIn: [],
  alsoThis: [],
  remarks,
});

export async function findPlace(db: Kysely<Tables>, arriving: Arriving): Promise<Place> {
  const { tokens, known, sender, customer } = arriving;
  const people = [sender, ...(arriving.alsoFor ?? [])];
  const remarks: string[] = [];
  if (tokens.some((token) => !token.trusted))
    remarks.push("It carries a thread mark that this desk did not make; the mark was ignored.");
  const trusted = tokens.filter((token) => token.trusted);

  for (const token of trusted.filter(({ kind }) => kind === "message-id")) {
    const open = await openTo(db, await standOf(db, token), arriving);
    if (open === undefined) continue;
    if (!(await takesPart(db, open.conversation.id, people, customer)))
      remarks.push(`${sender} was not part of this conversation before; the mail answers one that we sent.`);
    return { ...open, alsoThis: await alsoThis(db, open.conversation, known.answers, arriving), remarks };
  }

  const byAddress = [];
  for (const token of trusted.filter(({ kind }) => kind !== "message-id")) byAddress.push(await standOf(db, token));
  const candidates = new Set([...known.named, ...byAddress, ...known.answers, ...known.alsoNaming]);
  for (const candidate of candidates) {
    const open = await openTo(db, candidate, arriving);
    if (open === undefined) continue;
    if (await takesPart(db, open.conversation.id, people, customer))
      return { ...open, alsoThis: await alsoThis(db, open.conversation, known.answers, arriving), remarks };
    remarks.push(
      `It names an earlier conversation (#${open.conversation.id}) that ${sender} has no part in, so it stands on its own.`,
    );
  }
  return nowhere(...new Set(remarks));
}

/** Where the message stands that a token of ours names. Its own number is older than any split, merge or move since. */
async function standOf(db: Kysely<Tables>, token: ThreadToken): Promise<ConversationId | undefined> {
  const message = token.messageId === undefined ? undefined : await findMessage(db, token.messageId as MessageId);
  return message?.came_from_id ?? message?.conversation_id ?? (token.conversationId as ConversationId | undefined);
}

type Open = Pick<Place, "cameFromId" | "shownIn"> & { readonly conversation: Conversation };

/**
 * The living conversation, if the people who see this mail's mailbox may see it too, or if it was moved away from that mailbox:
 * then the answer follows it, and only its new people see it.
 */
async function openTo(
  db: Kysely<Tables>,
  stand: ConversationId | undefined,
  { mailboxes, isSample }: Arriving,
): Promise<Open | undefined> {
  const conversation = stand === undefined ? undefined : await findLiving(db, stand);
  if (!conversation || conversation.is_sample !== isSample) return undefined;
  const shownIn = await sharingAudience(db, mailboxes, conversation.mailbox_ids);
  if (shownIn.length === 0 && !(await cameThrough(db, conversation.id, mailboxes))) return undefined;
  return { conversation, shownIn, cameFromId: stand !== undefined && stand !== conversation.id ? stand : null };
}

/** Conversations are joined only where their people are the same: naming two of them must not show one's words to the other's customer. */
async function alsoThis(
  db: Kysely<Tables>,
  place: Conversation,
  answers: readonly ConversationId[],
  arriving: Arriving,
): Promise<Conversation[]> {
  const found = new Map<ConversationId, Conversation>();
  for (const answer of answers) {
    const other = (await openTo(db, answer, arriving))?.conversation;
    if (!other || other.id === place.id || other.status === "spam" || place.status === "spam") continue;
    if ((await sharingAudience(db, other.mailbox_ids, place.mailbox_ids)).length < other.mailbox_ids.length) continue;
    if (
      (await takesPart(db, other.id, [arriving.sender], arriving.customer)) &&
      (await belongs(db, place.customer_id, other.id)) &&
      (await belongs(db, other.customer_id, place.id))
    )
      found.set(other.id, other);
  }
  return [...found.values()];
}

async function belongs(db: Kysely<Tables>, customer: CustomerId, conversation: ConversationId): Promise<boolean> {
  const addresses = (await addressesOf(db, [customer])).map(({ address }) => address);
  return takesPart(db, conversation, addresses, customer);
}
