/**
 * When "Tuesday before noon" is, reckoned from the moment of writing in the writer's time zone. Asks no clock and no locale:
 * the moment and the zone are given. A day that cannot be known stays unknown.
 */
import type { Day, Figure, Time } from "./figures.ts";

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly hour: number;
  readonly minute: number;
}

/** Minutes since 1970 as if the wall clock were UTC. */
const asMinutes = ({ year, month, date, hour, minute }: Moment): number =>
  Date.UTC(year, month - 1, date, hour, minute) / 60_000;
const fromMinutes = (minutes: number): Moment => {
  const at = new Date(minutes * 60_000);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
  };
};
const two = (n: number): string => String(n).padStart(2, "0");
const dayText = ({ year, month, date }: Moment): string =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;

export interface Writing {
  /** The wall clock where the writer is. */
  readonly wall: Moment;
  /** Minutes that a wall clock there is ahead of UTC at the given wall time. */
  readonly offsetAt: (wallMinutes: number) => number;
}

/** The last one worked out: a draft asks for the same moment many times. */
let known:
  | { readonly at: string; readonly timeZone: string | undefined; readonly writing: Writing | undefined }
  | undefined;

/** @param at ISO 8601 with an offset. Undefined when it cannot be read. */
export function writingMoment(at: string, timeZone: string | undefined): Writing | undefined {
  if (known === undefined || known.at !== at || known.timeZone !== timeZone)
    known = { at, timeZone, writing: reckon(at, timeZone) };
  return known.writing;
}

function reckon(at: string, timeZone: string | undefined): Writing | undefined {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return undefined;
  const utc = Math.floor(instant / 60_000);
  const offsetOf = timeZone === undefined ? undefined : zoneOffset(timeZone);
  if (offsetOf === undefined) {
    const written = /([+-])(\d{2}):?(\d{2})$/.exec(at);
    const offset =
      written === null ? 0 : (written[1] === "-" ? -1 : 1) * (Number(written[2]) * 60 + Number(written[3]));
    return { wall: fromMinutes(utc + offset), offsetAt: () => offset };
  }
  // Two looks settle the hour in which the clocks change.
  const offsetAt = (wall: number) => offsetOf(wall - offsetOf(wall - offsetOf(wall)));
  return { wall: fromMinutes(utc + offsetOf(utc)), offsetAt };
}

const zones = new Map<string, ((utcMinutes: number) => number) | undefined>();

function zoneOffset(timeZone: string): ((utcMinutes: number) => number) | undefined {
  if (zones.has(timeZone)) return zones.get(timeZone);
  let offset: ((utcMinutes: number) => number) | undefined;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    // Asking the time zone's table is slow, and a desk asks about the same few hours all day.
    const quarters = new Map<number, number>();
    offset = (utcMinutes) => {
      const quarter = Math.floor(utcMinutes / 15);
      const found = quarters.get(quarter);
      if (found !== undefined) return found;
      if (quarters.size > 500) quarters.clear();
      const ahead = lookUp(utcMinutes);
      quarters.set(quarter, ahead);
      return ahead;
    };
    const lookUp = (utcMinutes: number): number => {
      const part: Record<string, number> = {};
      for (const { type, value } of format.formatToParts(new Date(utcMinutes * 60_000))) part[type] = Number(value);
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
      return asMinutes({ year, month, date: day, hour, minute }) - utcMinutes;
    };
  } catch {
    // A zone that this machine does not know: days are then reckoned in the offset of the moment itself.
    offset = undefined;
  }
  zones.set(timeZone, offset);
  return offset;
}

/**
 * The day, and the time where one is said, that these figures of one sentence name. "2026-03-03" or
 * "2026-03-03T16:00:00+01:00"; undefined when no day can be known. Of several the last: "I send it today, and write
 * tomorrow before noon" is kept by tomorrow noon. METHOD expect.timeline.
 */
export function dueOf(figures: readonly Figure[], writing: Writing): string | undefined {
  const last = lastNamed(figures, writing);
  return last && asText(last, writing);
}

/** As `dueOf`; undefined also where it would be over as it is written. */
export function dueAhead(figures: readonly Figure[], writing: Writing): string | undefined {
  const last = lastNamed(figures, writing);
  return last && last.minutes > asMinutes(writing.wall) ? asText(last, writing) : undefined;
}

const asText = ({ minutes, isExact }: Named, writing: Writing): string =>
  isExact ? moment(minutes, writing) : dayText(fromMinutes(minutes - 1));

interface Named {
  /** By the wall clock; of a day alone its end. */
  readonly minutes: number;
  readonly isExact: boolean;
}

function lastNamed(figures: readonly Figure[], writing: Writing): Named | undefined {
  const days = figures.filter((figure): figure is Day => figure.kind === "day" && !isSaidTwice(figure, figures));
  const times = figures.filter((figure): figure is Time => figure.kind === "time");
  const now = asMinutes(writing.wall);
  if (days.length === 0) {
    const time = lastOf(times.map(asMoment));
    return time && { isExact: true, minutes: nextAt(time, writing.wall, now) };
  }
  return lastOf(
    days.flatMap((day): Named[] => {
      if (day.inHours !== undefined) return [{ isExact: true, minutes: now + Math.round(day.inHours * 60) }];
      const date = dateOf(day, writing.wall);
      if (date === undefined) return [];
      const time = lastOf(times.filter((one) => belongsTo(one, days) === day).map(asMoment));
      const minutes = asMinutes({ ...date, hour: time?.hour ?? 24, minute: time?.minute ?? 0 });
      return [{ isExact: time !== undefined, minutes }];
    }),
  );
}

/** "I'll call at 9", written at ten, is tomorrow. */
function nextAt(time: Pick<Time, "hour" | "minute">, wall: Moment, now: number): number {
  const today = asMinutes({ ...wall, hour: time.hour, minute: time.minute });
  return today <= now ? today + 1_440 : today;
}

const asMoment = ({ hour, minute }: Time) => ({ hour, minute, minutes: hour * 60 + minute });
const lastOf = <One extends { readonly minutes: number }>(all: readonly One[]): One | undefined =>
  all.reduce<One | undefined>(
    (last, one) => (last === undefined || one.minutes > last.minutes ? one : last),
    undefined,
  );

/** The day that a time stands nearest to: "today, and tomorrow before noon". */
function belongsTo(time: Time, days: readonly Day[]): Day | undefined {
  const away = (day: Day): number => (day.end <= time.start ? time.start - day.end : Math.abs(day.start - time.end));
  return days.reduce<Day | undefined>(
    (nearest, day) => (nearest === undefined || away(day) < away(nearest) ? day : nearest),
    undefined,
  );
}

function moment(wallMinutes: number, writing: Writing): string {
  const { hour, minute } = fromMinutes(wallMinutes);
  const offset = writing.offsetAt(wallMinutes);
  const sign = offset < 0 ? "-" : "+";
  const size = Math.abs(offset);
  return `${dayText(fromMinutes(wallMinutes))}T${two(hour)}:${two(minute)}:00${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The "Friday" of "Friday 20 March": the date behind it says more. */
export const isSaidTwice = (day: Figure, among: readonly Figure[]): boolean =>
  day.kind === "day" &&
  day.date === undefined &&
  day.weekday !== undefined &&
  among.some(
    (other) =>
      other.kind === "day" && other.date !== undefined && other.start >= day.end && other.start <= day.end + NEXT_TO_IT,
  );

/** ", the ". */
const NEXT_TO_IT = 6;

/** The date that a day names, seen from the day of writing; undefined for a date that is no date. */
export function dateOf(day: Day, from: Moment): Moment | undefined {
  const start = asMinutes({ ...from, hour: 0, minute: 0 });
  const plus = (days: number) => fromMinutes(start + days * 1_440);
  if (day.inDays !== undefined) return plus(day.inDays);
  if (day.inBusinessDays !== undefined)
    return plus(businessDays(new Date(start * 60_000).getUTCDay(), day.inBusinessDays));
  if (day.weekday !== undefined && day.date === undefined) {
    const today = new Date(start * 60_000).getUTCDay();
    const ahead = (day.weekday - today + 7) % 7;
    // "Next Tuesday" is the one in the week after this, which begins on Monday.
    if (day.isNext) return plus(ahead === 0 ? 7 : (day.weekday + 6) % 7 > (today + 6) % 7 ? ahead + 7 : ahead);
    return plus(ahead === 0 ? 7 : ahead);
  }
  if (day.date === undefined) return undefined;
  return calendarDate(day, from, start);
}

function calendarDate(day: Day, from: Moment, start: number): Moment | undefined {
  const date = day.date as number;
  const on = (year: number, month: number) => {
    const found = fromMinutes(asMinutes({ year, month, date, hour: 0, minute: 0 }));
    return found.date === date ? found : undefined;
  };
  if (day.year !== undefined && day.month !== undefined) return on(day.year, day.month);
  if (day.month !== undefined) {
    const thisYear = on(from.year, day.month);
    return thisYear !== undefined && asMinutes(thisYear) < start ? on(from.year + 1, day.month) : thisYear;
  }
  const thisMonth = on(from.year, from.month);
  if (thisMonth !== undefined && asMinutes(thisMonth) >= start) return thisMonth;
  return from.month === 12 ? on(from.year + 1, 1) : on(from.year, from.month + 1);
}

function businessDays(weekday: number, many: number): number {
  let days = 0;
  let left = Math.min(many, 400);
  while (left > 0) {
    days += 1;
    if ((weekday + days) % 7 !== 0 && (weekday + days) % 7 !== 6) left -= 1;
  }
  return days;
}
