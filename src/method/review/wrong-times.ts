/**
 * Where a reply puts what has been said at another time: the right date in another month, the train of another minute, an event
 * of last Monday on a Thursday. Only what looks back or names the very thing; a new date is a new date.
 */
import { type Contradiction, NEW_ONE } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import type { Time } from "./figures.ts";
import { pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";
import { MONTHS, type ThreadSaid } from "./thread-said.ts";

/** Looks back at what happened to them. */
const LOOKS_BACK = pattern(
  "(?:was|were|did|didn't|came|arrived|took|taken|charged|collected|paid|ordered|bought|sent|wrote|called|rang|happened|went|got|had|missed|lost|booked|fixed|repaired|cancelled|debited|delivered)",
);
const LOOKS_AHEAD = pattern(
  "(?:(?:i|we|you|he|she|it|they)'ll|will|shall|can|could|would|tomorrow|next|soon|from|until|by|before|offer|suits?)",
);
/** Without one of these nothing here can be found. */
const MAY_TELL = /\d|day|in (?:january|february|march|april|june|july|august|september|october|november|december)/;
/** A day that is put right in the same breath names two that differ. */
const PUT_RIGHT = /\b(?:instead of|rather than|not)\b/;

export function* timesOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  if (!MAY_TELL.test(sentence.plain) || NEW_ONE.test(sentence.plain) || PUT_RIGHT.test(sentence.plain)) return;
  yield* monthOff(draft, sentence, said);
  for (const figure of draft.figuresOf(sentence)) if (figure.kind === "time") yield* minuteOff(draft, figure, said);
  if (!/day's\b/.test(sentence.plain) && !(LOOKS_BACK.test(sentence.plain) && /\byour?\b/.test(sentence.plain))) return;
  if (LOOKS_AHEAD.test(sentence.plain)) return;
  yield* pastOff(
    sentence,
    said,
    said.weekdays,
    /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:'s\b|(?= (?:morning|afternoon|evening))|(?<=on \w+day)(?! \d))/,
  );
  yield* pastOff(
    sentence,
    said,
    said.months,
    /\b(?:your|you|collected|charged|debited|paid|taken|billed|ordered)\b[^.]{0,40}? in (january|february|march|april|june|july|august|september|october|november|december)\b/,
  );
}

const RELATIVE =
  /\b(?:yesterday|today|tomorrow|tonight|last night|(?:days?|nights?) ago|this (?:morning|afternoon|evening))\b/;

const RANGE =
  /\b(\d{1,2})(?:st|nd|rd|th)?(?: to | until | till | ?- ?| and )(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3})[a-z]*/;

/** "10 to 17 June" for "10 to 17 July": one date may be a new one, two are theirs. */
function* monthOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  const here = /\d/.test(sentence.plain) ? RANGE.exec(sentence.plain) : null;
  const theirs = here === null ? null : RANGE.exec(said.plain);
  if (here === null || theirs === null || here[1] !== theirs[1] || here[2] !== theirs[2]) return;
  const [, , , month = "", right = ""] = [...here, theirs[3]];
  const isMonth = (name: string) => MONTHS.some((one) => one.startsWith(name));
  if (month === right || !isMonth(month) || !isMonth(right)) return;
  if (said.plain.includes(` ${month}`) || draft.plain.includes(` ${right}`)) return;
  const start = sentence.start + here.index;
  yield { start, end: start + here[0].length, said: theirs[0] };
}

/** "the 6:45" for "the 6:15": the same hour, named as the very thing. */
function* minuteOff(draft: Draft, here: Time, said: ThreadSaid): Generator<Contradiction> {
  if (here.minute === 0 || !/\b(?:the|your) $/.test(draft.plain.slice(Math.max(0, here.start - 6), here.start))) return;
  const theirs = said.times.filter(({ hour }) => hour === here.hour);
  const minutes = new Set(theirs.map(({ minute }) => minute));
  const [meant] = minutes;
  if (meant !== undefined && minutes.size === 1 && meant !== here.minute && meant !== 0)
    yield { start: here.start, end: here.end, said: `${here.hour}:${String(meant).padStart(2, "0")}` };
}

/** They named one day of the week, or one month, and the reply looks back at another. */
function* pastOff(
  sentence: Sentence,
  said: ThreadSaid,
  named: readonly string[],
  cue: RegExp,
): Generator<Contradiction> {
  const found = cue.exec(sentence.plain);
  const here = found?.[1];
  if (found === null || here === undefined || said.plain.includes(here.slice(0, 3))) return;
  // Told back to them, not of our own doings; a day beside a date is judged by the date; "yesterday" may be any.
  if (!/\byou(?:r|'d|'ve|'re)?\b/.test(sentence.plain.slice(0, found.index))) return;
  if (/^,? (?:the )?\d/.test(sentence.plain.slice(found.index + found[0].length))) return;
  if (RELATIVE.test(said.plain)) return;
  const [meant] = named;
  if (meant === undefined || named.length > 1) return;
  const start = sentence.start + found.index + found[0].indexOf(here);
  yield { start, end: start + here.length, said: meant };
}
