/** Writes PostgreSQL's text forms of a tsvector and a tsquery, from words that are letters and digits only. */
import { wordsOf } from "./words.ts";

/** PostgreSQL keeps no place beyond this, and no more places of one word than that. */
const LAST_PLACE = 16_383;
const MOST_PLACES = 255;
/** Between two fields, so that no phrase reaches across. */
const GAP = 8;
/** Letters of all fields together: one tsvector holds at most 1 MB, and pairs of letters without spaces take 12 bytes each. */
const MOST_LETTERS = 60_000;

/** Marks that are not words: who wrote (`<`), to whom (`>`), what it has or is (`+`). No text can contain them. */
export type Mark = `<${string}` | `>${string}` | `+${string}`;

export interface Field {
  readonly text: string;
  /** A marks the subject; C what is found but is nobody's own words. */
  readonly weight?: "A" | "C";
}

/** What the desk itself wrote, not a person: the acknowledgements. */
export const OWN_AUTOMATIC: Mark = "+own-automatic";

/** The fields and marks of one message, as text for `::tsvector`. */
export function tsvectorOf(fields: readonly Field[], marks: readonly Mark[]): string {
  const places = new Map<string, string[]>();
  let from = 1;
  let left = MOST_LETTERS;
  for (const { text, weight = "" } of fields) {
    const read = text.slice(0, left);
    left -= read.length;
    for (const { word, at } of wordsOf(read, from)) {
      from = at + 1;
      const known = places.get(word);
      if (known === undefined) places.set(word, [`${Math.min(at, LAST_PLACE)}${weight}`]);
      else if (known.length < MOST_PLACES) known.push(`${Math.min(at, LAST_PLACE)}${weight}`);
    }
    from += GAP;
  }
  const words = [...places].map(([word, at]) => `'${word}':${at.join(",")}`);
  return [...words, ...[...new Set(marks)].map((mark) => `'${mark}'`)].join(" ");
}

/** The marks for a person or a file: each word of the name and of the address. */
export const marksOf = (sign: "<" | ">", ...texts: readonly string[]): Mark[] =>
  texts.flatMap((text) => [...wordsOf(text)].map(({ word }): Mark => `${sign}${word}`));
