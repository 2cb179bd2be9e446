/**
 * The date that begins at one token, if one does. The kinds are tried from the most to the least certain; each is a small
 * function. Times are joined elsewhere.
 */
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import { addMonths, dateOf, dayOf, isRealDate, weekdayOf } from "./calendar.ts";
import { DATE_OPENERS, DAY_PARTS, DIRECTIONS, DOUBTFUL, MONTHS, NEAR_DAYS, WEEKDAYS } from "./date-words.ts";
import type { FactScene } from "./fact.ts";
import { figureDate } from "./figure-date.ts";
import { ordinalAt } from "./ordinal-at.ts";
import { agoOrAhead, monthAlone, pointedUnit } from "./pointed-stretch.ts";
import { cost, type DateFound, resolved, tenseAround } from "./resolve-date.ts";
import { WAKES } from "./wakes.ts";

export function dateAt(scene: FactScene, at: number, last: number): DateFound | undefined {
  const token = scene.segmentation.tokens[at] as Token;
  if (token.kind === "number" || token.kind === "code")
    return figureDate(scene, at, last) ?? ordinal(scene, at, last) ?? agoOrAhead(scene, at, last);
  if (token.kind !== "word") return undefined;
  const { wakes } = scene.words[at] as Word;
  if ((wakes & (WAKES.date | WAKES.dateDirection)) === 0) {
    // "an dernier"; "the 3rd", "in two weeks", "an hour ago".
    const year = (wakes & WAKES.dateUnit) === 0 ? undefined : pointedUnit(scene, at, last);
    if (year !== undefined || (wakes & WAKES.dateOpener) === 0) return year;
    return nearDay(scene, at, last) ?? ordinal(scene, at, last) ?? agoOrAhead(scene, at, last);
  }
  return (
    nearDay(scene, at, last) ??
    weekday(scene, at, last) ??
    monthDay(scene, at, last) ??
    weekBefore(scene, at, last) ??
    pointedMonth(scene, at, last) ??
    pointedUnit(scene, at, last) ??
    ordinal(scene, at, last) ??
    agoOrAhead(scene, at, last)
  );
}

const wordIn = (scene: FactScene, last: number) => (at: number) =>
  at >= 0 && at < last ? scene.segmentation.tokens[at]?.norm : undefined;

const offset = (scene: FactScene, days: number): { readonly day?: number } =>
  scene.sent === undefined ? {} : { day: scene.sent.day + days };

function nearDay(scene: FactScene, at: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  const norm = word(at) as string;
  if (norm === "the" && word(at + 1) === "day" && word(at + 3) !== undefined) {
    if (word(at + 2) === "before" && word(at + 3) === "yesterday") return { to: at + 4, ...offset(scene, -2) };
    if (word(at + 2) === "after" && word(at + 3) === "tomorrow") return { to: at + 4, ...offset(scene, 2) };
    return undefined;
  }
  if ((norm === "last" || norm === "this") && DAY_PARTS.has(word(at + 1) ?? "") && norm !== (word(at + 1) as string)) {
    const part = word(at + 1) as string;
    return { to: at + 2, ...offset(scene, norm === "last" ? -1 : 0), part };
  }
  const days = NEAR_DAYS.get(norm);
  if (days === undefined) return undefined;
  const before = word(at - 1);
  if (norm === "mañana" && (before === "la" || before === "por")) return undefined;
  if (norm === "today" && scene.segmentation.tokens[at + 1]?.norm === "'") return undefined;
  const part = word(at + 1) ?? "";
  const hasPart = DAY_PARTS.has(part);
  return {
    to: hasPart ? at + 2 : at + 1,
    ...offset(scene, days),
    ...(norm === "tonight" ? { part: "evening" } : hasPart ? { part } : {}),
  };
}

/** The named weekday that is meant, as days from the day of writing. Without a pointer the verbs around it decide. */
function weekdayOffset(scene: FactScene, wanted: number, pointer: -1 | 0 | 1 | undefined, at: number): number {
  const today = weekdayOf(scene.sent?.day ?? 0);
  const ahead = (wanted - today + 7) % 7;
  const mondayBased = (day: number) => (day + 6) % 7;
  if (pointer === -1) return ahead === 0 ? -7 : ahead - 7;
  if (pointer === 1) return mondayBased(wanted) - mondayBased(today) + 7;
  if (pointer === 0) return mondayBased(wanted) - mondayBased(today);
  if (tenseAround(scene, at) < 0) return ahead === 0 ? 0 : ahead - 7;
  return ahead;
}

function weekday(scene: FactScene, at: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  const { tokens } = scene.segmentation;
  const pointed = DIRECTIONS.get(word(at) ?? "");
  const name = pointed === undefined ? at : at + 1;
  const wanted = WEEKDAYS.get(word(name) ?? "");
  if (wanted === undefined) return undefined;
  const token = tokens[name] as Token;
  if (DOUBTFUL.has(token.norm) && (pointed === undefined || token.isShouted) && !isBesideDate(scene, name, last))
    return undefined;
  if (/s$/.test(token.norm) && /^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/.test(token.norm)) return undefined;
  let to = name + 1;
  if (word(to) === "." && token.norm.length <= 5 && isBesideDate(scene, to, last)) to += 1;
  const full = dateAfterWeekday(scene, to, last);
  if (full !== undefined) return full;
  const after = weekAfter(word, to);
  if (after !== undefined) {
    const base = scene.sent === undefined ? {} : { day: scene.sent.day + weekOf(scene, wanted, after.pointer) };
    return { to: after.to, ...base };
  }
  const trailing = DIRECTIONS.get(word(to) ?? "");
  const isTrailing = trailing !== undefined && /^(?:dernier|prochain|pasado|próximo)/.test(word(to) ?? "");
  const pointer = isTrailing ? trailing : pointed;
  if (isTrailing) to += 1;
  const part = DAY_PARTS.has(word(to) ?? "") ? (word(to) as string) : undefined;
  const base = scene.sent === undefined ? {} : { day: scene.sent.day + weekdayOffset(scene, wanted, pointer, at) };
  return { to: part === undefined ? to : to + 1, ...base, ...(part === undefined ? {} : { part }) };
}

/** "Tuesday, 3 November", "Tuesday the 3rd": the date itself says which Tuesday. */
function dateAfterWeekday(scene: FactScene, from: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  let next = from;
  if (word(next) === ",") next += 1;
  if (
    word(next) === "the" ||
    word(next) === "le" ||
    word(next) === "der" ||
    word(next) === "den" ||
    word(next) === "dem"
  )
    next += 1;
  if (next >= last) return undefined;
  const token = scene.segmentation.tokens[next] as Token;
  if (token.kind === "number" || token.kind === "code")
    return figureDate(scene, next, last) ?? (next > from ? ordinal(scene, next - 1, last) : undefined);
  const spelled = word(next - 1) === "the" ? ordinalAt(scene.segmentation.tokens, next, last) : undefined;
  return spelled === undefined
    ? monthDay(scene, next, last)
    : (ordinal(scene, next - 1, last) ?? ofNearMonth(scene, next - 1, spelled.to, spelled.value));
}

/** "Friday next week", "Tuesday of last week". */
function weekAfter(
  word: (at: number) => string | undefined,
  at: number,
): { to: number; pointer: -1 | 0 | 1 } | undefined {
  const from = word(at) === "of" || word(at) === "," ? at + 1 : at;
  const pointer = DIRECTIONS.get(word(from) ?? "");
  return pointer === undefined || word(from + 1) !== "week" ? undefined : { to: from + 2, pointer };
}

/** "next week Friday", "next week on Friday". */
function weekBefore(scene: FactScene, at: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  const pointer = DIRECTIONS.get(word(at) ?? "");
  if (pointer === undefined || word(at + 1) !== "week") return undefined;
  const name = word(at + 2) === "on" ? at + 3 : at + 2;
  const wanted = WEEKDAYS.get(word(name) ?? "");
  if (wanted === undefined) return undefined;
  return scene.sent === undefined
    ? { to: name + 1 }
    : { to: name + 1, day: scene.sent.day + weekOf(scene, wanted, pointer) };
}

/** That weekday in the last, this or the next calendar week, as days from the day of writing. Weeks begin on Monday. */
const weekOf = (scene: FactScene, wanted: number, pointer: -1 | 0 | 1): number =>
  ((wanted + 6) % 7) - ((weekdayOf(scene.sent?.day ?? 0) + 6) % 7) + pointer * 7;

function isBesideDate(scene: FactScene, at: number, last: number): boolean {
  const word = wordIn(scene, last);
  const next = word(at + 1) === "." || word(at + 1) === "," ? word(at + 2) : word(at + 1);
  return (
    (DATE_OPENERS.has(word(at - 1) ?? "") && word(at - 1) !== "the" && word(at - 1) !== "in") ||
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(next ?? "") ||
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(word(at - 1) ?? "")
  );
}

/** "March 3rd, 2026", "Nov. 3", "in March", "March 2026". */
function monthDay(scene: FactScene, at: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  const month = MONTHS.get(word(at) ?? "");
  if (month === undefined) return undefined;
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  let next = at + 1;
  if (word(next) === "." && /^\d/.test(word(next + 1) ?? "")) next += 1;
  if (/^(?:-|\/|the)$/.test(word(next) ?? "")) next += 1;
  const figure = /^\d{1,2}$/.test(word(next) ?? "")
    ? { to: next + 1, value: Number(word(next)) }
    : ordinalAt(tokens, next, last);
  const isClock =
    figure !== undefined &&
    /^\s?(?:[:h]\d|[ap]\.?m)/i.test(
      text.slice((tokens[figure.to - 1] as Token).end, (tokens[figure.to - 1] as Token).end + 4),
    );
  if (figure !== undefined && figure.value >= 1 && figure.value <= 31 && !isClock) {
    let { to } = figure;
    const yearAt = /^(?:,|-|of|\/)$/.test(word(to) ?? "") ? to + 1 : to;
    const year = /^(?:19|20)\d\d$/.test(word(yearAt) ?? "") ? Number(word(yearAt)) : undefined;
    if (year !== undefined) to = yearAt + 1;
    return resolved(scene, at, to, year, month, figure.value);
  }
  const yearAt = word(next) === "," || word(next) === "of" ? next + 1 : next;
  const isNamed =
    !DOUBTFUL.has(token.norm) ||
    (startsCapital(token) && DATE_OPENERS.has(word(at - 1) ?? "") && word(at - 1) !== "the");
  if (/^(?:19|20)\d\d$/.test(word(yearAt) ?? "") && (isNamed || startsCapital(token)))
    return { to: yearAt + 1, month: { year: Number(word(yearAt)), month } };
  if (
    !isNamed ||
    (token.norm.length < 4 && token.norm !== "may") ||
    !(startsCapital(token) || DATE_OPENERS.has(word(at - 1) ?? ""))
  )
    return undefined;
  return monthAlone(scene, at, at + 1, month, DIRECTIONS.get(word(at - 1) ?? ""));
}

const startsCapital = (token: Token): boolean => token.isCapital;

/** "last March", "next May 3". */
function pointedMonth(scene: FactScene, at: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  const pointer = DIRECTIONS.get(word(at) ?? "");
  const month = MONTHS.get(word(at + 1) ?? "");
  if (pointer === undefined || month === undefined || (word(at + 1) as string).length < 3) return undefined;
  const dated = monthDay(scene, at + 1, last);
  return dated?.day === undefined ? monthAlone(scene, at, at + 2, month, pointer) : dated;
}

/** "the 14th", "on the third", "22nd of June", "20th of next month": of this month, the named one, or the one next to it. */
function ordinal(scene: FactScene, at: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  const isIntroduced = word(at) === "the" || word(at) === "le" || word(at) === "el";
  const found = ordinalAt(scene.segmentation.tokens, isIntroduced ? at + 1 : at, last);
  if (found === undefined) return undefined;
  const isOpened = /^(?:on|by|since|until|till|before|after|from|of|starting)$/.test(word(at - 1) ?? "");
  const next = word(found.to) === "of" ? found.to + 1 : found.to;
  const month = MONTHS.get(word(next) ?? "");
  if (month !== undefined && (next > found.to || found.isFigure || isIntroduced)) {
    const yearAt = word(next + 1) === "," || word(next + 1) === "of" ? next + 2 : next + 1;
    const year = /^(?:19|20)\d\d$/.test(word(yearAt) ?? "") ? Number(word(yearAt)) : undefined;
    return resolved(scene, at, year === undefined ? next + 1 : yearAt + 1, year, month, found.value);
  }
  const pointer = DIRECTIONS.get(word(next) ?? "");
  if (next > found.to && pointer !== undefined && word(next + 1) === "month") {
    if (scene.sent === undefined) return { to: next + 2 };
    const { year, month: thisMonth } = dateOf(addMonths(scene.sent.day, pointer));
    return resolved(scene, at, next + 2, year, thisMonth, found.value);
  }
  const follows = scene.segmentation.tokens[found.to];
  const isAlone =
    found.to >= last ||
    follows?.kind === "mark" ||
    /^(?:and|but|at|i|we|it|so|for|from|to|in|or|because|as|when|he|she|they|was|is|which|until|how)$/.test(
      follows?.norm ?? "",
    );
  if (!isAlone || !(found.isFigure ? isOpened || isIntroduced : isOpened && isIntroduced && word(found.to) !== "of"))
    return undefined;
  return ofNearMonth(scene, at, found.to, found.value);
}

function ofNearMonth(scene: FactScene, at: number, to: number, date: number): DateFound | undefined {
  if (scene.sent === undefined) return { to };
  const { year, month } = dateOf(scene.sent.day);
  const tense = tenseAround(scene, at);
  const first = dayOf(year, month, 1);
  const days = [addMonths(first, -1), first, addMonths(first, 1)]
    .map((start) => dateOf(start))
    .filter((start) => isRealDate(start.year, start.month, date))
    .map((start) => dayOf(start.year, start.month, date));
  const sent = scene.sent.day;
  return { to, day: days.reduce((a, b) => (cost(b - sent, tense) < cost(a - sent, tense) ? b : a), days[0] ?? sent) };
}
