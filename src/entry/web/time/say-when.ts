/**
 * Moments as people say them: "yesterday 14:10", "in 2 hours", "Tuesday 09:00". The exact moment is `sayExactly`. Pure: now
 * and the time zone are passed in.
 */
import { calendarDaysBetween } from "./zone.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();
function say(at: Date, zone: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formats.set(key, format);
  }
  return format.format(at);
}

/** British English where the locale is plain "en": 24 hours, day before month. */
const dated = (locale: string): string => (locale === "en" ? "en-GB" : locale);

export function sayClock(at: Date, zone: string, locale = "en"): string {
  return say(at, zone, dated(locale), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function sayDay(at: Date, now: Date, zone: string, locale: string): string {
  const sameYear =
    say(at, zone, dated(locale), { year: "numeric" }) === say(now, zone, dated(locale), { year: "numeric" });
  return say(at, zone, dated(locale), {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  });
}

/** A day far back, where the hour does not matter: "26 January 2025". */
export function sayDate(at: Date, zone: string, locale = "en"): string {
  return say(at, zone, dated(locale), { day: "numeric", month: "long", year: "numeric" });
}

/** For a row of a list, as short as it can be understood: "14:10", "yesterday", "Tue", "3 Nov", "3 Nov 2025". */
export function sayShortly(at: Date, now: Date, zone: string, locale = "en"): string {
  const days = calendarDaysBetween(now, at, zone);
  if (days === 0) return sayClock(at, zone, locale);
  if (days === -1 || days === 1) return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  if (days > -7 && days < 7) return say(at, zone, dated(locale), { weekday: "short" });
  return sayDay(at, now, zone, locale);
}

/** In a sentence: "just now", "12 minutes ago", "in 2 hours", "yesterday 14:10", "Tuesday 09:00", "3 Nov 14:10". */
export function sayWhen(at: Date, now: Date, zone: string, locale = "en"): string {
  const distance = at.getTime() - now.getTime();
  const size = Math.abs(distance);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (size < 45_000) return relative.format(0, "second") === "now" ? "just now" : relative.format(0, "second");
  if (size < 59.5 * MINUTE) return relative.format(Math.round(distance / MINUTE), "minute");
  const days = calendarDaysBetween(now, at, zone);
  const clock = sayClock(at, zone, locale);
  if (days === 0 && size < 3.5 * HOUR) return relative.format(Math.round(distance / HOUR), "hour");
  if (days >= -1 && days <= 1) return `${relative.format(days, "day")} ${clock}`;
  if (days > -7 && days < 7) return `${say(at, zone, dated(locale), { weekday: "long" })} ${clock}`;
  return `${sayDay(at, now, zone, locale)} ${clock}`;
}

/** A moment that is named rather than told from now: "22 Nov 15:00". */
export function sayMoment(at: Date, now: Date, zone: string, locale = "en"): string {
  return `${sayDay(at, now, zone, locale)} ${sayClock(at, zone, locale)}`;
}

/** The whole truth, for a tooltip: "Tuesday, 17 November 2026 at 14:10:05 CET". */
export function sayExactly(at: Date, zone: string, locale = "en"): string {
  return say(at, zone, dated(locale), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
}
