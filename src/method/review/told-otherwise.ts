/**
 * Where a reply tells the customer's own matter back and gets a day, an hour, a name or a count wrong: "you wrote that she comes at
 * 5.15", "your installation of 20 February". Only what is told back is held against them; what we plan may be new.
 */
import { isContentWord, stemOf } from "./content-words.ts";
import type { Contradiction } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { dateOf, writingMoment } from "./due.ts";
import { type Day, figuresIn, type Time } from "./figures.ts";
import { numbersIn } from "./numbers-said.ts";
import { cue, pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";
import { type TimesOfThread, timesOf, withClocks } from "./told-times.ts";

/** What they told us, or did: not our plan. */
const TOLD =
  /\b(?:you (?:e-?mailed|wrote|said|told|asked|mentioned|reported|explained|let (?:us|me) know|informed|gave)|your (?:mail|e-?mail|message|note|letter)(?: of [\w ]{1,20})? (?:says|said|told))\b/;
/** What was agreed on either side, before this reply. */
const AGREED =
  /\b(?:promised|agreed|told|said|named|booked (?:\w+ )?for|due|expected|(?:was|were) (?:to|meant to|supposed to) \w+|announced|stood there|waited|took|gave up)\b/;
/** What they do or did themselves. */
const OF_THEIRS =
  /\b(?:you(?:'ve| have|'d| had|'re| are|'ll| will)? (?:come|came|coming|arrived?|arriving|leave|left|leaving|fly|flew|flying|travel|travelled|travelling|marry|move|moved|moving|stay|stayed|staying|booked|ordered|paid|bought|check in|are with us|sent|posted|returned|cancelled|signed|drove|picked|collected|started|joined))\b/;
const PAST = pattern(
  "was|were|did|came|arrived|took|charged|collected|paid|ordered|bought|sent|wrote|called|happened|went|got|had|missed|lost|booked|fitted|installed|issued|withdrawn|is complete|has been",
);
const AHEAD = pattern(
  "(?:i|we|you|he|she|it|they)'ll|will|shall|goes|leaves|comes|tomorrow|today|going to|so that|well|in time|arrives|reaches?",
);
const IS_NEW = pattern(
  "instead|new|moved|postponed|rather than|offer|could|can|would|either|or|another|next|not|changed|alternative(?:ly)?|swap|different|extend(?:ed)?|rebooked|put back|brought forward",
);

/** The end of a term is reckoned from another day. */
const TERM =
  /\b(?:end(?:s|ed)?|expir\w+|ran out|runs? (?:out|until|to|through)|lapse[sd]?|renew\w*|over on|closed on|cover(?:s|ed)?|carry|valid)\b/;
/** Over and done. */
const DONE =
  /\b(?:you(?:'ve| have|'d| had)? (?:came|arrived|left|flew|travelled|moved|stayed|booked|ordered|paid|bought|sent|posted|returned|cancelled|signed|drove|picked|collected|started|joined|wrote|said|told|gave|used))\b/;
const OURS_HERE = cue(/\b(?:[Yy]our) (\p{Lu}\p{Ll}{3,14})\b/gu);
const YOU_HAVE = cue(
  /\b(?:[Tt]he|[Yy]our) (\p{Lu}\p{Ll}{3,14})(?: at [\d.,€$£ ]{1,9})? (?:that )?you(?:'ve| have)(?: got)? (?:now|at present|at the moment|already)/gu,
);

const same = (one: Day, other: Day): boolean =>
  one.date === other.date && (one.month === other.month || one.month === undefined || other.month === undefined);
const spoken = ({ date, month }: Day): string => `${date}/${month}`;

export function* toldOtherwise(draft: Draft): Generator<Contradiction> {
  const said = timesOf(draft.input.thread);
  const { at, timeZone } = draft.input;
  const writing = at === undefined ? undefined : writingMoment(at, timeZone);
  for (const sentence of draft.body.slice(0, MOST_SENTENCES)) {
    const words = withClocks(sentence.plain);
    yield* ownOff(draft, sentence, said);
    yield* weekdayOff(draft, sentence, words, said);
    if (!/\d/.test(words)) continue;
    const figures = figuresIn(words);
    const days = figures.filter(
      (figure): figure is Day => figure.kind === "day" && figure.date !== undefined && figure.month !== undefined,
    );
    const times = figures.filter((figure): figure is Time => figure.kind === "time");
    yield* hoursOff(sentence, words, days, times, said);
    for (const day of days) {
      if (said.days.some((other) => same(other, day)) || isMailDay(draft, day)) continue;
      const meant = dayMeant(day, words, figures, said, writing);
      if (
        meant === undefined ||
        draft.figures.some((other) => other.kind === "day" && other.month !== undefined && same(other, meant))
      )
        continue;
      yield { start: sentence.start + day.start, end: sentence.start + day.end, said: spoken(meant) };
    }
    yield* restatedCountOff(sentence, words, said);
  }
}

const MOST_SENTENCES = 80;

/** A mail is spoken of by the day on which it came. */
const isMailDay = ({ input }: Draft, { date, month }: Day): boolean =>
  [input.at, ...input.thread.map((message) => message.at)].some(
    (moment) => moment !== undefined && Number(moment.slice(5, 7)) === month && Number(moment.slice(8, 10)) === date,
  );

function* hoursOff(
  sentence: Sentence,
  words: string,
  days: readonly Day[],
  times: readonly Time[],
  said: TimesOfThread,
): Generator<Contradiction> {
  for (const time of times) {
    const isSaid = said.times.some(({ hour, minute }) => hour % 12 === time.hour % 12 && minute === time.minute);
    if (isSaid) continue;
    const at = { start: sentence.start + time.start, end: sentence.start + time.end };
    const day = days.find(({ end }) => end < time.start && time.start - end <= 6);
    const moment = day === undefined ? undefined : said.moments.find((other) => same(other.day, day));
    if (moment !== undefined && PAST.test(words)) {
      yield { ...at, said: clock(moment.time) };
      continue;
    }
    // An hour of theirs with one half of it changed, in what is told of the past.
    const slip = said.times.find(
      ({ hour, minute }) =>
        (hour === time.hour && minute !== 0 && time.minute !== 0) || (minute === time.minute && minute !== 0),
    );
    if (
      slip !== undefined &&
      PAST.test(words) &&
      /\byou(?:r|'ve|'d)?\b|\bpromised\b/.test(/[^,;:(]*$/.exec(words.slice(0, time.start))?.[0] ?? "") &&
      !AHEAD.test(words) &&
      isSameEvent(words, time, said.plain, slip)
    ) {
      yield { ...at, said: clock(slip) };
      continue;
    }
    const told = TOLD.exec(words.slice(0, time.start));
    if (told === null || /[;:]/.test(words.slice(told.index, time.start).replace(/\d:\d/g, ""))) continue;
    const meant = said.times.filter(({ hour }) => hour % 12 === time.hour % 12);
    const [only] = meant.length > 0 ? meant : said.times.length === 1 ? said.times : [];
    if (only !== undefined) yield { ...at, said: clock(only) };
  }
}

const REACH = 50;

/** Two clock times are of one event only where words of matter stand beside both. */
function isSameEvent(here: string, at: Time, there: string, other: Time): boolean {
  const around = (words: string, { start, end }: Time) =>
    new Set(
      `${/[^.;!?\n]*$/.exec(words.slice(Math.max(0, start - REACH), start))?.[0] ?? ""} ${/^[^.;!?\n]*/.exec(words.slice(end, end + REACH))?.[0] ?? ""}`
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 3 && isContentWord(word))
        .map(stemOf),
    );
  const theirs = around(there, other);
  return [...around(here, at)].some((stem) => theirs.has(stem));
}

const DAY_NAMES = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const TO_COME = pattern(
  "(?:i|we|you|he|she|it|they)'ll|will|shall|can|could|would|next|now|new|instead|by|until|rang|asked|spoke|called",
);

/** "We had promised you Thursday" to whom nobody ever named a Thursday. */
function* weekdayOff(draft: Draft, sentence: Sentence, words: string, said: TimesOfThread): Generator<Contradiction> {
  if (said.weekdays === undefined) return;
  for (const { 0: name, index } of [
    ...words.matchAll(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!,? (?:the )?\d)/g),
  ].slice(0, 4)) {
    const weekday = DAY_NAMES.indexOf(name);
    if (said.weekdays.has(weekday)) continue;
    const clause = /[^;:(]*$/.exec(words.slice(0, index))?.[0] ?? "";
    if (!AGREED.test(clause) || !/\byou/.test(clause) || TO_COME.test(clause)) continue;
    if (
      draft.figures.some(
        (figure) => figure.kind === "day" && figure.weekday === weekday && figure.start !== sentence.start + index,
      )
    )
      continue;
    const named = [...said.weekdays].map((day) => DAY_NAMES[day]);
    yield { start: sentence.start + index, end: sentence.start + index + name.length, said: named.join(" or ") };
  }
}

const clock = ({ hour, minute }: Time): string => `${hour}:${String(minute).padStart(2, "0")}`;

type Writing = ReturnType<typeof writingMoment>;

/** The day of the thread that this one should have been. */
function dayMeant(
  day: Day,
  words: string,
  figures: ReturnType<typeof figuresIn>,
  said: TimesOfThread,
  writing: Writing,
): Day | undefined {
  const before = words.slice(0, day.start);
  const dated = said.days.filter(({ date, month }) => date !== undefined && month !== undefined);
  const inOtherMonth = dated.filter(({ date, month }) => date === day.date && month !== day.month);
  const real = writing === undefined ? undefined : dateOf(day, writing.wall);
  const isPast = writing !== undefined && real !== undefined && real.year > writing.wall.year && day.year === undefined;
  const isOurPlan = IS_NEW.test(clauseAround(words, day)) || TERM.test(clauseAround(words, day));
  if (
    inOtherMonth.length === 1 &&
    !isOurPlan &&
    (isPast || PAST.test(words)) &&
    (/\b(?:of|from|for) (?:the )?$/.test(before) ||
      (/\bon (?:the )?$/.test(before) && /\b(?:you(?:r|'ve|'d)?|we|i|it|promised|booked)\b/.test(before)))
  )
    return inOtherMonth[0];
  // It cannot be done before a day that is over: another of theirs was meant.
  const isDeadline = /\b(?:before|by|until) (?:the )?(?:\w+day,? )?(?:the )?$/.test(before);
  if (isPast && isDeadline && AHEAD.test(words) && !/\byou (?:\w+ )?(?:had|were|was)\b/.test(words)) {
    const deadline = dated.findLast(({ start }) =>
      /\b(?:by|before|until) (?:the )?(?:\w+day,? )?$/.test(said.plain.slice(Math.max(0, start - 24), start)),
    );
    return deadline ?? dated.at(-1);
  }
  if (isOurPlan) return undefined;
  const clause = /[^,;:(]*$/.exec(before)?.[0] ?? "";
  // "The card that you paid with by Friday 10 April": nobody has done anything on a day to come.
  const isAhead =
    writing !== undefined &&
    real !== undefined &&
    Date.UTC(real.year, real.month - 1, real.date) >
      Date.UTC(writing.wall.year, writing.wall.month - 1, writing.wall.date);
  if (isAhead && !isPast && DONE.test(clause)) return undefined;
  if ((OF_THEIRS.test(clause) && clause.length <= 60) || TOLD.test(clause)) {
    const inMonth = dated.filter(({ month }) => month === day.month);
    if (inMonth.length > 0) return inMonth.at(-1);
  }
  // Whoever says two other numbers of theirs again in the same breath is reading their matter back.
  const weekday = figures.find(
    (other): other is Day =>
      other.kind === "day" && other.weekday !== undefined && day.start >= other.end && day.start - other.end <= 6,
  )?.weekday;
  const named = said.named.find((other) => other.weekday === weekday && other.day.month === day.month);
  if (named !== undefined && !AHEAD.test(words) && repeatedIn(words, said) >= 2) return named.day;
  return undefined;
}

/** The words between the nearest marks on either side. */
function clauseAround(words: string, { start, end }: Day): string {
  const before = /[^,;:(]*$/.exec(words.slice(0, start))?.[0] ?? "";
  const after = /^[^,;:)]*/.exec(words.slice(end))?.[0] ?? "";
  return before + after;
}

const repeatedIn = (words: string, said: TimesOfThread): number =>
  numbersIn(words).filter(({ code }) => code.length >= 2 && said.numbers.has(code)).length;

const COUNT_WORDS = "two three four five six seven eight nine ten eleven twelve".split(" ");
const COUNT = new RegExp(
  `\\b(?:the|your|all) (\\d{1,3}|${COUNT_WORDS.join("|")}) (?:[a-z-]{3,14} )?([a-z]{4,16}s)(?: at| for| of)(?: [€$£])? ?(\\d[\\d.,]*)`,
);
const many = (word: string): number => (/^\d/.test(word) ? Number(word) : COUNT_WORDS.indexOf(word) + 2);

/** "the three nights at 96" where they had four at 96. */
function* restatedCountOff(sentence: Sentence, words: string, said: TimesOfThread): Generator<Contradiction> {
  const here = COUNT.exec(words);
  if (here === null) return;
  const [whole, count = "", noun = "", price = ""] = here;
  if (!said.numbers.has(price.replace(/\D/g, ""))) return;
  const stem = stemOf(noun);
  const theirs = [
    ...said.plain.matchAll(
      new RegExp(
        `\\b(\\d{1,3}|${COUNT_WORDS.join("|")}) (?:[a-z-]{3,14} ){0,2}(${noun.slice(0, 4)}[a-z]{0,12})\\b`,
        "g",
      ),
    ),
  ]
    .slice(0, 8)
    .filter(([, , other = ""]) => stemOf(other) === stem);
  const counts = new Set(theirs.map(([, number = ""]) => many(number)));
  const [meant] = counts;
  if (meant === undefined || counts.size > 1 || meant === many(count)) return;
  yield {
    start: sentence.start + here.index,
    end: sentence.start + here.index + whole.length,
    said: `${meant} ${noun}`,
  };
}

/** "Your Astra" to somebody who wrote of "my Corsa"; "the Solo you have now" to whoever has Duo. */
function* ownOff(draft: Draft, sentence: Sentence, said: TimesOfThread): Generator<Contradiction> {
  const written = draft.text.slice(sentence.start, sentence.start + sentence.plain.length);
  const isKnown = (name: string) => said.plain.includes(name.toLowerCase());
  if (said.own.size === 1)
    for (const { 0: whole, 1: name = "", index } of [...written.matchAll(OURS_HERE)].slice(0, 4)) {
      const [meant = ""] = said.own;
      if (isKnown(name) || NOT_A_THING.test(name) || NOT_A_THING.test(meant) || draft.text.includes(meant)) continue;
      yield { start: sentence.start + index, end: sentence.start + index + whole.length, said: meant };
    }
  for (const { 1: name = "", index } of [...written.matchAll(YOU_HAVE)].slice(0, 4)) {
    if (isKnown(name) || NOT_A_THING.test(name)) continue;
    const start = sentence.start + index + 4;
    yield { start, end: start + name.length, said: "another" };
  }
}

const NOT_A_THING =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|June|July|August|September|October|November|December|Christmas|Easter|English|German|French|Account|Order|Team|Lord|Honou?r|Majesty|Excellency|Internet|Visa|Mastercard|Paypal)$/;
