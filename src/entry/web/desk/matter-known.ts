/**
 * A conversation as the steps follow from it, put together from what the page has: its letters, what the coach heard in them and saw
 * in ours, the facts, the next word that is due, and how it ended. Pure; decides nothing.
 */
import type { Feeling, Reading } from "../../../method/reading/index.ts";
import type { Matter, PromiseGiven, Step } from "../../../method/steps/index.ts";
import type { ConversationWhole, Message } from "../../contract/index.ts";
import { hear, isListenedTo } from "../reading/hear.ts";

/** What wants a word before anything else; who is pleased, calm or only asking wants an answer. */
const HURTS: ReadonlySet<Feeling> = new Set([
  "angry",
  "frustrated",
  "disappointed",
  "worried",
  "sad",
  "embarrassed",
  "desperate",
  "pressed-for-time",
]);
const LEAST_HURT = 0.4;

const timeOf = (at: string): number => new Date(at).getTime();

/** Written by one of us, to the customer. */
export const isOurLetter = (message: Message): boolean => message.kind === "outbound" && !message.isAutomatic;

export interface Heard {
  readonly readings: ReadonlyMap<number, Reading>;
  /** By letters of ours: the steps it took. */
  readonly covered: ReadonlyMap<number, readonly Step[]>;
}

/** @param now milliseconds since 1970. */
export function matterKnown(whole: ConversationWhole, { readings, covered }: Heard, now: number): Matter {
  const { conversation: row, messages, facts, promises, corrections } = whole;
  const listened = messages.filter(isListenedTo);
  const newest = listened.at(-1);
  const moments = new Map(messages.map(({ id, at }) => [id, timeOf(at)]));
  const began = Math.min(...moments.values());
  return {
    theirs: listened.map((message) => {
      const reading = readings.get(message.id);
      const heard = reading && hear(message, reading, messages, corrections);
      return {
        id: message.id,
        at: timeOf(message.at),
        isSeen: !(row.unread && message === newest),
        isUpset:
          heard?.feelings.some(({ feeling, intensity }) => HURTS.has(feeling) && intensity >= LEAST_HURT) ?? false,
        soundsSolved: false,
      };
    }),
    ours: messages.filter(isOurLetter).map(({ id, at, sentAt, delivery }) => ({
      id,
      at: timeOf(sentAt ?? at),
      hasLeft: delivery === "sent" || delivery === "delayed",
      covers: covered.get(id) ?? [],
    })),
    facts: facts.map(({ id, messageId, state }) => ({ id, at: moments.get(messageId ?? 0) ?? began, state })),
    questions: [],
    offers: [],
    promises: [
      ...promises.map(({ id, givenAt, due, state, isOwnedUp }) => ({
        id,
        at: timeOf(givenAt),
        due: due === null ? null : timeOf(due),
        // Owed no longer, and so nothing more to do.
        state: state === "withdrawn" ? ("kept" as const) : state,
        isOwnedUp,
      })),
      ...nextWord(row, began, now),
    ],
    checks: [],
    checkDue: null,
    closings:
      row.status === "resolved" && row.ending === "closed"
        ? [{ at: timeOf(row.lastActivityAt), reason: "closed" }]
        : [],
    overruled: [],
  };
}

/** Stands in no ledger, and so under a number that no promise has. */
const NEXT_WORD = 0;

/** Whoever waits for us has been told when we write: the promise that every open conversation carries. */
function nextWord({ nextUpdateDueAt }: ConversationWhole["conversation"], at: number, now: number): PromiseGiven[] {
  if (nextUpdateDueAt === null) return [];
  const due = timeOf(nextUpdateDueAt);
  return [{ id: NEXT_WORD, at, due, state: due < now ? "broken" : "open", isOwnedUp: false }];
}
