/** The customer's own sentences with the cues in them: what feelings, signals, asks and situations are read from. */
import type { Span } from "../../kit/index.ts";
import { type CueHit, scanCues } from "./cues/cue-scanner.ts";
import { emphasisOf } from "./emphasis.ts";
import type { Token } from "./scan-words.ts";
import type { PartKind, Segmentation } from "./segment.ts";
import type { Clause } from "./split-clauses.ts";
import type { Word } from "./word.ts";

export interface HeardSentence extends Span {
  readonly part: PartKind;
  readonly firstToken: number;
  readonly lastToken: number;
  readonly clauses: readonly Clause[];
  readonly hits: readonly CueHit[];
  /** 0..1: how loud it is written. */
  readonly emphasis: number;
  /** Within quotation marks: somebody else's words. */
  readonly isQuoted: (at: number) => boolean;
}

/** @param tokens those of the segmentation, slips set right, and what is known of each. */
export function hearSentences(
  segmentation: Segmentation,
  tokens: readonly Token[],
  words: readonly Word[],
): HeardSentence[] {
  const heard: HeardSentence[] = [];
  let quotation = 0;
  const { quotations } = segmentation;
  for (const part of segmentation.parts)
    for (const sentence of part.sentences) {
      while (quotation < quotations.length && (quotations[quotation] as Span).end <= sentence.start) quotation += 1;
      const from = quotation;
      heard.push({
        start: sentence.start,
        end: sentence.end,
        part: part.kind,
        firstToken: sentence.firstToken,
        lastToken: sentence.lastToken,
        clauses: sentence.clauses,
        hits: part.kind === "greeting" ? [] : scanCues(words, sentence.firstToken, sentence.lastToken),
        emphasis: emphasisOf(sentence, tokens),
        isQuoted: (at) => {
          for (let index = from; index < quotations.length && (quotations[index] as Span).start <= at; index += 1)
            if (at < (quotations[index] as Span).end) return true;
          return false;
        },
      });
    }
  return heard;
}

/** The clause a token stands in. */
export function clauseOf(sentence: HeardSentence, at: number): Clause {
  for (const clause of sentence.clauses) if (at < clause.lastToken) return clause;
  return sentence.clauses.at(-1) as Clause;
}
