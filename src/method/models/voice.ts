/** The customer's own sentences as models look at them: no greeting, no quoted history, no words of somebody else. */
import type { Span } from "../../kit/index.ts";
import { isOwnVoice, type Segmentation, type Sentence } from "../reading/index.ts";

/** More of a message than this is not weighed. */
const MOST_SENTENCES = 400;

export function spokenSentences(segmentation: Segmentation): readonly Sentence[] {
  const spoken: Sentence[] = [];
  let quotation = 0;
  for (const part of segmentation.parts) {
    if (!isOwnVoice(part) || part.kind === "greeting") continue;
    for (const sentence of part.sentences) {
      while (at(segmentation.quotations, quotation).end <= sentence.start) quotation += 1;
      const quoted = at(segmentation.quotations, quotation);
      if (quoted.start <= sentence.start && quoted.end >= sentence.end) continue;
      if (spoken.length === MOST_SENTENCES) return spoken;
      spoken.push(sentence);
    }
  }
  return spoken;
}

const NONE: Span = { start: Infinity, end: Infinity };
const at = (spans: readonly Span[], index: number): Span => spans[index] ?? NONE;
