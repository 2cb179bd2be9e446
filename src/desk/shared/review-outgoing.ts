/**
 * Looks at a letter that is about to leave, whoever or whatever wrote it: the same review as beside the composer (METHOD
 * close.through, solve.limits, calm.respect). What a gate finds holds it back until it is mended or a reason is written down; what
 * it promises and gives away is handed back to be kept with it. Nothing else of the review leaves this file. No limits, approvals
 * or rights are known to the desk so far, so the rules that need them are silent.
 */
import { DateTime } from "luxon";
import { type Refusal, refuse } from "../../kit/index.ts";
import {
  type EarlierPromise,
  type Finding,
  holdsLetter,
  type Review,
  review,
  type ThreadMessage,
} from "../../method/review/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { htmlToPlainText, sanitiseHtml } from "../../platform/mail/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import type { Message } from "../../records/conversation/index.ts";
import type { NewGiven, PromiseStanding } from "../../records/promise/index.ts";

/** Why somebody lets a letter leave as it is. */
export interface GateReason {
  /** The rule that asked to stop. */
  readonly rule: string;
  readonly reason: string;
}

export interface Outgoing {
  readonly html: string;
  /** What it answers, oldest first. */
  readonly thread: readonly Message[];
  /** Empty when nobody knows it. */
  readonly customerName: string;
  /** Null: now. Days are reckoned from when it leaves. */
  readonly sendAt: Date | null;
  readonly reasons: readonly GateReason[];
  /** What was promised in this conversation before. */
  readonly promises: readonly PromiseStanding[];
}

export const NOTHING_GIVEN: NewGiven = { promises: [], commitments: [], reasons: [] };

/** More than a letter says; whoever writes so many writes them to be counted. */
const MOST_KEPT = 100;
const LONGEST_SHOWN = 300;
/** So far each earlier letter is read: strangers write them, and everybody on the desk waits meanwhile. */
const FAR_ENOUGH = 20_000;
/** Of words without what is between them: what can be called a few words in any script. */
const SHORTEST_REASON = 8;
const FEWEST_WORDS = 2;
const LETTER = /\p{L}/u;

/**
 * @returns what is to be kept with the letter, or the refusal `held-at-gate`. A bug in the review is reported and holds nothing back.
 * @param look other than the coach's own for tests alone.
 */
export function reviewOutgoing(
  desk: Desk,
  by: Pick<SignedIn, "timeZone">,
  outgoing: Outgoing,
  look: typeof review = review,
): NewGiven | Refusal {
  try {
    return reviewed(desk, by, outgoing, look);
  } catch (bug) {
    desk.report("coach.review", bug);
    return NOTHING_GIVEN;
  }
}

function reviewed(
  desk: Desk,
  { timeZone }: Pick<SignedIn, "timeZone">,
  { html, thread, customerName, sendAt, reasons, promises }: Outgoing,
  look: typeof review,
): NewGiven | Refusal {
  // The very text that is kept as the message's own, so that places in one are places in the other.
  const reply = htmlToPlainText(sanitiseHtml(html).html).trim();
  const found = look({
    thread: saidIn(thread),
    reply,
    at: (sendAt ?? desk.now()).toISOString(),
    timeZone,
    promises: promisedBefore(promises),
    ...(customerName === "" ? {} : { customer: { name: customerName } }),
  });
  const gates = found.findings.filter(holdsLetter);
  const given = new Map(reasons.map(({ rule, reason }) => [rule, reason.trim()]));
  const unanswered = gates.filter(({ rule }) => !isReason(given.get(rule)));
  if (unanswered.length > 0) return heldAt(unanswered, reply, given);
  const rules = [...new Set(gates.map(({ rule }) => rule))];
  return { ...keptOf(found, timeZone), reasons: rules.map((rule) => ({ rule, reason: given.get(rule) ?? "" })) };
}

/** The letters of both sides as they were written: no notes, no machines. The composer's coach is told the same (matter-of.ts). */
export function saidIn(thread: readonly Message[]): ThreadMessage[] {
  return thread.flatMap(({ kind, at, sent_at, reply_text, class: sort, is_automatic, notes }): ThreadMessage[] => {
    const text = reply_text.slice(0, FAR_ENOUGH);
    if (kind === "inbound" && sort === "human" && notes.bounce?.delayed !== true)
      return [{ from: "customer", text, at: at.toISOString() }];
    if (kind === "outbound" && !is_automatic) return [{ from: "agent", text, at: (sent_at ?? at).toISOString() }];
    return [];
  });
}

/** Earlier promises with a day, as a review is told them. The composer's coach is told the same (matter-of.ts). */
export const promisedBefore = (promises: readonly PromiseStanding[]): EarlierPromise[] =>
  promises.flatMap(({ what, due_at, state, is_owned_up }) =>
    due_at === null
      ? []
      : [{ what, due: due_at.toISOString(), state: state === "withdrawn" || is_owned_up ? "kept" : state }],
  );

const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** Different words: "aaaaaaaa" and "ok ok ok ok" say nothing. Scripts without spaces have words too. */
function isReason(reason = ""): boolean {
  const words = [...WORDS.segment(reason)]
    .map(({ segment }) => segment.toLowerCase())
    .filter((one) => LETTER.test(one));
  return words.join("").length >= SHORTEST_REASON && new Set(words).size >= FEWEST_WORDS;
}

function heldAt(gates: readonly Finding[], reply: string, given: ReadonlyMap<string, string>): Refusal {
  const [first] = gates;
  const isTooShort = gates.some(({ rule }) => (given.get(rule) ?? "") !== "");
  return {
    ...refuse(
      "held-at-gate",
      first?.message ?? "",
      isTooShort
        ? "The reason needs a few words more; or change the letter."
        : "Change it, or say in a few words why it should leave as it is.",
    ),
    about: gates.map(({ rule, message, start, end }) => ({
      rule,
      message,
      words: reply.slice(start, end).slice(0, LONGEST_SHOWN),
      start,
      end,
    })),
  };
}

function keptOf({ promises, commitments }: Review, timeZone: string): Omit<NewGiven, "reasons"> {
  return {
    promises: promises.slice(0, MOST_KEPT).map(({ start, end, who, what, due }) => ({
      start_at: start,
      end_at: end,
      who,
      what,
      ...dueAt(due, timeZone),
    })),
    commitments: commitments.slice(0, MOST_KEPT).map(({ start, end, kind, amount, currency }) => ({
      start_at: start,
      end_at: end,
      kind,
      amount: amount !== null && DECIMAL.test(amount) ? amount : null,
      currency,
    })),
  };
}

/** What the database takes as a number. */
const DECIMAL = /^\d{1,30}(?:\.\d{1,10})?$/;
const DAY_ALONE = /^\d{4}-\d\d-\d\d$/;

/** A day alone is kept as its end: until then the promise is not broken. */
function dueAt(due: string | null, timeZone: string): { due_at: Date | null; due_is_day: boolean } {
  if (due === null) return { due_at: null, due_is_day: false };
  const read = DateTime.fromISO(due, { zone: DateTime.local({ zone: timeZone }).isValid ? timeZone : "utc" });
  const isDay = DAY_ALONE.test(due);
  return read.isValid
    ? { due_at: (isDay ? read.endOf("day") : read).toJSDate(), due_is_day: isDay }
    : { due_at: null, due_is_day: false };
}
