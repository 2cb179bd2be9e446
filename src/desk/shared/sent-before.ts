/**
 * A letter leaves once, however often its writer presses send: when the answer to the first try was lost on the way, the second
 * one carries the same key and is told what became of the first. Keys belong to their writer; nobody can try those of others.
 */
import { createHash } from "node:crypto";
import { type PersonId, type Refusal, refuse } from "../../kit/index.ts";
import { sanitiseHtml } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  lockFingerprint,
  type Message,
  messageWithFingerprint,
  type NamedAddress,
} from "../../records/conversation/index.ts";

export interface Letter {
  /** Made by the composer, once for each letter. Without one, a second try is another letter. */
  readonly key?: string;
  readonly html: string;
  readonly to?: readonly NamedAddress[];
  readonly cc?: readonly NamedAddress[];
  readonly bcc?: readonly NamedAddress[];
}

export const SENT_BEFORE = refuse(
  "sent-before",
  "An earlier try had arrived after all: it stands in the conversation, in the words it had then.",
  "Look at it there. What you have written since can leave as a message of its own.",
);

/** What is kept with the message, where an arriving mail keeps what makes two copies the same. */
export const markOf = (person: PersonId, key = ""): Buffer | null =>
  key === "" ? null : createHash("sha256").update(`letter\n${person}\n${key}`).digest();

/**
 * Looks, in the transaction that would send it, whether a letter was sent before; a second try waits here for the first.
 * @returns the message it left as, a refusal when the words are others by now, undefined when it has not been sent.
 */
export async function sentBefore(
  tx: Kysely<Tables>,
  by: SignedIn,
  letter: Letter,
): Promise<Message | Refusal | undefined> {
  const mark = markOf(by.id, letter.key);
  if (mark === null) return undefined;
  await lockFingerprint(tx, mark);
  const message = await messageWithFingerprint(tx, mark);
  if (!message) return undefined;
  return saysTheSame(message, letter) ? message : SENT_BEFORE;
}

const saysTheSame = ({ reply_html, recipients }: Message, { html, to, cc, bcc }: Letter): boolean =>
  reply_html === sanitiseHtml(html).html &&
  [to, cc, bcc].map(addressed).join("\n") === [recipients.to, recipients.cc, recipients.bcc].map(addressed).join("\n");

const addressed = (list: readonly NamedAddress[] = []): string => list.map(({ address }) => address).join(" ");

/** Whether a letter with this key has left, whatever it said. */
export async function hasLeft(db: Kysely<Tables>, person: PersonId, key: string): Promise<boolean> {
  const mark = markOf(person, key);
  return mark !== null && (await messageWithFingerprint(db, mark)) !== undefined;
}
