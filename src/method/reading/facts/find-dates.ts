/**
 * Dates, and the times and lengths that go with them, resolved against when the mail was sent (METHOD listen.details):
 * absolute, relative, weekdays, "in 2 weeks". What cannot be resolved keeps its words; fiscal years, feast days and
 * repeating dates ("every Monday") are not read.
 */
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import { dayOf, isoDay, isoTime } from "./calendar.ts";
import { dateAt } from "./date-at.ts";
import { durationAt } from "./duration-at.ts";
import type { Fact, FactScene } from "./fact.ts";
import { type TimeFound, timeAt } from "./find-times.ts";
import type { DateFound } from "./resolve-date.ts";
import { WAKES } from "./wakes.ts";

/** Every date, time and duration between two tokens of one sentence, in order. */
export function findDates(scene: FactScene, first: number, last: number, into: Fact[]): void {
  const { text, tokens } = scene.segmentation;
  let at = first;
  while (at < last) {
    if (!mayBegin(scene, at, last)) {
      at += 1;
      continue;
    }
    at =
      dateWithTime(scene, at, last, into) ??
      timeWithDate(scene, at, last, into) ??
      durationAlone(text, tokens, at, last, into) ??
      at + 1;
  }
}

/** Most words begin nothing of the kind; asking once here spares asking every kind of date. */
function mayBegin({ segmentation, words }: FactScene, at: number, last: number): boolean {
  const { wakes } = words[at] as Word;
  if ((wakes & (WAKES.date | WAKES.dateOpener | WAKES.dateUnit)) === 0) return false;
  const { kind } = segmentation.tokens[at] as Token;
  if (kind !== "word" && kind !== "number" && kind !== "code") return false;
  if ((wakes & WAKES.date) !== 0) return true;
  const next = at + 1 < last ? (words[at + 1] as Word).wakes : 0;
  return (next & ((wakes & WAKES.dateOpener) !== 0 ? WAKES.datePart : WAKES.dateDirection)) !== 0;
}

function dateWithTime(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const date = dateAt(scene, at, last);
  if (date === undefined) return undefined;
  const { text, tokens } = scene.segmentation;
  let next = date.to;
  if (tokens[next]?.norm === "," || tokens[next]?.norm === "@") next += 1;
  if (/^(?:at|um|à|around|about|before|by|after|gegen|from|until|for|-)$/.test(tokens[next]?.norm ?? "")) next += 1;
  if (tokens[next]?.norm === "a" && tokens[next + 1]?.norm === "las") next += 2;
  const time = date.minutes === undefined && next < last ? timeAt(text, tokens, next, last) : undefined;
  put(text, tokens, into, "date", at, time?.to ?? date.to, dateValue(text, tokens, at, date, time));
  return time?.to ?? date.to;
}

function timeWithDate(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const { text, tokens } = scene.segmentation;
  const time = timeAt(text, tokens, at, last);
  if (time === undefined) return undefined;
  let next = time.to;
  if (tokens[next]?.norm === ",") next += 1;
  if (/^(?:on|am|le|el|the)$/.test(tokens[next]?.norm ?? "")) next += 1;
  const date = next < last ? dateAt(scene, next, last) : undefined;
  if (date !== undefined && date.minutes === undefined) {
    put(text, tokens, into, "date", at, date.to, dateValue(text, tokens, at, date, time));
    return date.to;
  }
  put(text, tokens, into, "time", at, time.to, isoTime(time.minutes) + offsetOf(time));
  return time.to;
}

function durationAlone(
  text: string,
  tokens: readonly Token[],
  at: number,
  last: number,
  into: Fact[],
): number | undefined {
  const found = durationAt(tokens, at, last);
  if (found === undefined) return undefined;
  put(text, tokens, into, "duration", at, found.to, found.value);
  return found.to;
}

function put(
  text: string,
  tokens: readonly Token[],
  into: Fact[],
  kind: "date" | "time" | "duration",
  from: number,
  to: number,
  value: string,
): void {
  const start = (tokens[from] as Token).start;
  const end = (tokens[to - 1] as Token).end;
  into.push({ kind, start, end, text: text.slice(start, end), value });
}

function dateValue(
  text: string,
  tokens: readonly Token[],
  from: number,
  date: DateFound,
  time: TimeFound | undefined,
): string {
  if (date.day === undefined && date.month === undefined)
    return text
      .slice((tokens[from] as Token).start, (tokens[date.to - 1] as Token).end)
      .toLowerCase()
      .replace(/\s+/g, " ");
  if (date.day === undefined) return isoDay(dayOf(date.month?.year ?? 0, date.month?.month ?? 1, 1)).slice(0, 7);
  const minutes = date.minutes ?? (time === undefined ? undefined : likelyHour(time, date));
  if (date.endDay !== undefined) return `${isoDay(date.day)}/${isoDay(date.endDay)}`;
  return minutes === undefined
    ? isoDay(date.day)
    : `${isoDay(date.day)}T${isoTime(minutes)}${time === undefined ? "" : offsetOf(time)}`;
}

/** "Friday at 5" is in the afternoon; "tonight at 8" too. */
function likelyHour(time: TimeFound, date: DateFound): number {
  const isEvening = date.part === "evening" || date.part === "night" || date.part === "afternoon";
  if (time.isVague !== true || time.minutes >= 720) return time.minutes;
  return isEvening || (date.part === undefined && time.minutes < 420) ? time.minutes + 720 : time.minutes;
}

function offsetOf(time: TimeFound): string {
  if (time.zone === undefined) return "";
  return time.zone === 0 ? "Z" : `${time.zone < 0 ? "-" : "+"}${isoTime(Math.abs(time.zone))}`;
}
