/** Reads a day as people type it after `before:` and `after:`. Days begin at midnight where whoever asks is. */
import { DateTime } from "luxon";

const BACK: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  m: 30 * 86_400_000,
  y: 365 * 86_400_000,
};

/**
 * `2026-11-22`, `2026-11`, `2026`, `today`, `yesterday`, or a time back from now: `12h`, `7d`, `2w`, `3m`, `1y`.
 * @param zone an IANA name; one that is not known is taken for UTC.
 */
export function readDay(text: string, now: Date, zone: string): Date | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === "today" || typed === "yesterday") {
    const today = DateTime.fromJSDate(now, { zone: knownZone(zone) }).startOf("day");
    return today.minus({ days: typed === "today" ? 0 : 1 }).toJSDate();
  }
  const back = /^(\d{1,4})([hdwmy])$/.exec(typed);
  if (back) return new Date(now.getTime() - Number(back[1]) * (BACK[back[2] ?? ""] ?? 0));
  const day = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed);
  if (!day) return undefined;
  const [year, month, date] = [Number(day[1]), Number(day[2] ?? 1), Number(day[3] ?? 1)];
  const read = DateTime.fromObject({ year, month, day: date }, { zone: knownZone(zone) });
  // 2026-02-30 is no day; a year below 100 is a slip.
  return read.isValid && year >= 100 ? read.toJSDate() : undefined;
}

/** As a person reads it: the day that a moment lies in. */
export const dayOf = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone: knownZone(zone) }).toFormat("yyyy-MM-dd");

const knownZone = (zone: string): string => (DateTime.local({ zone }).isValid ? zone : "utc");
