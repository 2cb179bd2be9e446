/**
 * Where a number that the reply tells back is a slip of the hand away from the only one that the thread names for that thing: "the
 * £25 you paid" for £20, "30,000 miles" for 38,000, "Flat 41" for 14, "0.04 ETH" for 0.4. New, reckoned and offered numbers are others.
 */
import type { Contradiction } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { isReckoned, isSlip, type NumberSaid, numbersIn } from "./numbers-said.ts";
import { pattern, plain } from "./pattern.ts";
import type { ThreadMessage } from "./review-input.ts";

/** The very thing, theirs. */
const DEFINITE = /\b(?:the|your|those|these|all|both|of)(?: (?!is |are |costs |comes )[a-z'-]+){0,2} (?:[€£$] ?)?$/;
const THEY_DID =
  /\b(?:you(?:'ve|'d| have| had)? (?:\w+ )?(?:paid|sent|wrote|ordered|bought|lost|transferred|owe|were charged|booked|got)|it was) (?:the |a |of )?(?:[€£$] ?)?$/;
const YOU_BEHIND =
  /^(?: ?(?:€|£|\$|[a-z]{3}))? (?:that )?(?:you(?:'ve| have|'d| had)? (?:\w+ )?(?:paid|sent|ordered|bought|lost|transferred|were)|a (?:month|year|week|night) (?:that )?you)/;
/** Directly in front of it. */
const THE_VERY = /\b(?:the|your|that|those|these)(?: (?!new\b|next\b|other\b)[a-z'-]+)?(?: of)? (?:[€£$] ?)?$/;
/** Another number on purpose, whatever stands before it. */
const IS_OTHER = pattern(
  "replacement|another|different|instead|rather|offer\\w*|more|less|extra (?:credit|voucher|days)|plus|minus|per cent off|% off|voucher|credit|discount|gesture|goodwill|limit|total|altogether|in all|remaining|left|rest|of (?:them|those|which)|half|part|share|changed|corrected|not|new (?:price|total|sum|amount|number|rate|balance)",
);
/** Perhaps a number of ours: unless it is said to be the very one. */
const MAY_BE_OTHER = pattern(
  "new|could|can|would|if|up to|at least|at most|next|so far|already|only|about|around|nearly|almost|roughly|over|under|first|second|each of|now|will|'ll|i've|we've",
);
const MONEY = "money";

const cache = new WeakMap<object, readonly NumberSaid[]>();

function numbersOf(thread: readonly ThreadMessage[]): readonly NumberSaid[] {
  const known = cache.get(thread);
  if (known !== undefined) return known;
  const said = thread
    .slice(-20)
    .flatMap(({ text }) => numbersIn(plain(text.slice(0, 8_000))))
    .slice(0, 80);
  cache.set(thread, said);
  return said;
}

/** "13 June 2027": years are counted on, and judged with their day. */
export const isYear = ({ digits, start }: NumberSaid, words: string): boolean =>
  /^20\d\d$/.test(digits) &&
  /(?:\d(?:st|nd|rd|th)?,?|(?:jan|feb|mar|apr|aug|sep|oct|nov|dec)[a-z]*|may|june?|july?|until|through|in|year) $/.test(
    words.slice(Math.max(0, start - 12), start),
  );

export function* numberSlips(draft: Draft): Generator<Contradiction> {
  const said = numbersOf(draft.input.thread);
  const valued = said.filter(({ value }) => value !== undefined);
  if (valued.length === 0) return;
  const here = draft.body
    .slice(0, 80)
    .flatMap((sentence) => numbersIn(sentence.plain).map((number) => ({ number, sentence })));
  const all = [...valued, ...here.map(({ number }) => number)].flatMap(({ value }) =>
    value === undefined ? [] : [value],
  );
  const inReply = new Set(here.map(({ number }) => number.code));
  for (const { number, sentence } of here) {
    const { value } = number;
    if (value === undefined || said.some((other) => other.value === value || other.digits === number.digits)) continue;
    if (isYear(number, sentence.plain)) continue;
    const clause = clauseOf(sentence.plain, number);
    const before = sentence.plain.slice(0, number.start);
    const isTheirs =
      THEY_DID.test(before.slice(-48)) || YOU_BEHIND.test(sentence.plain.slice(number.end, number.end + 48));
    const isVery = isTheirs || THE_VERY.test(before.slice(-40));
    if (!isTheirs && IS_OTHER.test(clause)) continue;
    if (!isVery && MAY_BE_OTHER.test(clause)) continue;
    const isTold = isVery || DEFINITE.test(before.slice(-40));
    const others = all.filter((other) => other !== value);
    const alike = valued.filter((other) => isSameThing(other, number));
    const values = new Set(alike.map((other) => other.value));
    const meant = alike.find((other) => isSlipOf(other, number));
    if (meant === undefined || inReply.has(meant.code)) continue;
    const isZeroOff = meant.digits.length !== number.digits.length;
    if (isZeroOff ? number.units[0] === MONEY : isReckoned(value, others)) continue;
    // Many of a kind, one of which may be meant; a name ("flat 41") needs no article.
    const isName =
      number.units.length === 0 && number.role !== "" && number.role === meant.role && !meant.units.includes(MONEY);
    if (values.size > (isTold ? 2 : 1) || !(isTold || isName)) continue;
    yield { start: sentence.start + number.start, end: sentence.start + number.end, said: meant.written };
  }
}

function clauseOf(words: string, { start, end }: NumberSaid): string {
  const before = /[^,;:()]*$/.exec(words.slice(0, start))?.[0] ?? "";
  const after = /^(?:[^,;:().]|\.(?=\d))*/.exec(words.slice(end))?.[0] ?? "";
  return before + words.slice(start, end) + after;
}

/** Both money; or counted by the same noun; or behind the same noun. */
function isSameThing(one: NumberSaid, other: NumberSaid): boolean {
  const isMoney = one.units.includes(MONEY);
  if (isMoney !== other.units.includes(MONEY))
    return (isPaid(one) && isPaid(other)) || (one.units.length === 0 && one.digits.length >= 3 && one.letters === "");
  if (isMoney) return true;
  return (
    one.units.some((unit) => other.units[0] === unit) ||
    (one.units.length === 0 && other.units.length === 0 && one.role !== "" && one.role === other.role)
  );
}

const isPaid = ({ role, units }: NumberSaid): boolean =>
  units.includes(MONEY) || units.includes("pay") || /^(?:paid|pay|cost|charg)/.test(role);

/** One digit another, one digit more or less, two digits changed about. */
function isSlipOf(one: NumberSaid, other: NumberSaid): boolean {
  const [a, b] = [one.digits, other.digits];
  if (a.length < 2 && b.length < 2) return false;
  if (isSlip(a, b)) return a.length >= 2;
  if (a.length === b.length) {
    const off = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
    return (
      off.length === 2 && a[off[0] as number] === b[off[1] as number] && a[off[1] as number] === b[off[0] as number]
    );
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // A zero lost or won; any other digit more is another number.
  return (
    long.length === short.length + 1 &&
    /^0*/.test(long) &&
    [...long].some((digit, at) => digit === "0" && long.slice(0, at) + long.slice(at + 1) === short)
  );
}
