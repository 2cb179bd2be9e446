/**
 * Every number and code in a text with what it is the number of: "deposit of 600 €" is money and a deposit, "340 invoices" counts
 * invoices, "lot 7A119" is a code. So a reply can be held against the thread number by number. It compares nothing itself.
 */
import type { Span } from "../../kit/index.ts";
import { isContentWord, stemOf } from "./content-words.ts";

export interface NumberSaid extends Span {
  /** As written, lower case. */
  readonly written: string;
  /** Letters and digits only: "7a119", "48210". */
  readonly code: string;
  readonly digits: string;
  /** Letters in front of the first digit. */
  readonly letters: string;
  /** Undefined of a code. "2.400" may be either of two; the larger is taken. */
  readonly value: number | undefined;
  /** Stems of the nouns behind it; "money" where a currency stands beside it. */
  readonly units: readonly string[];
  /** Stem of the noun before it: "deposit" of "the deposit was 600". "" where there is none. */
  readonly role: string;
  /** "on the 64": it names something, and counts nothing. */
  readonly isNamed: boolean;
}

/** "af-20931", "7a119", "25-118840", "48 210", "1,860.50", "64". */
const NUMBER =
  /(?<![\w.,:/+-])(?:([€£$¥₹₱₦₪]|r\$ ?|us\$ ?|rs\.? ?|r(?=\d)|kr |(?:eur|usd|gbp|chf|inr|hkd|sgd|nzd|mxn|brl|zar|ngn|kes|czk|huf|ron|isk|thb|php|idr|myr|aed|sar|ils|krw|cny) ) ?)?(\d{1,3}(?:[ .,']\d{3})+(?![\d\w])(?:[.,]\d{1,2})?(?![\w:])|[a-z]{1,6}[-/]?\d[\da-z]{0,14}(?:[-/][\da-z]{1,12}){0,2}|\d{1,6}[a-z]{1,3}\d{1,8}|\d{1,8}-[\da-z]{2,12}|\d{1,12}(?:[.,]\d{1,2})?(?![\d:]))(?![\w/-]|[.,:]\d)/g;
const MONEY =
  /^ ?(?:€|£|\$|eur\b|euros?\b|usd\b|dollars?\b|gbp\b|pounds?\b|quid\b|chf\b|francs?\b|sek\b|nok\b|dkk\b|kr\b|kronor\b|kroner\b|pln\b|zł|pesos?\b|(?:hkd|sgd|nzd|mxn|brl|zar|ngn|kes|czk|huf|ron|isk|thb|php|idr|myr|aed|sar|ils|krw|cny|inr|cad|aud)\b|reais\b|rupees?\b|yen\b|cedis\b|rand\b|lei\b)/;
/** What is measured is never held against what was said: a time may be another time. */
const MEASURED =
  /^ ?(?:%|percent\b|per cent\b|°|am\b|pm\b|o'clock\b|(?:working |business |full |more |or \w+ )?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|nights running|times?)\b|km\b|cm\b|mm\b|kg\b|mb\b|gb\b|mbit|degrees\b|metres?\b|meters?\b|miles?\b)/;
const OF_THEM = /^ of (?:our|the|my|your|these|those) ([a-z]{3,16})/;
const BEHIND = /^ ([a-z]{3,16})(?: ([a-z]{3,16}))?/;
const MONTH = /^(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(?:st|nd|rd|th)\b/;
const MONTH_BEFORE = /(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6} $/;
/** Words between a noun and its number. */
const LINKS = new Set(
  "of was is are were be being been at for over says stands shows to about roughly only exactly around nr no number code the a an it now my your our their its by from until till has had with in on and".split(
    " ",
  ),
);
/** Somebody to ring. */
const DIALLED =
  /(?:call|ring|dial|phone|tel|text|whatsapp|on|fax|mobile)[.:]? (?:us |me |them |him |her )?(?:on |at )?$/;
const LOOKED_BACK = 40;

/** @param plain see pattern.ts: lower case, same length as what was written. */
export function numbersIn(plain: string): NumberSaid[] {
  if (!/\d/.test(plain)) return [];
  const found: NumberSaid[] = [];
  for (const match of plain.matchAll(NUMBER)) {
    const [whole, sign, written = ""] = match;
    const end = match.index + whole.length;
    const after = plain.slice(end, end + 48);
    const before = plain.slice(Math.max(0, match.index - LOOKED_BACK), match.index);
    const letters = /^[a-z]*/.exec(written)?.[0] ?? "";
    const isCode = /[a-z]|\d-\d/.test(written);
    const digits = written.replace(/\D/g, "");
    if (isCode && letters === "" && !/[a-z]/.test(written) && digits.length < 6) continue;
    const isMoney = sign !== undefined || MONEY.test(after);
    if (!isCode && !isMoney && (MEASURED.test(after) || MONTH.test(after) || MONTH_BEFORE.test(before))) continue;
    if (!isCode && digits.length > 4 && !isMoney && DIALLED.test(before)) continue;
    found.push({
      start: end - written.length,
      end,
      written,
      code: written.replace(/[^a-z0-9]/g, ""),
      digits,
      letters,
      value: isCode ? undefined : amountOf(written),
      units: isMoney ? ["money"] : unitsOf(after),
      role: roleOf(before),
      isNamed: /\b(?:the|pitch|bus|line|tram|room|table|bay|gate|unit|house|berth|plot|stall|locker) $/.test(before),
    });
    if (found.length >= MOST) break;
  }
  return found;
}

/** A pasted table is no telling. */
const MOST = 80;

function amountOf(written: string): number {
  const compact = written.replace(/[ ']/g, "");
  const cents = /[.,](\d{1,2})$/.exec(compact);
  const whole = (cents === null ? compact : compact.slice(0, cents.index)).replace(/[.,]/g, "");
  return Number(cents === null ? whole : `${whole}.${cents[1]}`);
}

function unitsOf(after: string): string[] {
  const of = OF_THEM.exec(after)?.[1];
  if (of !== undefined) return [stemOf(of)];
  const [, one, other] = BEHIND.exec(after) ?? [];
  return [one, other].flatMap((word) => (word === undefined || !isNoun(word) ? [] : [stemOf(word)]));
}

const isNoun = (word: string): boolean => !LINKS.has(word) && isContentWord(word);

function roleOf(before: string): string {
  const words = before.split(/[^a-z']+/).filter((word) => word !== "");
  // The first may be cut in half.
  for (const word of words.slice(-4).reverse()) {
    if (LINKS.has(word)) continue;
    return word.length >= 3 ? stemOf(word) : "";
  }
  return "";
}

/** Two neighbours changed about. */
export function areSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const [a, b, more] = [...one].flatMap((char, at) => (char === other[at] ? [] : [at]));
  return a !== undefined && b === a + 1 && more === undefined && one[a] === other[b] && one[b] === other[a];
}

/** One digit off, or two neighbours changed about: a slip of the hand. */
export function isSlip(one: string, other: string): boolean {
  if (one === other || one.length !== other.length || one.length < 2) return false;
  const wrong = [...one].filter((char, at) => char !== other[at]).length;
  return wrong === 1 || areSwapped(one, other);
}

/** A sum, difference, share or multiple of what was named may look like a slip and be right. */
export function isReckoned(here: number, theirs: readonly number[]): boolean {
  const isHere = (made: number) => Math.abs(made - here) < 0.011;
  return theirs.some(
    (one) =>
      PARTS.some((part) => isHere(one * part)) ||
      theirs.some(
        (other) => isHere(Math.abs(one - other)) || isHere(one + other) || (other > 1 && isHere(one * other)),
      ),
  );
}

const PARTS = [2, 3, 4, 5, 6, 7, 8, 10, 12, 0.5, 0.25, 0.75, 0.1, 0.2, 0.9, 0.8];
