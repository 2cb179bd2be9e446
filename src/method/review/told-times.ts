/**
 * The days, hours, weekdays and own things that a thread has named, gathered once per thread. told-otherwise.ts holds the reply
 * against them; nothing is compared here.
 */
import { type Day, figuresIn, type Time } from "./figures.ts";
import { numbersIn } from "./numbers-said.ts";
import { plain } from "./pattern.ts";
import type { ThreadMessage } from "./review-input.ts";

export interface TimesOfThread {
  readonly plain: string;
  readonly days: readonly Day[];
  readonly times: readonly Time[];
  /** An hour that stands right behind a date: "6 July 11:42". */
  readonly moments: readonly { readonly day: Day; readonly time: Time }[];
  /** Weekday and date side by side: "Saturday 20 June". */
  readonly named: readonly { readonly weekday: number; readonly day: Day }[];
  readonly numbers: ReadonlySet<string>;
  /** Every day of the week that is named, dated or meant by "tomorrow"; undefined where that cannot be known. */
  readonly weekdays: ReadonlySet<number> | undefined;
  /** "my Corsa": what they call their own, as written. */
  readonly own: ReadonlySet<string>;
}

const cache = new WeakMap<object, TimesOfThread>();
const MOST_MESSAGES = 20;
const MOST_TEXT = 8_000;
const MOST_KEPT = 60;

export function timesOf(thread: readonly ThreadMessage[]): TimesOfThread {
  const known = cache.get(thread);
  if (known !== undefined) return known;
  const raw = thread.slice(-MOST_MESSAGES).map(({ text }) => text.slice(0, MOST_TEXT));
  const words = raw.map((text) => withClocks(plain(text))).join(" \n ");
  const figures = figuresIn(words).slice(0, MOST_KEPT * 4);
  const days = figures.filter((figure): figure is Day => figure.kind === "day").slice(0, MOST_KEPT);
  const times = figures.filter((figure): figure is Time => figure.kind === "time").slice(0, MOST_KEPT);
  const said: TimesOfThread = {
    plain: words,
    days,
    times,
    moments: momentsOf(days, times),
    named: namedDays(days),
    numbers: new Set(numbersIn(words).map(({ code }) => code)),
    weekdays: weekdaysOf(thread.slice(-MOST_MESSAGES), days),
    own: new Set(raw.flatMap((text) => [...text.matchAll(OWN)].map(([, name = ""]) => name))),
  };
  cache.set(thread, said);
  return said;
}

function weekdaysOf(thread: readonly ThreadMessage[], days: readonly Day[]): ReadonlySet<number> | undefined {
  const known = new Set(days.flatMap(({ weekday }) => (weekday === undefined ? [] : [weekday])));
  const latest = thread.at(-1)?.at;
  if (known.size === 0 || latest === undefined || Number.isNaN(Date.parse(latest))) return undefined;
  const year = new Date(latest).getUTCFullYear();
  for (const { date, month, year: written } of days)
    if (date !== undefined)
      for (const one of month === undefined ? [0, 1].map((back) => new Date(latest).getUTCMonth() - back) : [month - 1])
        known.add(new Date(Date.UTC(written ?? year, one, date)).getUTCDay());
  for (const { at, text } of thread) {
    if (at === undefined) continue;
    const on = new Date(at).getUTCDay();
    known.add(on);
    if (/tomorrow/i.test(text)) known.add((on + 1) % 7);
    if (/yesterday|last night/i.test(text)) known.add((on + 6) % 7);
    if (/\bdays? (?:ago|later|running|now)|\bin \w+ days|this week|weekend/i.test(text)) return undefined;
  }
  return known;
}

const OWN = /\b(?:[Mm]y|[Oo]ur) (\p{Lu}\p{Ll}{3,14})\b/gu;

const momentsOf = (days: readonly Day[], times: readonly Time[]) =>
  days.flatMap((day) => {
    if (day.date === undefined) return [];
    const time = times.find(({ start }) => start > day.end && start - day.end <= 6);
    return time === undefined ? [] : [{ day, time }];
  });

const namedDays = (days: readonly Day[]) =>
  days.flatMap((day) => {
    if (day.date === undefined || day.month === undefined) return [];
    const before = days.find(
      ({ weekday, date, end }) =>
        weekday !== undefined && date === undefined && day.start >= end && day.start - end <= 6,
    );
    return before?.weekday === undefined ? [] : [{ weekday: before.weekday, day }];
  });

/** "at 5.40" is a time, too, where nothing else is measured so. */
const DOTTED =
  /(?<=\b(?:at|till|until|by|from|before|after|to|and) )([01]?\d|2[0-3])\.([0-5]\d)(?!\d|\.\d| ?(?:€|£|\$|eur|usd|gbp|%|per|km|kg|m\b))/g;
export const withClocks = (words: string): string => words.replace(DOTTED, "$1:$2");
