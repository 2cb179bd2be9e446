/**
 * Where a number in the reply is not the one that the thread has said of the same thing: two digits changed about, the letters of
 * a code, another deposit, or the value that the customer has put right since. What may be new, or reckoned, is left alone.
 */
import type { Contradiction } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { isYear } from "./number-slips.ts";
import { areSwapped, isReckoned, isSlip, type NumberSaid, numbersIn } from "./numbers-said.ts";
import { pattern, plain } from "./pattern.ts";
import type { ReviewInput, ThreadMessage } from "./review-input.ts";
import type { Sentence } from "./sentence.ts";

interface Corrected {
  readonly wrong: NumberSaid;
  readonly right: NumberSaid;
}

interface NumbersOfThread {
  readonly all: readonly NumberSaid[];
  readonly codes: ReadonlySet<string>;
  readonly values: ReadonlySet<number>;
  readonly digits: ReadonlySet<string>;
  readonly corrected: readonly Corrected[];
}

/** The number is new on purpose. */
const IS_NEW = pattern(
  "(?:the|an?)?other (?:family|customer|guest|order|booking|batch|train|bus|flight|parcel|account)|another|replacement|new (?:\\w+ )?(?:order|booking|number|reference|ticket|one|card|contract|address|code|case|lot|batch|invoice)|changed (?:to|from)|instead|rather than|second order|from now on|moved to|renumbered|different|new (?:total|sum|price|amount|balance|figure|offer|quote)|(?:now|then) (?:costs?|comes? to)|totals?",
);
/** The writer speaks of the slip itself. */
const OF_THE_SLIP = pattern(
  "not|instead of|rather than|at first|first (?:wrote|said|named|gave)|earlier|corrected|correction|mistaken?|wrong|wrongly|typo|slip|mixed up|misread|swapped|previous(?:ly)?|originally|in place of|you (?:had )?(?:first )?(?:wrote|typed)",
);
const PUTS_RIGHT = /(?<![\w'])(?:not|instead of|rather than)(?!\w)/;
const OF_THEMSELVES = pattern(
  "sorry|correction|(?:typed|wrote|counted|copied) (?:it )?wrong(?:ly)?|mixed (?:\\w+ ){0,3}up|my mistake|mistyped|typo|misread|i meant|looked (?:again|properly)|checked again|i see now|my (?:error|bad)|i (?:first|had) (?:wrote|written)",
);
const CONTRAST = /(?:^|[^\w'])(?:not|instead of|rather than|where i first wrote|i first wrote|i wrote|and never) $/;

const cache = new WeakMap<object, NumbersOfThread>();

function numbersOf({ thread }: ReviewInput): NumbersOfThread {
  const known = cache.get(thread);
  if (known !== undefined) return known;
  const said = gather(thread.slice(-MOST_MESSAGES));
  cache.set(thread, said);
  return said;
}

const MOST_MESSAGES = 20;
const MOST_TEXT = 8_000;

function gather(thread: readonly ThreadMessage[]): NumbersOfThread {
  const all: NumberSaid[] = [];
  const corrected: Corrected[] = [];
  for (const { text, from } of thread) {
    const earlier = [...all];
    for (const sentence of plain(text.slice(0, MOST_TEXT)).split(/(?<=[.!?]) |\n/)) {
      const here = numbersIn(sentence);
      if (here.length === 0) continue;
      const first = all.length;
      all.push(...here);
      if (from !== "customer") continue;
      corrected.push(...putRightIn(sentence, here, [...earlier, ...all.slice(earlier.length, first)]));
    }
  }
  const few = all.slice(0, MOST);
  const right = new Set(corrected.map((one) => one.right.code));
  return {
    all: few,
    codes: new Set(all.map(({ code }) => code)),
    values: new Set(all.flatMap(({ value }) => (value === undefined ? [] : [value]))),
    digits: new Set(all.map(({ digits }) => digits)),
    // Who corrects twice ends with the last.
    corrected: corrected.filter(({ wrong }) => !right.has(wrong.code)),
  };
}

const MOST = 120;

/** "It is 430, not 340"; or the same thing named again with another number and a word that puts right. */
function putRightIn(sentence: string, here: readonly NumberSaid[], earlier: readonly NumberSaid[]): Corrected[] {
  if (!PUTS_RIGHT.test(sentence) && !OF_THEMSELVES.test(sentence)) return [];
  const wrongHere = here.filter(({ start }) => CONTRAST.test(sentence.slice(Math.max(0, start - 24), start)));
  const named = here.filter((number) => !wrongHere.includes(number));
  if (wrongHere.length > 0)
    return wrongHere.flatMap((wrong) => {
      // "I ordered 12, not 10" tells apart what was wanted and what came; only what was said before is put right.
      if (!earlier.some(({ code }) => code === wrong.code)) return [];
      const right = named.find((other) => isAlike(other, wrong)) ?? (named.length === 1 ? named[0] : undefined);
      return right === undefined ? [] : [{ wrong, right }];
    });
  if (!OF_THEMSELVES.test(sentence)) return [];
  return named.flatMap((right) => {
    if (earlier.some(({ code }) => code === right.code)) return [];
    const wrong = earlier.findLast((other) => other.code !== right.code && isSameThing(other, right));
    return wrong === undefined ? [] : [{ wrong, right }];
  });
}

const isAlike = (one: NumberSaid, other: NumberSaid): boolean =>
  (one.value === undefined) === (other.value === undefined) && one.digits.length === other.digits.length;

const shareUnit = (one: NumberSaid, other: NumberSaid): boolean =>
  one.units.some((unit) => unit !== "money" && other.units.includes(unit));

const isSameThing = (one: NumberSaid, other: NumberSaid): boolean =>
  (one.value === undefined) === (other.value === undefined) &&
  ((one.role !== "" && one.role === other.role) ||
    shareUnit(one, other) ||
    (one.digits.length >= 2 && areSwapped(one.digits, other.digits)));

/** At most one for each number of the reply, in order. */
export function* numbersOff(draft: Draft): Generator<Contradiction> {
  const said = numbersOf(draft.input);
  if (said.all.length === 0) return;
  const here = draft.body
    .slice(0, MOST_SENTENCES)
    .flatMap((sentence) => numbersIn(sentence.plain).map((number) => ({ number, sentence })));
  const inReply = new Set(here.map(({ number }) => number.code));
  const values = [...said.values, ...here.flatMap(({ number: { value } }) => (value === undefined ? [] : [value]))];
  for (const { number, sentence } of here) {
    if (isYear(number, sentence.plain)) continue;
    const meant =
      outdated(number, sentence, said) ??
      misspelt(number, sentence, said, values) ??
      otherOfTheirs(number, sentence, said, values);
    if (meant === undefined || inReply.has(meant.code)) continue;
    yield {
      start: sentence.start + number.start,
      end: sentence.start + number.end,
      said: meant.written.toUpperCase(),
    };
  }
}

const MOST_SENTENCES = 80;

/** What they have put right since. */
function outdated(number: NumberSaid, { plain: words }: Sentence, said: NumbersOfThread): NumberSaid | undefined {
  const found = said.corrected.find(({ wrong }) => wrong.code === number.code);
  if (found === undefined || OF_THE_SLIP.test(words)) return undefined;
  const isTelling = number.digits.length >= 3 || shareUnit(number, found.wrong) || number.role === found.wrong.role;
  return isTelling || (number.digits.length === 2 && !number.units.includes("money")) ? found.right : undefined;
}

/** A number nobody has named, a slip away from one that stands for the same thing. */
function misspelt(
  number: NumberSaid,
  { plain: words }: Sentence,
  said: NumbersOfThread,
  values: readonly number[],
): NumberSaid | undefined {
  if (said.codes.has(number.code) || (said.digits.has(number.digits) && number.letters === "")) return undefined;
  if (number.value === undefined)
    return IS_NEW.test(words) ? undefined : said.all.find((other) => isSameCode(other, number));
  if (said.values.has(number.value)) return undefined;
  const others = values.filter((value) => value !== number.value);
  // "On the 46" for "on the 64": no day of a month.
  if (number.digits.length === 2 && number.value > 31) {
    const place = /\b(?:on|of) (?:the )?$/;
    if (!place.test(words.slice(0, number.start))) return undefined;
    return said.all.find(
      (other) =>
        other.digits.length === 2 &&
        areSwapped(other.digits, number.digits) &&
        other.isNamed &&
        other.units[0] !== "money",
    );
  }
  const isMade = isReckoned(number.value, others);
  return said.all.find((other) => {
    if (other.value === undefined || other.value === number.value) return false;
    const isSame = shareUnit(other, number) || (other.role !== "" && other.role === number.role);
    const mayBe =
      isSame || other.units.includes("money") === number.units.includes("money") || other.units.length === 0;
    if (areSwapped(other.digits, number.digits) && !IS_NEW.test(words))
      return (isSame || number.digits.length >= 3) && mayBe && (!isMade || number.digits.length >= 4);
    return number.digits.length >= 5 && isSame && !isMade && isSlip(other.digits, number.digits) && !IS_NEW.test(words);
  });
}

const YOURS = /\byour (?:\w+ )?(?:[a-z]{4,16}) (?:(?:of|was|is|number|no|nr)\b[.:]? ?)?(?:[€£$] ?|r\$ ?)?$/;
const PAID =
  /\byour (?:\w+ )?(?:purchase|payment|deposit|order|booking|invoice|bill|fare|fee|contract|premium|rent) (?:of|over|for) (?:[€£$] ?|r\$ ?)?$/;
const REPAID = pattern(
  "refund(?:ed)?|return(?:ed)?|give back|paid back|(?:goes|went|go|gone|going) back|charged|debited|took|taken|you paid|reversed",
);

/** "Your deposit of 900" to whoever paid 600: what is theirs has one number. */
function otherOfTheirs(
  number: NumberSaid,
  { plain: words }: Sentence,
  said: NumbersOfThread,
  values: readonly number[],
): NumberSaid | undefined {
  const { value } = number;
  if (value === undefined || said.values.has(value) || IS_NEW.test(words)) return undefined;
  if (
    isReckoned(
      value,
      values.filter((other) => other !== value),
    )
  )
    return undefined;
  const before = words.slice(Math.max(0, number.start - 40), number.start);
  const isMoney = number.units.includes("money");
  const sums = said.all.filter(
    (other) => other.value !== undefined && (other.units.includes("money") || other.written.includes(".")),
  );
  if (YOURS.test(before)) {
    const theirs = said.all.filter(
      (other) => other.value !== undefined && other.role === number.role && number.role !== "",
    );
    if (new Set(theirs.map(({ code }) => code)).size === 1 && theirs[0]?.digits.length === number.digits.length)
      return theirs[0];
  }
  if (isMoney && PAID.test(before) && sums.length === 1) return sums[0];
  // One digit off the one sum they were ever asked for, in a sentence that moves that very money.
  if (!isMoney || number.digits.length < 3 || !REPAID.test(words)) return undefined;
  return sums.find((other) => isSlip(other.digits, number.digits));
}

/** "hx54" for "hx45", "phys204" for "math204"; a code that is one digit further may be the next one. */
function isSameCode(other: NumberSaid, number: NumberSaid): boolean {
  if (other.value !== undefined) return false;
  if (other.letters !== number.letters)
    return (
      other.digits === number.digits &&
      number.digits.length >= 3 &&
      other.letters.length >= 3 &&
      number.letters.length >= 3
    );
  if (other.code.length !== number.code.length) return false;
  return areSwapped(other.code, number.code) || (number.digits.length >= 5 && isSlip(other.code, number.code));
}
