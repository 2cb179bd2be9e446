/** Lengths of time: "two weeks", "48 hours", "a couple of days", as ISO 8601 durations. Not when they begin. */
import type { Token } from "../scan-words.ts";
import { MOST_UNITS, UNITS, type Unit } from "./date-words.ts";
import { numberWord } from "./number-words.ts";

export interface CountFound {
  /** Index after the count. */
  readonly to: number;
  readonly count: number;
}

const ARTICLES = new Set(["a", "an", "ein", "eine", "einem", "einer", "einen", "un", "une", "una", "one"]);

/** "3", "three", "a", "a couple of", "a few", "half a" as a number. */
export function countAt(tokens: readonly Token[], at: number, last: number): CountFound | undefined {
  const token = at < last ? tokens[at] : undefined;
  if (token === undefined) return undefined;
  if (token.kind === "number") {
    const value = Number(token.norm.replace(",", "."));
    return Number.isFinite(value) && value <= MOST_UNITS ? { to: at + 1, count: value } : undefined;
  }
  if (token.kind !== "word") return undefined;
  const word = (index: number) => (index < last ? tokens[index]?.norm : undefined);
  if (token.norm === "a" && word(at + 1) === "couple") return { to: word(at + 2) === "of" ? at + 3 : at + 2, count: 2 };
  if (token.norm === "couple") return { to: word(at + 1) === "of" ? at + 2 : at + 1, count: 2 };
  if (token.norm === "a" && word(at + 1) === "few") return { to: at + 2, count: 3 };
  if (token.norm === "few" || token.norm === "several" || token.norm === "einigen" || token.norm === "quelques")
    return { to: at + 1, count: 3 };
  if (token.norm === "half" && (word(at + 1) === "a" || word(at + 1) === "an")) return { to: at + 2, count: 0.5 };
  if (ARTICLES.has(token.norm)) return { to: at + 1, count: 1 };
  const tens = numberWord(token.norm);
  if (tens === undefined) return undefined;
  const joined = word(at + 1) === "-" ? at + 2 : at + 1;
  const ones = tens >= 20 && tens % 10 === 0 ? numberWord(word(joined) ?? "") : undefined;
  return ones !== undefined && ones < 10 ? { to: joined + 1, count: tens + ones } : { to: at + 1, count: tens };
}

export interface LengthFound extends CountFound {
  readonly unit: Unit;
}

/** A count and its unit: "two weeks", "48-hour", "five working days". */
export function lengthAt(tokens: readonly Token[], at: number, last: number): LengthFound | undefined {
  const counted = countAt(tokens, at, last);
  if (counted === undefined) return at < last ? stuckTogether(tokens[at], at) : undefined;
  let next = counted.to;
  if (tokens[next]?.norm === "-" && next < last) next += 1;
  const word = (index: number) => (index < last ? tokens[index]?.norm : undefined);
  if (word(next) === "and" && word(next + 1) === "a" && word(next + 2) === "half") {
    const unit = UNITS.get(word(next + 3) ?? "");
    return unit === undefined ? undefined : { to: next + 4, count: counted.count + 0.5, unit };
  }
  const isWorking = /^(?:working|business|whole|full|more|long|solid|entire|straight|consecutive|ganze|volle)$/.test(
    word(next) ?? "",
  );
  const isBusiness = word(next) === "working" || word(next) === "business";
  const unit = UNITS.get(word(isWorking ? next + 1 : next) ?? "");
  if (unit === undefined || (unit === "year" && word(next) === "an" && (tokens[at] as Token).kind === "word"))
    return undefined;
  // "a second" is usually another one, "a min" and "a quarter" a way of speaking.
  if ((unit === "second" || unit === "quarter") && (tokens[at] as Token).kind !== "number") return undefined;
  const weeks = unit === "week" && /^fortnight/.test(word(isWorking ? next + 1 : next) ?? "") ? 2 : 1;
  return {
    to: next + (isWorking ? 2 : 1),
    count: counted.count * weeks,
    unit: isBusiness && unit === "day" ? "working-day" : unit,
  };
}

/** "3days", "48h", "2wks". */
function stuckTogether(token: Token | undefined, at: number): LengthFound | undefined {
  const found = token?.kind === "code" ? /^(\d{1,4})(\p{L}{1,8})$/u.exec(token.norm) : null;
  const unit = found === null ? undefined : found[2] === "h" ? "hour" : UNITS.get(found[2] as string);
  return unit === undefined || found === null ? undefined : { to: at + 1, count: Number(found[1]), unit };
}

const ISO: Readonly<Partial<Record<Unit, readonly [string, string]>>> = {
  second: ["PT", "S"],
  minute: ["PT", "M"],
  hour: ["PT", "H"],
  day: ["P", "D"],
  "working-day": ["P", "D"],
  week: ["P", "W"],
  month: ["P", "M"],
  year: ["P", "Y"],
};

/** A length as a fact of its own. "a day" and "a week" alone are ways of speaking, not facts, unless something counts them. */
export function durationAt(
  tokens: readonly Token[],
  at: number,
  last: number,
): { to: number; value: string } | undefined {
  const found = lengthAt(tokens, at, last);
  const form = found === undefined ? undefined : ISO[found.unit];
  if (found === undefined || form === undefined) return undefined;
  const isArticle = found.count === 1 && (tokens[at] as Token).kind === "word" && (tokens[at] as Token).norm !== "one";
  if (
    isArticle &&
    !/^(?:for|for|in|within|over|than|since|after|takes?|took|about|whole)$/.test(tokens[at - 1]?.norm ?? "") &&
    found.to === at + 2
  )
    return undefined;
  return { to: found.to, value: `${form[0]}${found.count}${form[1]}` };
}
