/** What a reply answers, as the coach is told it: the letters of both sides as they were written, no notes, no machines. Pure. */
import type { EarlierPromise, ThreadMessage } from "../../../method/review/index.ts";
import type { Message, StandingPromise } from "../../contract/index.ts";
import type { Matter } from "./look-at-draft.ts";

export interface MatterParts {
  readonly conversationId: number;
  /** Empty when nobody knows it. */
  readonly customerName: string;
  readonly messages: readonly Message[];
  readonly timeZone: string;
  /** Of this conversation, as they stand. */
  readonly promises: readonly StandingPromise[];
  /** Ready-made texts a reply may have been started from, as plain text. */
  readonly phrases: readonly string[];
}

export function matterOf({ conversationId, customerName, messages, timeZone, promises, phrases }: MatterParts): Matter {
  const thread = threadOf(messages);
  return {
    seed: `${conversationId} ${thread.filter(({ from }) => from === "agent").length}`,
    thread,
    timeZone,
    promises: promises.flatMap(promisedBefore),
    ...(customerName ? { customer: { name: customerName } } : {}),
    ...(phrases.length > 0 ? { playbook: { phrases } } : {}),
  };
}

/** The letters of both sides. */
export function threadOf(messages: readonly Message[]): ThreadMessage[] {
  const thread: ThreadMessage[] = [];
  for (const { kind, at, sentAt, replyText: text, class: sort, isAutomatic, isDelayNotice } of messages) {
    if (kind === "inbound" && sort === "human" && !isDelayNotice) thread.push({ from: "customer", text, at });
    if (kind === "outbound" && !isAutomatic) thread.push({ from: "agent", text, at: sentAt ?? at });
  }
  return thread;
}

/** With a day: what was owned up to, or is owed no longer, needs no word. */
const promisedBefore = ({ what, due, state, isOwnedUp }: StandingPromise): EarlierPromise[] =>
  due === null ? [] : [{ what, due, state: state === "withdrawn" || isOwnedUp ? "kept" : state }];
