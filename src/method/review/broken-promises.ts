/**
 * What our side promised in this conversation and did not keep in time. The desk's own record rules where there is one. Else it is
 * read from our last letter, and from what the customer says they were told; in doubt a promise counts as kept.
 */
import type { Draft } from "./draft.ts";
import { draftOf } from "./draft.ts";
import { dateOf as calendarOf, dueOf, writingMoment } from "./due.ts";
import { type Day, figuresIn } from "./figures.ts";
import { pattern, plain } from "./pattern.ts";
import type { ReviewInput, ThreadMessage } from "./review-input.ts";

export interface BrokenPromise {
  /** In the words of the promise. */
  readonly what: string;
}

/** The customer says that it did not happen. */
const NOT_KEPT = pattern(
  "nobody|no one|nothing|still|never|where|again|(?:not|\\w+n't) (?:come|came|call|called|heard|hear|received|receive|arrived|arrive|happened|happen|turn|show|write|reply|rung|rang|done|got)|it(?:'s| is) (?:now )?(?:already )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|it(?:'s| is) (?:now )?(?:past|after|quarter|half|ten|\\d)|its? been|any (?:news|update)|waiting|no (?:call|reply|word|update|sign|answer|news)|since then|have had|how long|hello\\?",
);
const KEPT = pattern(
  "(?:it|they|she|he|everything|the \\w+) (?:came|arrived|is here|has come|works|called|rang|has arrived)|thank(?:s| you) for (?:calling|ringing|coming|the (?:call|update|quick))|spoke (?:to|with)|you called",
);
/** What is kept or broken before the eyes of the customer alone. */
const CONTACT = pattern(
  "(?:i|we)(?:'ll| will|'m going to)(?: [\\w']+){0,8} (?:call|ring|phone|write|mail|e-?mail|update|let you know|get back|come back|confirm|tell you|report|answer|reply|respond|be in touch|post)",
);
const ON_THE_WAY = /\b(?:on (?:the|my|his|her|our|their) way|be (?:there|with you)|i'm coming|we're coming)\b/;
const MINUTES = /\b(\d{1,3}) ?min(?:ute)?s?\b/;
const TOLD = pattern(
  "(?:you|they|he|she|your \\w+|someone|somebody|a colleague|the \\w+)(?: had| have|'d|'ve)? (?:said|say|told (?:me|us)|promised|assured|answered|wrote|guaranteed)|(?:i|we)(?: was| were|'ve been| have been| had been) (?:told|promised|assured|given)|(?:was|were) (?:due|promised|supposed to (?:come|arrive|be))|should have (?:come|arrived|been (?:here|delivered))",
);

const known = new WeakMap<Draft, readonly BrokenPromise[]>();

export function brokenPromisesIn(draft: Draft): readonly BrokenPromise[] {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const { promises, at, thread } = draft.input;
  const now = Date.parse(at ?? "");
  const broken =
    promises !== undefined && promises.length > 0
      ? promises.filter(({ state = "open", due }) => state === "broken" || (state === "open" && endOf(due) < now))
      : Number.isNaN(now)
        ? []
        : [...fromOurs(draft.input, now), ...fromTheirs(thread, now)];
  known.set(draft, broken);
  return broken;
}

/** A day lasts until it ends somewhere on earth; in doubt a promise is not yet broken. */
const endOf = (due: string): number => (due.length <= 10 ? Date.parse(`${due}T23:59:59-12:00`) : Date.parse(due));

/** Of our last letter: what it promised for a time that has passed since, and the customer does not say came true. */
function fromOurs({ thread, timeZone }: ReviewInput, now: number): BrokenPromise[] {
  const last = thread.findLastIndex(({ from }) => from === "agent");
  const ours = thread[last];
  if (ours?.at === undefined) return [];
  const since = thread.slice(last + 1);
  const said = since.map(({ text }) => plain(text.slice(0, MOST_TEXT))).join(" ");
  const heard = Math.max(0, ...since.map(({ at }) => Date.parse(at ?? "")).filter((time) => !Number.isNaN(time)));
  if (KEPT.test(said)) return [];
  return promisedIn(ours, timeZone).filter(({ what, due }) => {
    if (endOf(due) >= now) return false;
    // Written after it was due, and no word of it: it was kept. Not written since: only a letter or a call is sure to be missing.
    return heard > Date.parse(due) ? NOT_KEPT.test(said) : CONTACT.test(plain(what));
  });
}

const MOST_TEXT = 8_000;

interface Dated {
  readonly what: string;
  readonly due: string;
}

/** A letter in a thread is the same object from one keystroke to the next. */
const readLetters = new WeakMap<ThreadMessage, readonly Dated[]>();

function promisedIn(letter: ThreadMessage, timeZone: string | undefined): readonly Dated[] {
  const before = readLetters.get(letter);
  if (before !== undefined) return before;
  const found = lookForPromises(letter, timeZone);
  readLetters.set(letter, found);
  return found;
}

function lookForPromises({ text, at = "" }: ThreadMessage, timeZone: string | undefined): Dated[] {
  const read = text.slice(0, MOST_TEXT);
  const writing = writingMoment(at, timeZone);
  if (writing === undefined) return [];
  const minutes = ON_THE_WAY.test(plain(read)) ? MINUTES.exec(plain(read))?.[1] : undefined;
  if (minutes !== undefined)
    return [{ what: read, due: new Date(Date.parse(at) + Number(minutes) * 60_000).toISOString() }];
  const letter = draftOf({ thread: [], reply: read, at, timeZone });
  return letter.body.flatMap((sentence) => {
    if (sentence.isQuestion || !TO_COME.test(sentence.plain) || IF.test(sentence.plain)) return [];
    const due = dueOf(letter.figuresOf(sentence), writing);
    return due === undefined ? [] : [{ what: read.slice(sentence.start, sentence.end), due }];
  });
}

const TO_COME = pattern("(?:i|we|you|he|she|they|it)(?:'ll| will)|will|comes?|coming|promise");
const IF = pattern("if|unless|should you|once you|when you|as soon as you");

/** "I was told ten working days on 12 January", said by somebody who still waits. */
function fromTheirs(thread: readonly ThreadMessage[], now: number): BrokenPromise[] {
  const theirs = thread.filter(({ from }) => from === "customer").slice(-MOST_MESSAGES);
  const all = theirs.map(({ text }) => plain(text.slice(0, MOST_TEXT)));
  const latest = all.at(-1) ?? "";
  // Told in passing, it may have been kept long since: what they wrote last has to say that it was not.
  if (!(NOT_KEPT.test(latest) || COMPLAINS.test(latest)) || KEPT.test(latest)) return [];
  return theirs.flatMap(({ text, at }) =>
    text
      .slice(0, MOST_TEXT)
      .split(/(?<=[.!?])\s+/)
      .filter((sentence) => TOLD.test(plain(sentence)) && isPast(plain(sentence), Date.parse(at ?? "") || now, now))
      .map((what) => ({ what })),
  );
}

const MOST_MESSAGES = 6;
const COMPLAINS = pattern("complain\\w*|ombudsman|manager|appeal\\w*|overdue|late|whoever's above");

/** Whether a day of the sentence, with the working days it names, lies before now. */
function isPast(sentence: string, written: number, now: number): boolean {
  const days = figuresIn(sentence).filter((figure): figure is Day => figure.kind === "day");
  const fixed = days.find(({ date, month }) => date !== undefined && month !== undefined);
  if (fixed === undefined) return false;
  const year = fixed.year ?? new Date(written).getUTCFullYear();
  const from = { year, month: fixed.month as number, date: fixed.date as number, hour: 0, minute: 0 };
  const length = days.find(({ inDays, inBusinessDays }) => inBusinessDays !== undefined || (inDays ?? 0) > 1);
  const span = /(\d{1,2}) (?:working|business) days/.exec(sentence)?.[1];
  const end = calendarOf(
    length ??
      (span === undefined
        ? { kind: "day", start: 0, end: 0, inDays: 0 }
        : { kind: "day", start: 0, end: 0, inBusinessDays: Number(span) }),
    from,
  );
  return end !== undefined && Date.UTC(end.year, end.month - 1, end.date + 1) < now;
}
