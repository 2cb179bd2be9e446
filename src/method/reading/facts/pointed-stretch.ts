/** Stretches of time pointed at from the day of writing: "last week", "next month", "two weeks ago", "in 3 Tagen", "March". */
import { addMonths, dateOf, dayOf, weekdayOf } from "./calendar.ts";
import { DIRECTIONS, UNITS, type Unit } from "./date-words.ts";
import { countAt, lengthAt } from "./duration-at.ts";
import type { FactScene } from "./fact.ts";
import { type DateFound, tenseAround } from "./resolve-date.ts";

const wordIn = (scene: FactScene, last: number) => (at: number) =>
  at >= 0 && at < last ? scene.segmentation.tokens[at]?.norm : undefined;

export function monthAlone(
  scene: FactScene,
  at: number,
  to: number,
  month: number,
  pointer: -1 | 0 | 1 | undefined,
): DateFound {
  if (scene.sent === undefined) return { to };
  const now = dateOf(scene.sent.day);
  if (pointer === -1) return { to, month: { year: month < now.month ? now.year : now.year - 1, month } };
  if (pointer === 1) return { to, month: { year: month > now.month ? now.year : now.year + 1, month } };
  if (tenseAround(scene, at) < 0) return { to, month: { year: month <= now.month ? now.year : now.year - 1, month } };
  const months = (month - now.month + 12) % 12;
  return {
    to,
    month: {
      year: months > 8 ? (month > now.month ? now.year - 1 : now.year) : month >= now.month ? now.year : now.year + 1,
      month,
    },
  };
}

/** "last week", "next month", "this weekend", "nächste Woche", "la semaine dernière". */
export function pointedUnit(scene: FactScene, at: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  const leading = DIRECTIONS.get(word(at) ?? "");
  if (leading !== undefined) {
    const unit = UNITS.get(word(at + 1) ?? "");
    if (unit !== undefined && !(word(at) === "ce" || word(at) === "este")) return stretch(scene, at + 2, unit, leading);
    const counted = lengthAt(scene.segmentation.tokens, at + 1, last);
    return counted === undefined || leading === 0
      ? undefined
      : stretchOf(scene, counted.to, counted.unit, Math.ceil(counted.count), leading);
  }
  const unit = UNITS.get(word(at) ?? "");
  const trailing = unit === undefined ? undefined : DIRECTIONS.get(word(at + 1) ?? "");
  return unit !== undefined && trailing !== undefined && /^(?:derni|procha|pasad|próxim)/.test(word(at + 1) ?? "")
    ? stretch(scene, at + 2, unit, trailing)
    : undefined;
}

function stretch(scene: FactScene, to: number, unit: Unit, pointer: -1 | 0 | 1): DateFound | undefined {
  if (unit === "second" || unit === "minute" || unit === "hour") return undefined;
  if (scene.sent === undefined) return { to };
  const { day } = scene.sent;
  const monday = day - ((weekdayOf(day) + 6) % 7) + pointer * 7;
  if (unit === "week") return { to, day: monday, endDay: monday + 6 };
  if (unit === "weekend") return { to, day: monday + 5, endDay: monday + 6 };
  if (unit === "day" || unit === "working-day") return { to, day: day + pointer };
  const now = dateOf(addMonths(day, unit === "year" ? pointer * 12 : pointer));
  if (unit === "month") return { to, month: { year: now.year, month: now.month } };
  if (unit === "year") return { to, day: dayOf(now.year, 1, 1), endDay: dayOf(now.year, 12, 31) };
  const quarter = Math.floor((dateOf(day).month - 1) / 3) + pointer;
  const start = addMonths(dayOf(dateOf(day).year, 1, 1), quarter * 3);
  return { to, day: start, endDay: addMonths(start, 3) - 1 };
}

function stretchOf(scene: FactScene, to: number, unit: Unit, count: number, pointer: -1 | 1): DateFound | undefined {
  if (unit === "second" || unit === "minute" || unit === "hour") return undefined;
  if (scene.sent === undefined) return { to };
  const other = shift(scene.sent.day, unit, count * pointer);
  return pointer < 0 ? { to, day: other, endDay: scene.sent.day } : { to, day: scene.sent.day, endDay: other };
}

function shift(day: number, unit: Unit, count: number): number {
  if (unit === "month") return addMonths(day, Math.round(count));
  if (unit === "quarter") return addMonths(day, Math.round(count * 3));
  if (unit === "year") return addMonths(day, Math.round(count * 12));
  if (unit !== "working-day") return day + Math.round(unit === "week" || unit === "weekend" ? count * 7 : count);
  let left = Math.round(Math.abs(count));
  let at = day;
  while (left > 0) {
    at += count < 0 ? -1 : 1;
    if (weekdayOf(at) % 6 !== 0) left -= 1;
  }
  return at;
}

/** "two weeks ago", "in 3 days", "a week from now", "vor zwei Wochen", "il y a trois jours", "hace dos días". */
export function agoOrAhead(scene: FactScene, at: number, last: number): DateFound | undefined {
  const word = wordIn(scene, last);
  const opener = word(at);
  const opens =
    opener === "in" ||
    opener === "vor" ||
    opener === "dans" ||
    opener === "hace" ||
    opener === "within" ||
    opener === "innerhalb";
  const from = opens
    ? at + 1
    : opener === "il" && word(at + 1) === "y" && word(at + 2) === "a"
      ? at + 3
      : opener === "dentro" && word(at + 1) === "de"
        ? at + 2
        : at;
  if (from === at && countAt(scene.segmentation.tokens, at, last) === undefined) return undefined;
  const length = lengthAt(scene.segmentation.tokens, from, last);
  if (length === undefined) return undefined;
  const next = word(length.to);
  const isAgo =
    next === "ago" || next === "earlier" || next === "back" || opener === "vor" || opener === "hace" || opener === "il";
  const isAhead =
    opens && !isAgo
      ? true
      : (next === "from" && (word(length.to + 1) === "now" || word(length.to + 1) === "today")) || next === "later";
  if (!isAgo && !isAhead) return undefined;
  const to =
    length.to +
    (next === "ago" || next === "earlier" || next === "back" || next === "later" ? 1 : next === "from" ? 2 : 0);
  if (scene.sent === undefined) return { to };
  const sign = isAgo ? -1 : 1;
  if (length.unit === "hour" || length.unit === "minute" || length.unit === "second") {
    const moved =
      scene.sent.minutes +
      Math.round(sign * length.count * (length.unit === "hour" ? 60 : length.unit === "minute" ? 1 : 1 / 60));
    return { to, day: scene.sent.day + Math.floor(moved / 1440), minutes: ((moved % 1440) + 1440) % 1440 };
  }
  return { to, day: shift(scene.sent.day, length.unit, sign * length.count) };
}
