/**
 * Times of day: "5 p.m.", "17:30", "half past six", "14 Uhr", "noon", with a zone where one is named. Reads one place at a
 * time; joining a time to its date is find-dates' part.
 */
import type { Token } from "../scan-words.ts";
import { TIME_WORDS, UNITS, ZONES } from "./date-words.ts";
import { leadingDigits } from "./figure-date.ts";
import { numberWord } from "./number-words.ts";

export interface TimeFound {
  /** Index after the last token of the time. */
  readonly to: number;
  /** Minutes since midnight, local unless `zone` is set. */
  readonly minutes: number;
  /** Minutes from UTC, when the writer names a zone. */
  readonly zone?: number;
  /** A bare "at 7" may be either half of the day. */
  readonly isVague?: true;
}

const CLOCK =
  /(\d{1,2})(?::|\.(?=\d\d\s?(?:[ap]\.?\s?m|uhr))|h(?=\d))(\d{2})(?::(\d{2}))?(?:\s?([ap])(?:m\b|\.\s?m\b\.?))?(?!\d|[.:,]\d)/iy;
const HOUR_HALF = /(\d{1,2})(?:\s(\d{2}))?\s?([ap])(?:m\b|\.\s?m\b\.?)/iy;
const HOUR_UNIT = /(\d{1,2})\s?(?:o['’]?clock|uhr|h|heures?|godz\.?)(?:\s?(\d{2}))?(?![\p{L}\p{N}])/iuy;

/** The time that begins at this token, if one does. */
export function timeAt(text: string, tokens: readonly Token[], at: number, last: number): TimeFound | undefined {
  const token = tokens[at] as Token;
  if (token.kind === "number" || token.kind === "code") return figureTime(text, tokens, at, last);
  if (token.kind !== "word") return undefined;
  const named = TIME_WORDS.get(token.norm);
  if (named !== undefined) return withZone(text, tokens, { to: at + 1, minutes: named }, last);
  return wordTime(text, tokens, at, last);
}

function figureTime(text: string, tokens: readonly Token[], at: number, last: number): TimeFound | undefined {
  const token = tokens[at] as Token;
  const digits = leadingDigits(text, token.start);
  if (digits === 0 || digits > 2) return undefined;
  for (const pattern of [CLOCK, HOUR_HALF, HOUR_UNIT]) {
    pattern.lastIndex = token.start;
    const found = pattern.exec(text);
    if (found === null) continue;
    const half = pattern === CLOCK ? found[4] : pattern === HOUR_HALF ? found[3] : undefined;
    const minutes = clock(Number(found[1]), Number(found[2] ?? 0), half?.toLowerCase());
    const to = after(tokens, at, token.start + found[0].length, last);
    if (minutes === undefined || to === undefined) continue;
    return withZone(text, tokens, withDayPart(tokens, { to, minutes }, last), last);
  }
  return pastAt(text, tokens, at, last) ?? figureWithPart(text, tokens, at, last) ?? openedFigure(tokens, at, last);
}

function clock(hour: number, minute: number, half: string | undefined): number | undefined {
  if (hour > 24 || minute > 59 || (half !== undefined && (hour > 12 || hour === 0))) return undefined;
  const turned = half === "p" && hour < 12 ? hour + 12 : half === "a" && hour === 12 ? 0 : hour;
  return (turned % 24) * 60 + minute;
}

const after = (tokens: readonly Token[], at: number, end: number, last: number): number | undefined => {
  let to = at;
  while (to < last && (tokens[to] as Token).start < end) to += 1;
  return to === at ? undefined : to;
};

const smallNumber = (token: Token | undefined): number | undefined =>
  token === undefined
    ? undefined
    : token.kind === "number" && /^\d{1,2}$/.test(token.norm)
      ? Number(token.norm)
      : token.kind === "word"
        ? numberWord(token.norm)
        : undefined;

/** "half past six", "quarter to five", "ten past 3", "25 to 7 p.m.", "seven o'clock", "eight thirty pm". */
function wordTime(text: string, tokens: readonly Token[], at: number, last: number): TimeFound | undefined {
  return pastAt(text, tokens, at, last) ?? spokenHour(text, tokens, at, last);
}

function pastAt(text: string, tokens: readonly Token[], at: number, last: number): TimeFound | undefined {
  const first = tokens[at] as Token;
  const from = first.norm === "a" && tokens[at + 1]?.norm === "quarter" ? at + 1 : at;
  const word = tokens[from] as Token;
  const part = word.norm === "half" ? 30 : word.norm === "quarter" ? 15 : smallNumber(word);
  if (part === undefined || part > 59) return undefined;
  let next = from + 1;
  if (tokens[next]?.norm === "minutes" || tokens[next]?.norm === "mins") next += 1;
  const turn = tokens[next]?.norm;
  if (turn !== "past" && turn !== "to" && turn !== "after") return undefined;
  if (next + 1 >= last || (part === 30 && word.norm === "half" && turn !== "past")) return undefined;
  const end = tokens[next + 1] as Token;
  const hour = TIME_WORDS.has(end.norm) ? (TIME_WORDS.get(end.norm) as number) / 60 : smallNumber(end);
  if (hour === undefined || hour > 24) return undefined;
  const isPlainRange =
    turn === "to" &&
    word.kind === "number" &&
    end.kind === "number" &&
    Number(word.norm) <= 12 &&
    Number(word.norm) % 5 !== 0;
  if (isPlainRange || (turn !== "past" && UNITS.has(tokens[next + 2]?.norm ?? ""))) return undefined;
  const base = hour * 60 + (turn === "to" ? -part : part);
  const found = { to: next + 2, minutes: ((base % 1440) + 1440) % 1440, isVague: true as const };
  return withZone(text, tokens, withDayPart(tokens, found, last), last);
}

function spokenHour(text: string, tokens: readonly Token[], at: number, last: number): TimeFound | undefined {
  const hour = smallNumber(tokens[at]);
  if (hour === undefined || hour < 1 || hour > 12) return undefined;
  const next = tokens[at + 1];
  if (next === undefined || at + 1 >= last) return opensTime(tokens, at) ? vague(tokens, at, hour, last) : undefined;
  if (next.norm === "o'clock" || next.norm === "oclock" || next.norm === "uhr")
    return withZone(text, tokens, withDayPart(tokens, { to: at + 2, minutes: hour * 60, isVague: true }, last), last);
  const minute = smallNumber(next);
  const beyond = minute !== undefined && minute >= 10 && minute <= 50 ? at + 2 : at + 1;
  const tens = beyond === at + 2 ? (minute as number) : 0;
  const ones = beyond === at + 2 && tens >= 20 ? smallNumber(tokens[beyond]) : undefined;
  const to = ones !== undefined && ones < 10 && beyond < last ? beyond + 1 : beyond;
  const minutes = hour * 60 + tens + (to > beyond ? (ones as number) : 0);
  const halved = withDayPart(tokens, { to, minutes, isVague: true }, last);
  if (halved.to > to) return withZone(text, tokens, halved, last);
  return opensTime(tokens, at) && !UNITS.has(tokens[to]?.norm ?? "") ? vague(tokens, at, hour, last) : undefined;
}

const opensTime = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]?.norm;
  return (
    before === "at" ||
    (before === "las" && tokens[at - 2]?.norm === "a") ||
    (before === "around" && tokens[at - 2]?.norm === "at")
  );
};

/** "at 7", with nothing behind it that could be counted. */
function openedFigure(tokens: readonly Token[], at: number, last: number): TimeFound | undefined {
  const token = tokens[at] as Token;
  if (!/^\d{1,2}$/.test(token.norm) || !opensTime(tokens, at)) return undefined;
  const hour = Number(token.norm);
  return hour >= 1 && hour <= 24 ? vague(tokens, at, hour, last) : undefined;
}

/** "8 in the morning", "9 30 evening", "at 13 50". */
function figureWithPart(text: string, tokens: readonly Token[], at: number, last: number): TimeFound | undefined {
  const token = tokens[at] as Token;
  if (!/^\d{1,2}$/.test(token.norm) || Number(token.norm) > 23) return undefined;
  const next = at + 1 < last ? tokens[at + 1] : undefined;
  const minute =
    next !== undefined && /^[0-5]\d$/.test(next.norm) && next.start === token.end + 1 ? Number(next.norm) : undefined;
  const to = minute === undefined ? at + 1 : at + 2;
  const found = withDayPart(tokens, { to, minutes: Number(token.norm) * 60 + (minute ?? 0) }, last);
  if (found.to > to) return withZone(text, tokens, found, last);
  return minute !== undefined && opensTime(tokens, at)
    ? withZone(text, tokens, { ...found, isVague: true }, last)
    : undefined;
}

const FOLLOWS_TIME = new Set(
  "on in and or but so so because when this that today tomorrow tonight i we you it he she they the my for sharp please to a".split(
    " ",
  ),
);

function vague(tokens: readonly Token[], at: number, hour: number, last: number): TimeFound | undefined {
  const next = at + 1 < last ? tokens[at + 1] : undefined;
  const isFree =
    next === undefined ||
    (next.kind === "mark" && !/[%$€£/#]/.test(next.norm)) ||
    FOLLOWS_TIME.has(next.norm) ||
    next.kind === "emoji";
  if (!isFree) return undefined;
  return withDayPart(tokens, { to: at + 1, minutes: (hour % 24) * 60, isVague: true }, last);
}

/** "in the morning", "at night", "abends", "pm" as a word of its own. */
function withDayPart(tokens: readonly Token[], found: TimeFound, last: number): TimeFound {
  let at = found.to;
  const word = (index: number) => (index < last ? tokens[index]?.norm : undefined);
  if (
    (word(at) === "in" || word(at) === "de" || word(at) === "por") &&
    (word(at + 1) === "the" || word(at + 1) === "la")
  )
    at += 2;
  else if (word(at) === "at" && word(at + 1) === "night") at += 1;
  else if (word(at) === "du" || word(at) === "am") at += 1;
  const part = word(at) ?? "";
  const isEvening = /^(?:afternoon|evening|night|abends?|nachmittags?|tarde|noche|soir|pm|tonight)$/.test(part);
  const isMorning =
    /^(?:morning|morgens?|früh|vormittags?|mañana|matin|am|madrugada)$/.test(part) &&
    (at > found.to || part !== "am" || word(at + 1) !== "i");
  if (!isEvening && !isMorning)
    return { ...found, to: word(found.to) === "a" || word(found.to) === "p" ? spelled(tokens, found.to) : found.to };
  const minutes =
    isEvening && found.minutes < 720
      ? found.minutes + 720
      : isMorning && found.minutes >= 720 && found.minutes < 780
        ? found.minutes - 720
        : found.minutes;
  const to = part === "tonight" ? found.to : at + 1;
  return { to, minutes };
}

/** "p . m ." as separate tokens. */
const spelled = (tokens: readonly Token[], at: number): number =>
  tokens[at + 1]?.norm === "." && tokens[at + 2]?.norm === "m" ? at + (tokens[at + 3]?.norm === "." ? 4 : 3) : at;

function withZone(text: string, tokens: readonly Token[], found: TimeFound, last: number): TimeFound {
  const token = found.to < last ? tokens[found.to] : undefined;
  if (token === undefined || token.kind !== "word" || !token.isShouted) return found;
  const zone = ZONES.get(token.norm);
  if (zone === undefined) return found;
  const shift = /\s?([+-])\s?(\d{1,2})(?::?(\d\d))?(?!\d)/y;
  shift.lastIndex = token.end;
  const moved = zone === 0 ? shift.exec(text) : null;
  if (moved === null) return { ...found, to: found.to + 1, zone };
  const minutes = (Number(moved[2]) * 60 + Number(moved[3] ?? 0)) * (moved[1] === "-" ? -1 : 1);
  return { ...found, to: after(tokens, found.to, token.end + moved[0].length, last) ?? found.to + 1, zone: minutes };
}
