/** Reads a day as people type it after `before:` and `after:`. Days begin at midnight UTC. */

const BACK: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  m: 30 * 86_400_000,
  y: 365 * 86_400_000,
};
const DAY = 86_400_000;

/** `2026-11-22`, `2026-11`, `2026`, `today`, `yesterday`, or a time back from now: `12h`, `7d`, `2w`, `3m`, `1y`. */
export function readDay(text: string, now: Date): Date | undefined {
  const typed = text.trim().toLowerCase();
  const today = Math.floor(now.getTime() / DAY) * DAY;
  if (typed === "today") return new Date(today);
  if (typed === "yesterday") return new Date(today - DAY);
  const back = /^(\d{1,4})([hdwmy])$/.exec(typed);
  if (back) return new Date(now.getTime() - Number(back[1]) * (BACK[back[2] ?? ""] ?? 0));
  const day = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed);
  if (!day) return undefined;
  const [year, month, date] = [Number(day[1]), Number(day[2] ?? 1), Number(day[3] ?? 1)];
  const read = new Date(Date.UTC(year, month - 1, date));
  // 2026-02-30 is no day; a year below 100 would be read as 19xx.
  return read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === date
    ? read
    : undefined;
}
