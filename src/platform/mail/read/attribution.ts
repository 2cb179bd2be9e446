/**
 * Recognises "On 3 May 2024, Ann wrote:" in any of the languages of fold-words.ts, over several lines. A line only counts
 * when it also carries a date, a time or an address, so that "On Monday I wrote: …" stays text. Looks at no more than six
 * lines and 500 characters at a time, so its cost does not depend on the length of the mail.
 */
import { FIRST_PERSON, OPENERS, WROTE, WROTE_ANYWHERE } from "./fold-words.ts";

const MAX_LINES = 6;
const MAX_LENGTH = 500;
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const WROTE_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...new Set(WROTE)].map(escaped).join("|")})(?![\\p{L}\\p{N}])`,
  "iu",
);
const WROTE_GLUED = new RegExp(WROTE_ANYWHERE.map(escaped).join("|"), "u");
const WROTE_AT_END = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${[...new Set(WROTE)].map(escaped).join("|")})|${WROTE_ANYWHERE.map(escaped).join("|")})\\s*[:：]?\\s*[-*_]*$`,
  "iu",
);

const ADDRESS = /[^\s<>()"']{1,64}@[^\s<>()"']{2,100}/;
const TIME = /(?<!\d)\d{1,2}\s?[:.hH時时点點]\s?\d{2}(?!\d)/;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const NUMERIC_DATE = /(?<!\d)\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}(?!\d)/;
const STARTS_WITH_DATE =
  /^(?:\d{1,2}:\d\d(?:\s?[AP]M)?,\s|\d{1,4}[-/.年]\s?\d{1,2}[-/.月]|\d{4}년|\d{1,2}\.?\s\p{L}{3,12}\.?\s\d{4}|\p{L}{2,14}[.,]{0,2}\s(?:den\s)?\d{1,2}[.,]?\s\p{L}{3,12}\.?,?\s\d{4}|\p{L}{3,14}\.?\s\d{1,2},\s\d{4})/u;
const GMAIL_OLD = /^\d{4}-\d\d-\d\d\s\d{1,2}:\d\d\s(?:GMT|UTC)[+-]\d{1,2}:?\d\d\s\S/;

/**
 * @param lines already without quote marks, bold marks and outer blanks (see fold-line.ts).
 * @param end index of the line that may close an attribution.
 * @param quotedNext whether the next line with text is quoted.
 * @returns the index of the first line of the attribution, or -1.
 */
export function attributionStart(lines: readonly string[], end: number, quotedNext: boolean): number {
  const last = lines[end] ?? "";
  if (last.length > MAX_LENGTH || last === "") return -1;
  const closes = /[:：]\s*[-*_]*$/.test(last) || WROTE_AT_END.test(last);
  if (!closes && !GMAIL_OLD.test(last)) return quotedNext && datedAddress(last) ? end : -1;
  if (GMAIL_OLD.test(last) && last.length < 120) return end;
  let joined = "";
  let blanks = 0;
  let likely = -1;
  for (let start = end; start >= 0 && end - start < MAX_LINES; start--) {
    const line = lines[start] ?? "";
    if (line === "" && ++blanks > 2) break;
    joined = `${line} ${joined}`;
    if (joined.length > MAX_LENGTH) break;
    if (line === "") continue;
    const trust = opening(line, joined.trim(), quotedNext);
    if (trust === "certain") return broken(lines, start);
    if (trust === "likely" && likely < 0) likely = start;
  }
  return likely < 0 ? -1 : withName(lines, likely);
}

/** "Ann Lee\\n<ann@example.org> wrote:" begins with the name, where that stands alone. */
function withName(lines: readonly string[], start: number): number {
  const name = lines[start - 1] ?? "";
  const alone = (lines[start - 2] ?? "") === "" && name !== "" && name.length < 60 && !/[.!?:;,]$/.test(name);
  return alone && /^<\S{3,100}@/.test(lines[start] ?? "") ? start - 1 : start;
}

/** "On 3 May 2024,\\nat 10:18,\\nAnn wrote:" begins where the first short line ending in a comma does. */
function broken(lines: readonly string[], start: number): number {
  const above = lines[start - 1] ?? "";
  const belongs = above.length < 60 && above.endsWith(",") && OPENERS.test(above) && /\d/.test(above);
  return belongs ? start - 1 : start;
}

/** Certain where a line begins like "On 3 May" or with a date; likely where it only holds the sender's address. */
function opening(line: string, joined: string, quotedNext: boolean): "certain" | "likely" | "no" {
  if (FIRST_PERSON.test(joined) && !ADDRESS.test(joined)) return "no";
  const wrote = WROTE_WORD.test(joined) || WROTE_GLUED.test(joined);
  const address = ADDRESS.test(joined);
  if (STARTS_WITH_DATE.test(line) && ((wrote && hasWhen(joined)) || address)) return "certain";
  const lead = line.replace(/^[-_=~\s]+/, "");
  if (OPENERS.test(lead) && /\d/.test(lead)) {
    if (wrote && (address || YEAR.test(joined) || TIME.test(joined) || (quotedNext && hasWhen(joined))))
      return "certain";
    if (address && hasWhen(joined) && /[:：>]\s*[-*_]*$/.test(joined)) return "certain";
  }
  if (!wrote) return "no";
  if (address && ADDRESS.test(line) && joined.length < 300 && !/[.!?。]\s/.test(beforeAddress(joined))) return "likely";
  return quotedNext && line.length < 200 && TIME.test(joined) && YEAR.test(joined) ? "likely" : "no";
}

/** A name may stand before an address, a sentence may not. */
function beforeAddress(joined: string): string {
  return joined.slice(0, Math.max(0, joined.search(ADDRESS))).replace(/\b\p{L}\.\s/gu, "");
}

function hasWhen(text: string): boolean {
  return TIME.test(text) || YEAR.test(text) || NUMERIC_DATE.test(text);
}

/** "2013/7/20 Sam via Forum <info@example.org>" with nothing after it: old Gmail. */
function datedAddress(line: string): boolean {
  return STARTS_WITH_DATE.test(line) && ADDRESS.test(line) && />\s*:?$/.test(line);
}

const ONLY_WROTE = new RegExp(`^(?:${[...new Set(WROTE)].map(escaped).join("|")})?\\s?[:：]$`, "iu");

/** What is left of "<ann@example.org\\n> wrote:" when the mailer broke the line before the bracket. */
export function isDanglingVerb(text: string): boolean {
  return ONLY_WROTE.test(text.trim());
}
