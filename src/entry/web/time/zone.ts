/**
 * Wall-clock time in a named time zone, and back, with nothing but Intl. Clocks that jump are handled as people expect: a
 * time that does not exist moves forward, a time that exists twice is the first of the two.
 */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function partsIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

/** What the clock on the wall shows in `zone` at `at`. */
export function wallTimeOf(at: Date, zone: string): WallTime {
  const found: Record<string, number> = {};
  for (const part of partsIn(zone).formatToParts(at)) {
    if (part.type !== "literal") found[part.type] = Number(part.value);
  }
  return {
    year: found["year"] ?? 0,
    month: found["month"] ?? 1,
    day: found["day"] ?? 1,
    hour: found["hour"] ?? 0,
    minute: found["minute"] ?? 0,
  };
}

const asUtc = (wall: WallTime): number => Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);

/** The moment at which the clock on the wall in `zone` shows `wall`. Days past the month's end roll over. */
export function momentOf(wall: WallTime, zone: string): Date {
  const wanted = asUtc(wall);
  const offsetAt = (moment: number): number =>
    asUtc(wallTimeOf(new Date(moment), zone)) - Math.floor(moment / 60_000) * 60_000;
  const before = offsetAt(wanted - 86_400_000);
  const first = wanted - before;
  if (offsetAt(first) === before) return new Date(first);
  const after = offsetAt(wanted + 86_400_000);
  const second = wanted - after;
  return new Date(offsetAt(second) === after ? second : first);
}

/** Whole calendar days from `from` to `to` as the calendar in `zone` counts them. */
export function calendarDaysBetween(from: Date, to: Date, zone: string): number {
  const day = (at: Date): number => {
    const wall = wallTimeOf(at, zone);
    return Date.UTC(wall.year, wall.month - 1, wall.day) / 86_400_000;
  };
  return day(to) - day(from);
}
