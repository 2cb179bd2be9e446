/**
 * The checkable things in a text: sums, days, times, numbers of orders and the like, with what they mean. Shared by the rules
 * that compare what a reply says with what the thread says. Knows the English ways of writing them; a number alone is no figure.
 */
import type { Span } from "../../kit/index.ts";
import { cue } from "./pattern.ts";

export interface Amount extends Span {
  readonly kind: "amount";
  /** Decimal with a point: "1192.50". */
  readonly value: string;
  /** ISO 4217, or "%" for a share. */
  readonly currency: string;
}

/** What is known of a day; the rest is for the calendar (due.ts). Month 1..12, weekday 0 (Sunday)..6. */
export interface Day extends Span {
  readonly kind: "day";
  readonly year?: number;
  readonly month?: number;
  readonly date?: number;
  readonly weekday?: number;
  /** "next Tuesday", not "Tuesday". */
  readonly isNext?: boolean;
  /** Counted from the day of writing: 0 today, 1 tomorrow. */
  readonly inDays?: number;
  readonly inBusinessDays?: number;
  readonly inHours?: number;
}

export interface Time extends Span {
  readonly kind: "time";
  readonly hour: number;
  readonly minute: number;
}

export interface Identifier extends Span {
  readonly kind: "identifier";
  /** "order", "invoice", "tracking" …; "" when the text does not say. */
  readonly label: string;
  readonly value: string;
}

export type Figure = Amount | Day | Time | Identifier;

const CURRENCIES: Readonly<Record<string, string>> = {
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  $: "USD",
  us$: "USD",
  r$: "BRL",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  quid: "GBP",
  "¥": "JPY",
  jpy: "JPY",
  yen: "JPY",
  chf: "CHF",
  pln: "PLN",
  zł: "PLN",
  sek: "SEK",
  nok: "NOK",
  dkk: "DKK",
  kr: "SEK",
  cad: "CAD",
  aud: "AUD",
  inr: "INR",
  "₹": "INR",
  rs: "INR",
  "rs.": "INR",
  rupees: "INR",
  r: "ZAR",
  rand: "ZAR",
  "₱": "PHP",
  "₦": "NGN",
  "₪": "ILS",
  hkd: "HKD",
  sgd: "SGD",
  nzd: "NZD",
  mxn: "MXN",
  brl: "BRL",
  zar: "ZAR",
  ngn: "NGN",
  kes: "KES",
  czk: "CZK",
  huf: "HUF",
  ron: "RON",
  isk: "ISK",
  thb: "THB",
  php: "PHP",
  idr: "IDR",
  myr: "MYR",
  aed: "AED",
  sar: "SAR",
  ils: "ILS",
  krw: "KRW",
  cny: "CNY",
  "%": "%",
  percent: "%",
  "per cent": "%",
};
const HOURS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  fourteen: 14,
};

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{0,6})";
const NUMBER = "\\d{1,3}(?:[.,' ]\\d{3}){0,3}(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?";

const AMOUNT = new RegExp(
  `(?:(?<sign>[€£¥₹₱₦₪]|(?:us|r|(?<![a-z]))\\$|(?<![a-z])(?:r(?=\\d)|rs\\.? ?|(?:chf|usd|eur|gbp|pln|cad|aud|inr|hkd|sgd|nzd|mxn|brl|zar|ngn|kes|czk|huf|ron|isk|thb|php|idr|myr|aed|sar|ils|krw|cny) ))\\s?(?<after>${NUMBER}))(?![\\d%])|(?<![\\w.,])(?<before>${NUMBER})\\s?(?<unit>€|£|\\$|%|(?:usd|eur|gbp|chf|pln|sek|nok|dkk|cad|aud|inr|hkd|sgd|nzd|mxn|brl|zar|ngn|kes|czk|huf|ron|isk|thb|php|idr|myr|aed|sar|ils|krw|cny|jpy|yen|rupees|rand|euros?|pounds?|dollars?|quid|zł|kr|percent|per cent)(?![a-zł]))`,
  "g",
);
const ISO_DAY = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const DAY_MONTH = new RegExp(`(?<![\\w.])(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})\\b(?:,? (\\d{4})\\b)?`, "g");
const MONTH_DAY = new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?![\\w:])(?:,? (\\d{4})\\b)?`, "g");
const SLASHED = /(?<![\w/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\w/])/g;
const ORDINAL = /\bthe (\d{1,2})(?:st|nd|rd|th)\b/g;
const WEEKDAY = cue(/\b(next |coming )?(mon|tues|wednes|thurs|fri|satur|sun)day\b(?!s)/g);
const RELATIVE = cue(
  /\b(?:(today|tonight|this (?:morning|afternoon|evening)|(?:the )?end of (?:the |my |our )?(?:day|business)|close of business|eod|cob)|(the day after tomorrow)|(tomorrow)|((?:the )?end of (?:the|this) week)|(?:in|within|after|takes?|take up to|up to|approximately|about|the next) (?:the next |about |approximately |around |up to )?(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|ten|fourteen)(?:(?: to |-| or )(\d{1,3}|two|three|four|five|six|seven|eight|ten|fourteen))? (minutes?|hours?|(?:business|working) days?|days?|weeks?|months?))\b/g,
);
const CLOCK = cue(
  /(?<![\w:.,])(?:(\d{1,2}):(\d{2})(?! ?%)(?:\s?([ap])\.?m\b)?|(\d{1,2})(?:\.(\d{2}))?\s?([ap])\.?m\b|(\d{1,2}) o'clock\b|(noon|midday|midnight)\b)|(?:\b(?:at|by|before|until|from) )(\d{1,2})(?![\w:.,%-]*\d| ?(?:%|st\b|nd\b|rd\b|th\b|days?|hours?|weeks?|minutes?|months?|years?|of\b|percent|euros?|pounds?|dollars?|items?|times?|units?|people|points?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/g,
);
/** "by four", where nothing is counted. */
const WORD_CLOCK = cue(
  /\b(?:at|by|before|until|around) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,;!?]|$| (?:today|tomorrow|tonight|o'clock|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:afternoon|morning|evening)|in the (?:morning|afternoon|evening)|at the latest))/g,
);
const LABELLED =
  /\b(orders?|invoice|ticket|booking|reference|ref|tracking|case|account|customer|serial|policy|contract|reservation|parcel|shipment|model|batch)(?: (?:number|no|nr|id|code))?\.?:? ?(?:is |was )?(?:#|no\.? ?|nr\.? ?)?([a-z]{0,4}[-/]?\d[\w-]{2,24}|\d{3,20})(?![\w.,]*\d)/g;
const BARE_ID = /(?<![\w#€$£.,/-])(?:#(\d{3,20})|([a-z]{1,5}-?\d{3,20}(?:-\d{1,12})?))(?![\w%])/g;

const decimal = (written: string): string => {
  const compact = written.replace(/[' ]/g, "");
  const cents = /[.,](\d{1,2})$/.exec(compact);
  const whole = (cents === null ? compact : compact.slice(0, cents.index)).replace(/[.,]/g, "");
  return cents === null ? whole : `${whole}.${(cents[1] as string).padEnd(2, "0")}`;
};
const count = (word: string | undefined): number => (word === undefined ? 0 : (NUMBERS[word] ?? Number(word)));
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;
const isDate = (date: number, month: number): boolean => date >= 1 && date <= 31 && month >= 1 && month <= 12;

/** Every figure in the text, in order, without overlaps. @param text plain(): lower case, same length as what was written. */
export function figuresIn(text: string): Figure[] {
  if (
    !/[\d€$£]|day|(?:at|by|before|until|around) (?:one|t|f|s|e|n)|tomorrow|tonight|noon|midnight|week|this (?:morning|afternoon|evening)|eod|cob|business|hour|minute/.test(
      text,
    )
  )
    return [];
  const found: Figure[] = [];
  const take = (figure: Figure) => {
    if (!found.some((other) => figure.start < other.end && other.start < figure.end)) found.push(figure);
  };
  const hasDigits = /\d/.test(text);
  if (hasDigits) for (const match of text.matchAll(AMOUNT)) takeAmount(match, take);
  if (hasDigits) takeDates(text, take);
  takeDays(text, take);
  for (const match of text.matchAll(CLOCK)) takeTime(match, take);
  for (const match of text.matchAll(WORD_CLOCK)) {
    const word = match[1] as string;
    const hour = HOURS.indexOf(word) + 1;
    const end = match.index + match[0].length;
    // An office is open by day.
    take({ kind: "time", start: end - word.length, end, hour: hour <= 6 ? hour + 12 : hour, minute: 0 });
  }
  if (hasDigits) takeIdentifiers(text, take);
  return found.sort((a, b) => a.start - b.start);
}

function takeIdentifiers(text: string, take: (figure: Figure) => void): void {
  for (const match of text.matchAll(LABELLED)) {
    const value = match[2] as string;
    const start = match.index + match[0].length - value.length;
    const label = (match[1] as string).replace(/s$/, "").replace(/^ref$/, "reference");
    take({ kind: "identifier", start, end: start + value.length, label, value });
  }
  for (const match of text.matchAll(BARE_ID))
    take({
      kind: "identifier",
      start: match.index,
      end: match.index + match[0].length,
      label: "",
      value: match[1] ?? (match[2] as string),
    });
}

function takeAmount(match: RegExpExecArray, take: (figure: Figure) => void): void {
  const { sign, after, before, unit } = match.groups as Record<string, string | undefined>;
  const currency = CURRENCIES[(sign ?? unit ?? "").trim()];
  const written = after ?? before;
  if (currency === undefined || written === undefined) return;
  take({ kind: "amount", start: match.index, end: match.index + match[0].length, value: decimal(written), currency });
}

const dayAt = (match: RegExpExecArray) => ({
  kind: "day" as const,
  start: match.index,
  end: match.index + match[0].length,
});

function takeDates(text: string, take: (figure: Figure) => void): void {
  for (const match of text.matchAll(ISO_DAY))
    if (isDate(Number(match[3]), Number(match[2])))
      take({ ...dayAt(match), year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) });
  const yearOf = (year: string | undefined) => (year === undefined ? {} : { year: Number(year) });
  for (const match of text.matchAll(DAY_MONTH))
    if (isDate(Number(match[1]), 1))
      take({ ...dayAt(match), month: monthOf(match[2] as string), date: Number(match[1]), ...yearOf(match[3]) });
  for (const match of text.matchAll(MONTH_DAY))
    if (isDate(Number(match[2]), 1))
      take({ ...dayAt(match), month: monthOf(match[1] as string), date: Number(match[2]), ...yearOf(match[3]) });
  for (const match of text.matchAll(SLASHED)) {
    // 03/04 may be either: a day is only sure when the other part cannot be a month.
    const [first, second] = [Number(match[1]), Number(match[3])];
    const year = Number(match[4]) < 100 ? 2000 + Number(match[4]) : Number(match[4]);
    if (match[2] === "." || first > 12) {
      if (isDate(first, second)) take({ ...dayAt(match), date: first, month: second, year });
    } else if (second > 12 && isDate(second, first)) take({ ...dayAt(match), date: second, month: first, year });
    else take({ ...dayAt(match), year });
  }
  for (const match of text.matchAll(ORDINAL))
    if (isDate(Number(match[1]), 1)) take({ ...dayAt(match), date: Number(match[1]) });
}

function takeDays(text: string, take: (figure: Figure) => void): void {
  for (const match of text.matchAll(WEEKDAY))
    take({
      ...dayAt(match),
      weekday: WEEKDAYS.indexOf((match[2] as string).slice(0, 3)),
      ...(match[1]?.startsWith("next") ? { isNext: true } : {}),
    });
  for (const match of text.matchAll(RELATIVE)) takeRelative(match, take);
}

function takeRelative(match: RegExpExecArray, take: (figure: Figure) => void): void {
  const from = relativeDay(match);
  if (from !== undefined) take({ kind: "day", start: match.index, end: match.index + match[0].length, ...from });
}

function relativeDay(match: RegExpExecArray): Omit<Day, "kind" | "start" | "end"> | undefined {
  const [, today, afterTomorrow, tomorrow, weekEnd, low, high, unit] = match;
  if (today !== undefined) return { inDays: 0 };
  if (afterTomorrow !== undefined) return { inDays: 2 };
  if (tomorrow !== undefined) return { inDays: 1 };
  if (weekEnd !== undefined) return { weekday: 5 };
  const many = high === undefined ? count(low) : count(high);
  if (unit === undefined || !(many > 0)) return undefined;
  if (unit.startsWith("min")) return { inHours: many / 60 };
  if (unit.startsWith("hour")) return { inHours: many };
  if (/^(?:bus|work)/.test(unit)) return { inBusinessDays: many };
  return { inDays: many * (unit.startsWith("week") ? 7 : unit.startsWith("month") ? 30 : 1) };
}

function takeTime(match: RegExpExecArray, take: (figure: Figure) => void): void {
  const [whole, h24, m24, half, h12, m12, half12, oClock, word, bare] = match;
  const end = match.index + whole.length;
  const hourText = h24 ?? h12 ?? oClock ?? bare;
  let hour = word === undefined ? Number(hourText) : word === "midnight" ? 0 : 12;
  const minute = Number(m24 ?? m12 ?? 0);
  const which = half ?? half12;
  if (which === "p" && hour < 12) hour += 12;
  if (which === "a" && hour === 12) hour = 0;
  // "by 5" in an office is the afternoon.
  if (bare !== undefined && hour >= 1 && hour <= 6) hour += 12;
  if (hour > 23 || minute > 59) return;
  take({ kind: "time", start: bare === undefined ? match.index : end - bare.length, end, hour, minute });
}

/** One key per figure, so that two texts can be compared: "amount:42.80:EUR", "day:3-3", "identifier:4417". */
export function keyOf(figure: Figure): string {
  if (figure.kind === "amount") return `amount:${Number(figure.value)}:${figure.currency}`;
  if (figure.kind === "identifier") return `identifier:${figure.value.replace(/[^a-z0-9]/g, "")}`;
  if (figure.kind === "time") return `time:${figure.hour}:${figure.minute}`;
  if (figure.date !== undefined) return `day:${figure.date}`;
  if (figure.weekday !== undefined) return `day:w${figure.weekday}`;
  return `day:+${figure.inDays ?? figure.inBusinessDays ?? `${figure.inHours}h`}`;
}
