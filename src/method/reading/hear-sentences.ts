/** The customer's own sentences with the cues in them: what feelings, signals, asks and situations are read from. */
import type { Span } from "../../kit/index.ts";
import { type CueHit, scanCues } from "./cues/cue-scanner.ts";
import type { Token } from "./scan-words.ts";
import type { PartKind, Segmentation, Sentence } from "./segment.ts";

export interface HeardClause extends Span {
  readonly firstToken: number;
  readonly lastToken: number;
}

export interface HeardSentence extends Span {
  readonly part: PartKind;
  readonly firstToken: number;
  readonly lastToken: number;
  readonly clauses: readonly HeardClause[];
  readonly hits: readonly CueHit[];
  /** Within quotation marks: somebody else's words. */
  readonly isQuoted: (at: number) => boolean;
}

/** @param tokens those of the segmentation, slips set right. */
export function hearSentences(segmentation: Segmentation, tokens: readonly Token[]): HeardSentence[] {
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
        clauses: clausesOf(sentence, tokens),
        hits: part.kind === "greeting" ? [] : scanCues(tokens, sentence.firstToken, sentence.lastToken),
        isQuoted: (at) => {
          for (let index = from; index < quotations.length && (quotations[index] as Span).start <= at; index += 1)
            if (at < (quotations[index] as Span).end) return true;
          return false;
        },
      });
    }
  return heard;
}

function clausesOf(sentence: Sentence, tokens: readonly Token[]): HeardClause[] {
  let at = sentence.firstToken;
  return sentence.clauses.map(({ start, end }) => {
    const firstToken = at;
    while (at < sentence.lastToken && (tokens[at] as Token).start < end) at += 1;
    return { start, end, firstToken, lastToken: at };
  });
}

/** The clause a token stands in. */
export function clauseOf(sentence: HeardSentence, at: number): HeardClause {
  for (const clause of sentence.clauses) if (at < clause.lastToken) return clause;
  return sentence.clauses.at(-1) as HeardClause;
}
