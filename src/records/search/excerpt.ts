/** Cuts the piece of a text that shows best why it was found, and marks the words. Plain text; it makes no HTML. */
import type { Term } from "./query.ts";
import { wordsOf } from "./words.ts";

export const MARK_START = "\u0002";
export const MARK_END = "\u0003";

const LENGTH = 180;
/** Words before the first match, so that it can be read as a sentence. */
const LEAD = 50;
const LONGEST_LOOKED_AT = 100_000;

interface Match {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

/**
 * @param texts in the order of preference; the first one with a match is shown, and if none has one the beginning of the
 * first that is not empty.
 */
export function excerptOf(texts: readonly string[], terms: readonly Term[]): string {
  const wanted = terms.filter((term) => !term.negated && term.where !== "from" && term.where !== "to");
  for (const text of texts) {
    const readable = withoutMarks(text.slice(0, LONGEST_LOOKED_AT));
    const matches = matchesIn(readable, wanted);
    if (matches.length > 0) return cut(readable, matches);
  }
  const first = texts.find((text) => text.trim() !== "") ?? "";
  return cut(withoutMarks(first.slice(0, 4 * LENGTH)), []);
}

/** The marks' own characters become spaces; all else keeps its place. */
const withoutMarks = (text: string): string => text.replaceAll(MARK_START, " ").replaceAll(MARK_END, " ");

function matchesIn(text: string, terms: readonly Term[]): Match[] {
  if (terms.length === 0) return [];
  const found: Match[] = [];
  const recent: { start: number; word: string }[] = [];
  const longest = Math.max(...terms.map((term) => term.words.length));
  for (const { word, start, end } of wordsOf(text)) {
    recent.push({ start, word });
    if (recent.length > longest) recent.shift();
    const term = terms.findIndex((each) => endsWith(recent, each));
    const begun = recent.at(-(terms[term]?.words.length ?? 0));
    if (term >= 0 && begun) found.push({ start: begun.start, end, term });
  }
  return found;
}

function endsWith(recent: readonly { word: string }[], { words, openEnded }: Term): boolean {
  if (recent.length < words.length) return false;
  return words.every((word, i) => {
    const seen = recent[recent.length - words.length + i]?.word ?? "";
    return openEnded && i === words.length - 1 ? seen.startsWith(word) : seen === word;
  });
}

/** The stretch that holds the most different terms. */
function cut(text: string, matches: readonly Match[]): string {
  const from = Math.max(0, bestStart(matches) - LEAD);
  const start = from === 0 ? 0 : afterSpace(text, from);
  const end = Math.min(start + LENGTH, text.length);
  let shown = "";
  let at = start;
  for (const match of matches) {
    if (match.start < at || match.end > end) continue;
    shown += `${text.slice(at, match.start)}${MARK_START}${text.slice(match.start, match.end)}${MARK_END}`;
    at = match.end;
  }
  shown += text.slice(at, end);
  const line = shown.replace(/\s+/g, " ").trim();
  return `${start > 0 ? "…" : ""}${line}${end < text.length ? "…" : ""}`.toWellFormed();
}

function bestStart(matches: readonly Match[]): number {
  let best = matches[0]?.start ?? 0;
  let most = 0;
  for (let first = 0, last = 0; first < matches.length; first += 1) {
    const begin = matches[first]?.start ?? 0;
    if (last < first) last = first;
    while (last < matches.length && (matches[last]?.end ?? 0) <= begin + LENGTH - LEAD) last += 1;
    const kinds = new Set(matches.slice(first, Math.min(last, first + 20)).map((match) => match.term)).size;
    if (kinds > most) {
      most = kinds;
      best = begin;
    }
  }
  return best;
}

/** Begins at a word rather than inside one. */
function afterSpace(text: string, from: number): number {
  const space = text.slice(from, from + 30).search(/\s/);
  return space < 0 ? from : from + space + 1;
}
