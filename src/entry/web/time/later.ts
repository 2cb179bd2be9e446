/** The moments that people mean by "later": presets for snoozing, sending later and the next update. Pure. */
import { momentOf, wallTimeOf } from "./zone.ts";

type LaterKey = "in-an-hour" | "this-afternoon" | "this-evening" | "tomorrow" | "day-after" | "monday" | "next-week";
export interface Later {
  readonly key: LaterKey;
  readonly at: Date;
}

/** Presets that still lie ahead, soonest first, as moments in the person's own time zone. */
export function laterPresets(now: Date, zone: string): Later[] {
  const wall = wallTimeOf(now, zone);
  const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
  const at = (days: number, hour: number): Date => momentOf({ ...wall, day: wall.day + days, hour, minute: 0 }, zone);
  const untilMonday = (8 - weekday) % 7 || 7;
  const all: Later[] = [
    { key: "in-an-hour", at: new Date(now.getTime() + 3_600_000) },
    { key: "this-afternoon", at: at(0, 14) },
    { key: "this-evening", at: at(0, 18) },
    { key: "tomorrow", at: at(1, 9) },
    { key: "day-after", at: at(2, 9) },
    { key: "monday", at: at(untilMonday, 9) },
    { key: "next-week", at: at(7, 9) },
  ];
  const seen = new Set<number>();
  return all
    .filter((later) => {
      const ahead = later.key === "in-an-hour" || later.at.getTime() - now.getTime() > 5_400_000;
      const fresh = !seen.has(later.at.getTime());
      if (ahead) seen.add(later.at.getTime());
      return ahead && fresh;
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
