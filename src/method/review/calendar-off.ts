/**
 * Where a reply contradicts the calendar: a weekday that the date does not have, "tomorrow, Friday" on a Friday, "you wrote on
 * Monday" when nothing came on a Monday. Needs to know when the reply is written; in doubt it is silent.
 */
import type { Contradiction } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { writingMoment } from "./due.ts";
import type { Day } from "./figures.ts";

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const NAMED = "(sun|mon|tues|wednes|thurs|fri|satur)day";
const BEFORE_DATE = new RegExp(`\\b${NAMED},? (?:the )?$`);
const BEHIND_DATE = new RegExp(`^(?:,? \\(?(?:a |which is a )?)${NAMED}\\b`);
const RELATIVE = new RegExp(
  `\\b(today|tomorrow|yesterday)(?: (?:morning|afternoon|evening|night))?,? (?:\\(|on )?${NAMED}\\b(?! (?:or|and|to)\\b)`,
  "g",
);
const AHEAD: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1 };
const DAY_LENGTH = 86_400_000;

const weekdayOf = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3));

export function* calendarOff(draft: Draft): Generator<Contradiction> {
  const { at, timeZone } = draft.input;
  const writing = at === undefined ? undefined : writingMoment(at, timeZone);
  if (writing === undefined) return;
  const { year, month, date } = writing.wall;
  const today = Date.UTC(year, month - 1, date);
  for (const figure of draft.figures) {
    if (figure.kind !== "day" || figure.date === undefined) continue;
    if (figure.month !== undefined && figure.date > longest(figure.month)) {
      yield { start: figure.start, end: figure.end, said: "no day at all" };
      continue;
    }
    const before = BEFORE_DATE.exec(draft.plain.slice(Math.max(0, figure.start - 16), figure.start));
    const behind = before === null ? BEHIND_DATE.exec(draft.plain.slice(figure.end, figure.end + 24)) : null;
    const named = before?.[1] ?? behind?.[1];
    if (named === undefined) continue;
    const real = figure.month === undefined ? undefined : realDay(figure, today, year);
    if (figure.month === undefined) {
      // "Friday the 13th" of this month, the one before or the next.
      const days = [-1, 0, 1].map((months) => new Date(Date.UTC(year, month - 1 + months, figure.date)).getUTCDay());
      if (days.includes(weekdayOf(named))) continue;
    } else if (real === undefined || real === weekdayOf(named)) continue;
    yield {
      start: figure.start - (before?.[0].length ?? 0),
      end: figure.end + (behind?.[0].length ?? 0),
      said: real === undefined ? "another day" : (NAMES[real] as string),
    };
  }
  for (const sentence of draft.body)
    for (const { 0: whole, 1: word = "", 2: name = "", index } of sentence.plain.matchAll(RELATIVE)) {
      const real = new Date(today + (AHEAD[word] ?? 0) * DAY_LENGTH).getUTCDay();
      if (real === weekdayOf(name)) continue;
      yield { start: sentence.start + index, end: sentence.start + index + whole.length, said: NAMES[real] as string };
    }
}

/** "31 April" never was. */
const longest = (month: number): number => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** The weekday of a date; undefined where it may be of another year. */
function realDay({ year: written, month = 1, date = 1 }: Day, today: number, year: number): number | undefined {
  const day = Date.UTC(written ?? year, month - 1, date);
  if (written === undefined && Math.abs(day - today) > MOST_DAYS * DAY_LENGTH) return undefined;
  return new Date(day).getUTCDay();
}

/** Further off than this a date without a year may be of the last or the next. */
const MOST_DAYS = 150;
