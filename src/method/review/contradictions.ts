/**
 * Where a reply says again something the thread has said, and says it otherwise: a digit off, the wrong number of things, the
 * day that was put right since, another's kin, a name a letter off. A value that is new on purpose, or stands beside the right
 * one, is a different thing and is left alone.
 */
import type { Span } from "../../kit/index.ts";
import { stemOf } from "./content-words.ts";
import { type Contradiction, NEW_ONE } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { eventDaysOff } from "./event-days.ts";
import { numberSlips } from "./number-slips.ts";
import { numbersOff } from "./numbers-off.ts";
import { areSwapped, isSlip } from "./numbers-said.ts";
import { otherOfTheKind, otherPlace } from "./one-of-a-kind.ts";
import { cue, pattern } from "./pattern.ts";
import { keptWrong } from "./put-right.ts";
import type { Sentence } from "./sentence.ts";
import { sidesOff, stuffOff } from "./sides-off.ts";
import { COUNTED, countOf, eventsIn, LABELLED, SUM, type ThreadSaid, threadSaid } from "./thread-said.ts";
import { toldOtherwise } from "./told-otherwise.ts";
import { timesOff } from "./wrong-times.ts";

/** Words before a number that name nothing. */
const NO_LABEL = new Set(
  "at by on in to from of for until till the about is was are were up only over under than and or with page step room line row version platform level floor seat seats gate table aged age day days week weeks hour hours minute minutes year years month months option article section paragraph rule clause january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec within after before next last every each all another some around nearly almost least most further these those them paid pay costs cost charged refunded refund back between since exactly another plus minus times your our my their its a an be it that this monday tuesday wednesday thursday friday saturday sunday you we i not out off down part call ring dial phone number windows ios android".split(
    " ",
  ),
);

/** In order of sentences, one per sentence at most for each kind of thing. */
export function* contradictionsIn(draft: Draft): Generator<Contradiction> {
  if (draft.customer === undefined) return;
  const said = threadSaid(draft.input.thread);
  for (const sentence of draft.body.slice(0, MOST_SENTENCES)) {
    const isNew = NEW_ONE.test(sentence.plain);
    if (/\d/.test(sentence.plain)) {
      if (!isNew) yield* labelsOff(draft, sentence, said);
      yield* sumsOff(draft, sentence, said);
      yield* eventsOff(draft, sentence, said);
    }
    yield* timesOff(draft, sentence, said);
    if (!isNew) yield* countsOff(draft, sentence, said);
    yield* kinOff(sentence, said);
    yield* sidesOff(draft, sentence, said);
    yield* stuffOff(draft, sentence, said);
    yield* otherOfTheKind(draft, sentence, said);
    yield* otherPlace(draft, sentence, said);
    yield* namesOff(draft, sentence, said);
  }
  yield* quotationsOff(draft, said);
  yield* numbersOff(draft);
  yield* numberSlips(draft);
  yield* toldOtherwise(draft);
  yield* eventDaysOff(draft);
  yield* keptWrong(draft);
}

/** Longer replies are not letters; what is compared pair by pair stops here. */
const MOST_SENTENCES = 80;
const MOST_MATCHES = 12;

const fewOf = (text: string, words: RegExp): RegExpExecArray[] => [...text.matchAll(words)].slice(0, MOST_MATCHES);

const at = (sentence: Sentence, index: number, length: number): Span => ({
  start: sentence.start + index,
  end: sentence.start + index + length,
});

function* labelsOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  for (const { 0: whole, 1: label = "", 2: number = "", index } of fewOf(sentence.plain, LABELLED)) {
    if (NO_LABEL.has(label) || said.numbers.has(number)) continue;
    const theirs = [...(said.labelled.get(stemOf(label)) ?? [])];
    const isBeside = /\b(?:at|beside|near|behind|next to|opposite|above|below|by) (?:the )?$/.test(
      sentence.plain.slice(0, index),
    );
    if (number.length < 3 && isBeside) continue;
    const meant = theirs.length === 1 ? theirs[0] : theirs.find((other) => areSwapped(other, number));
    if (meant !== undefined && isSlip(meant, number) && !draft.plain.includes(meant))
      yield { ...at(sentence, index + whole.length - number.length, number.length), said: `${label} ${meant}` };
  }
}

const DEFINITE = /\b(?:your|the|all|all the|all of (?:the|your)|these|those)(?: \w+)? $/;

function* countsOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  for (const { 0: whole, 1: count = "", 2: noun = "", index } of fewOf(sentence.plain, COUNTED)) {
    const before = sentence.plain.slice(Math.max(0, index - 22), index);
    if (!DEFINITE.test(before) || TIMES.test(noun)) continue;
    const theirs = [...(said.counted.get(stemOf(noun)) ?? [])];
    const many = countOf(count);
    const [meant] = theirs;
    if (meant === undefined || theirs.length > 1 || many === meant || draft.plain.includes(` ${meant} `)) continue;
    // Fewer may be a part of them; more of them there never were.
    const isOff = meant >= 10 ? isSlip(String(meant), String(many)) : /\b(?:all|your)\b/.test(before);
    if (isOff) yield { ...at(sentence, index, whole.length), said: `${meant} ${noun}` };
  }
}

const TIMES =
  /^(?:days|weeks|hours|minutes|months|years|times|euros|pounds|dollars|percent|degrees|steps|options|ways|things|questions|points|lines|words|digits)$/;

function* sumsOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  const value = (sum: string) => Number(sum.replace(",", "."));
  const theirs = said.sums.map(value);
  for (const { 1: sum = "", index } of fewOf(sentence.plain, SUM)) {
    const here = value(sum);
    if (theirs.some((other) => isMadeOf(here, other, theirs))) continue;
    const digits = sum.replace(/\D/g, "");
    const meant = said.sums.find((other) => {
      const theirDigits = other.replace(/\D/g, "");
      if (areSwapped(theirDigits, digits)) return true;
      // One digit off and more than was ever spoken of, in a sentence about that very payment.
      return (
        isSlip(theirDigits, digits) &&
        here > value(other) &&
        THAT_PAYMENT.test(sentence.plain) &&
        !NEW_ONE.test(sentence.plain)
      );
    });
    if (meant !== undefined && !draft.plain.includes(meant) && !draft.plain.includes(meant.replace(".", ",")))
      yield { ...withCurrency(draft, at(sentence, index, sum.length)), said: meant };
  }
}

const withCurrency = (draft: Draft, sum: Span): Span => {
  const figure = draft.figures.find(
    ({ kind, start, end }) => kind === "amount" && start <= sum.start && end >= sum.end,
  );
  return figure === undefined ? sum : { start: figure.start, end: figure.end };
};

const THAT_PAYMENT = pattern(
  "(?:double|second|duplicate|wrong|your) (?:charge|payment|debit|booking)|will be refunded|(?:has|have) been (?:refunded|charged|debited)|refunded|was charged",
);

/** The same, twice or half of it, or two of theirs together. */
const isMadeOf = (here: number, other: number, all: readonly number[]): boolean =>
  [other, 2 * other, 3 * other, 4 * other, other / 2].some((made) => Math.abs(made - here) < 0.011) ||
  all.some((third) => Math.abs(other + third - here) < 0.011 || Math.abs(other - third - here) < 0.011);

function* eventsOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  if (said.events.size === 0) return;
  const inReply = new Set(
    draft.figures.flatMap((figure) => (figure.kind === "day" && figure.date !== undefined ? [figure.date] : [])),
  );
  for (const { event, day, start, end } of eventsIn(sentence.plain)) {
    const latest = said.events.get(event)?.at(-1);
    if (latest === undefined || isSameDay(latest, day) || inReply.has(dateOf(latest))) continue;
    yield { start: sentence.start + start, end: sentence.start + end, said: `${event}: ${latest.replace("-", "/")}` };
    return;
  }
  // "Nineteen days before the 6th", after the customer has put the 6th right.
  for (const [event, days] of said.events) {
    const latest = days.at(-1) as string;
    for (const figure of draft.figuresOf(sentence)) {
      if (figure.kind !== "day" || figure.date === undefined || figure.date === dateOf(latest)) continue;
      const isOld = days.some((day) => dateOf(day) === figure.date) && !inReply.has(dateOf(latest));
      if (isOld) yield { start: figure.start, end: figure.end, said: `${event}: ${latest.replace("-", "/")}` };
    }
  }
}

const dateOf = (day: string): number => Number(day.split("-")[0]);
const isSameDay = (one: string, other: string): boolean => {
  const [a, b] = [one.split("-"), other.split("-")];
  return a[0] === b[0] && (a[1] === b[1] || a[1] === "?" || b[1] === "?");
};

/** Two who are easily taken for each other; of a death, any two. */
const KIN: ReadonlyArray<readonly [string, string]> = [
  ["husband", "wife"],
  ["son|lad|boy", "daughter|lass|girl"],
  ["mother|mum|mom|mam|mother-in-law", "father|dad|father-in-law"],
  ["brother", "sister"],
  ["uncle", "aunt"],
  ["grandmother|gran|granny|nan|grandma", "grandfather|grandad|granddad|grandpa"],
  ["nephew", "niece"],
  ["cat", "dog"],
];
const PERSON = KIN.flat().join("|");
const YOURS = cue(new RegExp(`\\byour (?:late |dear |own |old |little )?(${PERSON})(?![\\w-])`));
const OF_A_DEATH = pattern("condolences?|sympath(?:y|ies)|loss|passing|death|died|passed away|funeral|grief");
const THEIRS = new RegExp(`\\b(?:my|our|his|her) (?:late |dear |old |little |\\d+-year-old )?(${PERSON})\\b`);

function* kinOff(sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  const here = YOURS.exec(sentence.plain);
  if (here === null) return;
  const who = here[1] as string;
  const own = KIN.find((pair) => pair.some((one) => one.split("|").includes(who))) ?? [];
  const side = own.find((one) => one.split("|").includes(who)) ?? who;
  const isNamed = (words: string) => new RegExp(`\\b(?:${words})\\b`).test(said.plain);
  if (isNamed(side) || /\b(?:parents?|partner|spouse|child|children|kids?|famil)/.test(said.plain)) return;
  const other =
    /^(?:husband|wife|son|daughter|cat|dog)$/.test(who) || OF_A_DEATH.test(sentence.plain)
      ? own.find((one) => one !== side)
      : undefined;
  const meant =
    other !== undefined && isNamed(other)
      ? THEIRS.exec(said.plain)?.[1]
      : OF_A_DEATH.test(sentence.plain)
        ? THEIRS.exec(said.plain)?.[1]
        : undefined;
  if (meant !== undefined) yield { ...at(sentence, here.index, here[0].length), said: meant };
}

/** Behind these a name is somebody or something of the customer's, not a colleague who acts. */
const NAME_HERE = cue(
  /(?<=\b(?:about|for|of|with|named|called|name|your|the) (?:\p{Lu}[\p{L}-]+ )?)\p{Lu}[\p{L}'’-]{3,}(?!\w| (?:will|is \p{L}+ing|has|in|from|and I|can)\b)/gu,
);
/** "TITAN X9": a family of things, and which of them. */
const MODEL_HERE = cue(/\b(\p{Lu}[\p{L}\d-]{2,}) ([A-Z]{0,3}\d{1,4})\b(?![.,:]\d)/gu);
const NO_FAMILY =
  /^(?:windows|room|platform|gate|version|level|line|article|section|step|page|terminal|track|floor|row|seat|ios|android|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the|only|about|over|all)$/;

function* namesOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  const written = draft.text.slice(sentence.start, sentence.start + sentence.plain.length);
  const name = draft.input.customer?.name?.toLowerCase() ?? "";
  for (const { 0: whole, 1: family = "", 2: code = "", index } of fewOf(written, MODEL_HERE)) {
    const named = family.toLowerCase();
    if (NO_FAMILY.test(named) || NEW_ONE.test(sentence.plain)) continue;
    const theirs = new RegExp(`(?<![\\w-])${named} ([a-z]{0,3}\\d{1,4})\\b`).exec(said.plain)?.[1];
    if (theirs === undefined || !isSlip(theirs, code.toLowerCase()) || said.plain.includes(code.toLowerCase()))
      continue;
    if (!draft.plain.includes(`${named} ${theirs}`))
      yield { ...at(sentence, index, whole.length), said: `${family} ${theirs.toUpperCase()}` };
  }
  for (const { 0: word, index } of fewOf(written, NAME_HERE)) {
    const here = word.toLowerCase();
    if (
      said.plain.includes(here) ||
      name.includes(here) ||
      sentence.plain.slice(index - 12, index).includes("colleague")
    )
      continue;
    for (const theirs of said.names) {
      if (name.includes(theirs.toLowerCase()) || theirs.length < 4 || draft.plain.includes(theirs.toLowerCase()))
        continue;
      if (isNearly(here, theirs.toLowerCase())) {
        yield { ...at(sentence, index, word.length), said: theirs };
        break;
      }
    }
  }
}

/** The same first letter and length, and one letter in three different at most, two in any case. */
function isNearly(one: string, other: string): boolean {
  if (one === other || one[0] !== other[0] || one.length !== other.length || one.length < 5) return false;
  const wrong = [...one].filter((char, at) => char !== other[at]).length;
  return wrong <= 2 && wrong * 2 < one.length;
}

function* quotationsOff(draft: Draft, said: ThreadSaid): Generator<Contradiction> {
  if (said.quotations.length === 0) return;
  for (const { 1: words = "", index } of fewOf(draft.text.slice(0, 20_000), /["“„]([^"“”„\n]{6,60})["”“]/g)) {
    if (said.quotations.includes(words) || said.plain.includes(words.toLowerCase())) continue;
    const theirs = said.quotations.find((other) => isOneWordOff(words.toLowerCase(), other.toLowerCase()));
    if (theirs !== undefined) yield { start: index + 1, end: index + 1 + words.length, said: theirs };
  }
}

/** "Happy 60th Maud" for "Happy 70th Maud": all words but one the same, and that one a letter or two off. */
function isOneWordOff(one: string, other: string): boolean {
  const [a, b] = [one.split(" "), other.split(" ")];
  if (a.length !== b.length || a.length < 2) return false;
  const off = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] as string] as const]));
  const [only] = off;
  return (
    off.length === 1 &&
    only !== undefined &&
    only[0].length === only[1].length &&
    [...only[0]].filter((char, at) => char !== only[1][at]).length <= 2
  );
}
