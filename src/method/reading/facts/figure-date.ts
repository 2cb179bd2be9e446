/** Dates that begin with a figure: `2026-11-03`, `3/11/2026`, `3.11.`, `3 March`, `3rd of March 2026`, `3–5 March`, `3月5日`. */
import type { Token } from "../scan-words.ts";
import { dayOf, isRealDate } from "./calendar.ts";
import { DATE_OPENERS, MONTHS } from "./date-words.ts";
import type { FactScene } from "./fact.ts";
import { type DateFound, resolved } from "./resolve-date.ts";

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d\d):(\d\d)(?::\d\d(?:[.,]\d{1,9})?)?)?(?![\d-])/y;
const NUMERIC = /(\d{1,2})([./-])(\d{1,2})(?:(?:\2|,\s?)(\d{4}|\d{2})(?![\d./-]\d|\d)|(?![\d/-]|[.,]\d))/y;
const JAPANESE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/y;
const DAY_MONTH =
  /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]{0,2}(?:of\s|de\s)?[\s-]?(\p{L}{3,12})(?:\.(?=,?\s(?:19|20)\d\d))?(?:(?:,?\s|-|\sde\s|\sdel\s)((?:19|20)\d\d)(?!\d))?/uy;
const DAYS_MONTH =
  /(\d{1,2})(?:st|nd|rd|th|\.)?\s?(?:-|–|to|and|bis|au|al)\s?(\d{1,2})(?:st|nd|rd|th|\.)?(?:\sof|\sde)?\s(\p{L}{3,12})(?:\s((?:19|20)\d\d))?/uy;

export function figureDate(scene: FactScene, at: number, last: number): DateFound | undefined {
  const token = scene.segmentation.tokens[at] as Token;
  if (token.end - token.start > 10) return undefined;
  const { text } = scene.segmentation;
  const digits = leadingDigits(text, token.start);
  if (digits > 4 || digits === 0) return undefined;
  const mark = text.charAt(token.start + digits);
  const isParted = mark === "-" || mark === "/" || mark === ".";
  if (digits > 2)
    return digits === 3
      ? undefined
      : ((isParted ? iso(scene, at, last) : undefined) ?? (mark === "年" ? japanese(scene, at, last) : undefined));
  return (
    (isParted ? numeric(scene, at, last) : undefined) ??
    (mark === "月" ? japanese(scene, at, last) : undefined) ??
    daysMonth(scene, at, last) ??
    dayMonth(scene, at, last)
  );
}

/** How many figures of ASCII stand here in a row; no more than five are counted. */
export function leadingDigits(text: string, start: number): number {
  let digits = 0;
  while (digits < 5) {
    const unit = text.charCodeAt(start + digits);
    if (!(unit >= 0x30 && unit <= 0x39)) break;
    digits += 1;
  }
  return digits;
}

function match(scene: FactScene, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = (scene.segmentation.tokens[at] as Token).start;
  return pattern.exec(scene.segmentation.text);
}

function reach(scene: FactScene, at: number, last: number, length: number): number {
  const { tokens } = scene.segmentation;
  const end = (tokens[at] as Token).start + length;
  let to = at + 1;
  while (to < last && (tokens[to] as Token).start < end) to += 1;
  return to;
}

function iso(scene: FactScene, at: number, last: number): DateFound | undefined {
  const found = match(scene, ISO, at);
  if (found === null) return undefined;
  const [year, month, date] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (!isRealDate(year, month, date)) return undefined;
  const minutes = found[5] === undefined ? undefined : Number(found[5]) * 60 + Number(found[6]);
  const to = reach(scene, at, last, found[0].length);
  return { to, day: dayOf(year, month, date), ...(minutes === undefined || minutes >= 1440 ? {} : { minutes }) };
}

function numeric(scene: FactScene, at: number, last: number): DateFound | undefined {
  const found = match(scene, NUMERIC, at);
  if (found === null) return undefined;
  const [first, mark, second, written] = [Number(found[1]), found[2], Number(found[3]), found[4]];
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (before !== undefined && before.end === token.start && /[-./#$€£_]/.test(before.norm)) return undefined;
  const end = token.start + found[0].length;
  if (written === undefined) {
    // "1/2", "24/7" and "5.8" are dates only where a word says so; "3.11." is one by its last dot.
    const isDotted = mark === "." && /^\.(?!\d)/.test(text.slice(end, end + 2)) && second <= 12;
    const isOpened =
      before !== undefined && /^(?:on|by|since|until|till|before|dated|am|vom|bis|seit|le|el|due)$/.test(before.norm);
    const isTelling = mark === "/" && Math.max(first, second) > 12 && Math.max(first, second) <= 31 && first !== 24;
    if (mark === "-" || (mark === "." && !isDotted) || (mark === "/" && !isOpened && !isTelling)) return undefined;
    if (mark === "." && !isOpened && before !== undefined && !DATE_OPENERS.has(before.norm)) return undefined;
  }
  const isMonthFirst = mark === "." ? false : first > 12 ? false : second > 12 ? true : scene.isMonthFirst;
  const [month, date] = isMonthFirst ? [first, second] : [second, first];
  const year = written === undefined ? undefined : written.length === 2 ? 2000 + Number(written) : Number(written);
  if (written?.length === 2 && mark === "." && second > 12) return undefined;
  return resolved(scene, at, reach(scene, at, last, found[0].length), year, month, date);
}

function japanese(scene: FactScene, at: number, last: number): DateFound | undefined {
  const found = match(scene, JAPANESE, at);
  if (found === null) return undefined;
  return resolved(
    scene,
    at,
    reach(scene, at, last, found[0].length),
    found[1] === undefined ? undefined : Number(found[1]),
    Number(found[2]),
    Number(found[3]),
  );
}

function dayMonth(scene: FactScene, at: number, last: number): DateFound | undefined {
  const found = match(scene, DAY_MONTH, at);
  const month = found === null ? undefined : MONTHS.get((found[2] as string).toLowerCase());
  if (found === null || month === undefined) return undefined;
  const name = found[2] as string;
  // "2 may have", "3 march past": the verb is small and nothing before it points at a date.
  if (/^(?:may|march|mar|set)$/.test(name) && found[3] === undefined && !/\d(?:st|nd|rd|th)/.test(found[0]))
    return undefined;
  return resolved(
    scene,
    at,
    reach(scene, at, last, found[0].length),
    found[3] === undefined ? undefined : Number(found[3]),
    month,
    Number(found[1]),
  );
}

function daysMonth(scene: FactScene, at: number, last: number): DateFound | undefined {
  const found = match(scene, DAYS_MONTH, at);
  const month = found === null ? undefined : MONTHS.get((found[3] as string).toLowerCase());
  if (found === null || month === undefined) return undefined;
  const to = reach(scene, at, last, found[0].length);
  const year = found[4] === undefined ? undefined : Number(found[4]);
  const from = resolved(scene, at, to, year, month, Number(found[1]));
  const until = resolved(scene, at, to, year, month, Number(found[2]));
  if (from?.day === undefined || until?.day === undefined || until.day < from.day) return from;
  return { to, day: from.day, endDay: until.day };
}
