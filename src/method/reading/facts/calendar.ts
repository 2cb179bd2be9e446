/**
 * Days counted as whole numbers since 1970-01-01, so that dates are computed without a clock and the same everywhere.
 * Knows the Gregorian calendar and nothing of hours; what "now" is always comes in from outside.
 */

/** When a mail was sent, as the writer's own wall calendar and clock show it. */
export interface LocalMoment {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Minutes since midnight. */
  readonly minutes: number;
}

/** Days since 1970-01-01 of a date; months from 1. (Howard Hinnant's days_from_civil.) */
export function dayOf(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

export function dateOf(day: number): { year: number; month: number; date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * part + 2) / 5) + 1,
  };
}

/** 0 is Sunday, as in JavaScript. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

export const isRealDate = (year: number, month: number, date: number): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);

/** The same date so many months on; the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = dateOf(day);
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (((count % 12) + 12) % 12) + 1;
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `2026-11-03`. */
export function isoDay(day: number): string {
  const { year, month, date } = dateOf(day);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

/** `17:05`. */
export const isoTime = (minutes: number): string => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * The writer's calendar at an ISO moment. With a time zone the moment is taken there; without one, the date and hour are
 * taken as they are written. Undefined when `sentAt` is not an ISO date.
 */
export function localMoment(sentAt: string, timeZone: string | undefined): LocalMoment | undefined {
  if (lastMoment.sentAt !== sentAt || lastMoment.timeZone !== timeZone)
    lastMoment = { sentAt, timeZone, moment: findMoment(sentAt, timeZone) };
  return lastMoment.moment;
}

/** One message asks several times for the same moment, and asking a time zone is the dearest part of it. */
let lastMoment: { sentAt: string; timeZone: string | undefined; moment: LocalMoment | undefined } = {
  sentAt: "",
  timeZone: undefined,
  moment: undefined,
};

function findMoment(sentAt: string, timeZone: string | undefined): LocalMoment | undefined {
  const parts = WRITTEN.exec(sentAt.trim());
  if (parts === null) return undefined;
  const [year, month, date, hour, minute] = parts.slice(1, 6).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isRealDate(year, month, date) || hour > 23 || minute > 59) return undefined;
  const written = { day: dayOf(year, month, date), minutes: hour * 60 + minute };
  const offset = parts[6];
  if (timeZone === undefined || offset === undefined) return written;
  const sign = offset.startsWith("-") ? -1 : 1;
  const behind = offset === "Z" ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)));
  return inZone(written.day * 1440 + written.minutes - behind, timeZone) ?? written;
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** There are fewer zones than this; more means that somebody invents them. */
const MOST_FORMATS = 600;

function inZone(minutesSinceEpoch: number, timeZone: string): LocalMoment | undefined {
  let format = formats.get(timeZone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat("en-US", {
        timeZone,
        calendar: "gregory",
        numberingSystem: "latn",
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
      });
    } catch {
      return undefined;
    }
    if (formats.size >= MOST_FORMATS) formats.clear();
    formats.set(timeZone, format);
  }
  const part = new Map(
    format.formatToParts(minutesSinceEpoch * 60_000).map(({ type, value }) => [type, Number(value)]),
  );
  const [year, month, date] = [part.get("year"), part.get("month"), part.get("day")];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return { day: dayOf(year, month, date), minutes: ((part.get("hour") ?? 0) % 24) * 60 + (part.get("minute") ?? 0) };
}
