/**
 * What a letter says of earlier promises of its conversation, kept in the letter's own transaction (METHOD close.through): that one is
 * kept with it, or moved by it. Moving takes a new day in this very letter, because that is the notice. Before the promise was due it
 * then counts as moved, after that it stays broken and is owned up to; both count from when the letter leaves.
 */
import {
  type ConversationId,
  type MessageId,
  type PersonId,
  type PromiseId,
  type Refusal,
  refuse,
} from "../../kit/index.ts";
import { note } from "../../platform/events/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { type NewGiven, type PromiseStanding, type Settlement, settle } from "../../records/promise/index.ts";

export interface SettledPromise {
  readonly id: PromiseId;
  readonly outcome: "kept" | "moved";
}

export const PROMISE_SETTLED = refuse(
  "promise-settled",
  "One of these promises is settled already.",
  "Look again; a colleague may have been faster.",
);

type Dated = Pick<NewGiven["promises"][number], "who" | "due_at">;

/** A promise of ours with a day that lies ahead. */
const isNewDay =
  (leavesAt: Date) =>
  ({ who, due_at }: Dated): boolean =>
    who !== "other" && due_at !== null && due_at > leavesAt;

/** Before anything is written. @param standing the promises of this conversation. @param given what the letter promises itself. */
export function refusedSettling(
  settled: readonly SettledPromise[],
  standing: readonly PromiseStanding[],
  given: NewGiven,
  leavesAt: Date,
): Refusal | undefined {
  if (new Set(settled.map(({ id }) => id)).size < settled.length) return PROMISE_SETTLED;
  const owed = standing.filter(({ outcome, settling }) => outcome === null && settling === null);
  if (settled.some(({ id }) => !owed.some((one) => one.id === id))) return PROMISE_SETTLED;
  if (settled.some(({ outcome }) => outcome === "moved") && !given.promises.some(isNewDay(leavesAt)))
    return refuse(
      "moved-without-day",
      "This letter moves a promise and does not say to when.",
      "Write by when it will be kept, or leave the promise open.",
    );
  return undefined;
}

/** After the letter was written. @param kept its own promises, in the order of the text: the first with a new day is what is moved to. */
export async function settleWithLetter(
  tx: Kysely<Tables>,
  settled: readonly SettledPromise[],
  letter: {
    readonly conversationId: ConversationId;
    readonly message: MessageId;
    readonly leavesAt: Date;
    readonly kept: readonly (Dated & { readonly id: PromiseId })[];
  },
  by: { readonly person: PersonId; readonly at: Date },
): Promise<void> {
  const { conversationId, message, leavesAt, kept } = letter;
  const movedTo = kept.find(isNewDay(leavesAt))?.id;
  for (const { id, outcome } of settled) {
    if (!(await settle(tx, id, settlementOf(outcome, message, movedTo), by)))
      throw new Error(`Promise ${id} was settled meanwhile, under the lock.`);
    await note(tx, {
      at: by.at,
      kind: `promise.${outcome}`,
      conversationId,
      personId: by.person,
      data: { promiseId: id, messageId: message },
    });
  }
}

function settlementOf(
  outcome: SettledPromise["outcome"],
  message: MessageId,
  movedTo: PromiseId | undefined,
): Settlement {
  if (outcome === "kept") return { outcome, message };
  if (movedTo === undefined) throw new Error("A letter without a new day came past the look at it.");
  return { outcome, message, movedTo };
}
