/**
 * Open hours: when a mailbox is answered. Pure. Due times never fall in closed time and never shrink across a change to
 * or from summer time, because minutes are counted on real time while opening times are read off the wall clock.
 */
import { DateTime } from "luxon";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
/** For each day the open spans, "HH:MM" to "HH:MM"; "24:00" ends a day. */
export type Week = Readonly<Partial<Record<Weekday, ReadonlyArray<readonly [string, string]>>>>;

export interface OpenHours {
  readonly week: Week;
  /** ISO days on which nobody answers. */
  readonly holidays: readonly string[];
  /** IANA name, e.g. "Europe/Warsaw". */
  readonly timeZone: string;
}

const DAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** Longer than any run of holidays; without it a week without open hours would be searched for ever. */
const MOST_DAYS = 400;

export const OFFICE_WEEK: Week = Object.fromEntries(DAYS.slice(0, 5).map((day) => [day, [["09:00", "17:00"]]]));

/** The open spans of the calendar day that holds `day`, as instants, in order. */
function spansOn(day: DateTime, hours: OpenHours): Array<{ from: DateTime; to: DateTime }> {
  if (hours.holidays.includes(day.toISODate() ?? "")) return [];
  const spans = hours.week[DAYS[day.weekday - 1] as Weekday] ?? [];
  return spans
    .map(([from, to]) => ({ from: at(day, from), to: at(day, to) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from.toMillis() - b.from.toMillis());
}

function at(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (hour === 24) return day.plus({ days: 1 }).startOf("day");
  return day.set({ hour, minute, second: 0, millisecond: 0 });
}

export function isOpenAt(instant: Date, hours: OpenHours): boolean {
  const moment = inZone(instant, hours);
  return spansOn(moment.startOf("day"), hours).some(({ from, to }) => from <= moment && moment < to);
}

/**
 * The instant at which `minutes` of open time have passed since `from`.
 * @returns undefined when there are no open hours in the coming year: nothing honest can be said.
 */
export function afterOpenMinutes(from: Date, minutes: number, hours: OpenHours): Date | undefined {
  const start = inZone(from, hours);
  let left = minutes * 60_000;
  let counted = start.toMillis();
  let day = start.startOf("day");
  for (let searched = 0; searched < MOST_DAYS; searched += 1) {
    for (const span of spansOn(day, hours)) {
      // Spans may overlap; no minute counts twice.
      const begin = Math.max(span.from.toMillis(), counted);
      const open = span.to.toMillis() - begin;
      if (open <= 0) continue;
      if (left <= open) return new Date(begin + left);
      left -= open;
      counted = span.to.toMillis();
    }
    day = day.plus({ days: 1 }).startOf("day");
  }
  return undefined;
}

const inZone = (instant: Date, hours: OpenHours): DateTime => {
  const moment = DateTime.fromJSDate(instant, { zone: hours.timeZone });
  return moment.isValid ? moment : DateTime.fromJSDate(instant, { zone: "UTC" });
};
