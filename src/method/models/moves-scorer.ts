/**
 * What a sentence of a reply does, by the words, by the cues and by where it stands, all weighed together. Trained on our own
 * labelled replies; the cues are one voice among others here, so a move may be heard that no cue names, and a cue overruled. Where
 * the cues of a move did as well by themselves, nothing is said and they stand.
 */
import { remembered } from "../../kit/index.ts";
import { scanWords } from "../reading/index.ts";
import { MOVE_NAMES, type MoveName, type MoveScorer, type ReplySentence } from "../review/index.ts";
import { likely } from "./likely.ts";
import type { WordScores } from "./word-scores.ts";

export interface MovesHead {
  /** (cues + circumstances) × moves, row by row. */
  readonly besides: readonly number[];
  /** Per move: from this score on it is made, as likely as not. */
  readonly made: readonly number[];
  /** From this one on it is sure enough to build on. */
  readonly sure: readonly number[];
  /** Per move: the cues alone find it as well, so they stand. */
  readonly byCues: readonly boolean[];
}

const MANY_WORDS = 20;
const MANY_STEMS = 4;

/** What stands beside the words: the cues' confidence in each move, then the circumstances. */
export function besidesOfSentence({ sentence, around, cued, place, of }: ReplySentence): Float32Array {
  const besides = new Float32Array(MOVE_NAMES.length + CIRCUMSTANCES);
  for (const [at, move] of MOVE_NAMES.entries()) besides[at] = cued[move] ?? 0;
  const hasCustomer = around.customer !== undefined;
  besides.set(
    [
      place === 0 ? 1 : 0,
      place === of - 1 ? 1 : 0,
      place / Math.max(1, of),
      sentence.isQuestion ? 1 : 0,
      sentence.part === "greeting" ? 1 : 0,
      sentence.part === "closing" ? 1 : 0,
      sentence.words <= 3 ? 1 : 0,
      Math.min(sentence.words, MANY_WORDS) / MANY_WORDS,
      around.figures.length > 0 ? 1 : 0,
      hasCustomer ? Math.min(around.sharedStems, MANY_STEMS) / MANY_STEMS : 0,
      hasCustomer && around.sharedFigures > 0 ? 1 : 0,
      hasCustomer && around.sharedStems === 0 ? 1 : 0,
    ],
    MOVE_NAMES.length,
  );
  return besides;
}
const CIRCUMSTANCES = 12;

/**
 * Gives confidence 0..1 in every move: .5 is where it is worth listing, .6 where a rule may lean on it.
 * @param words of the model of moves alone.
 */
export function openMoves(head: MovesHead, words: WordScores): MoveScorer {
  const byWords = remembered((plain): Float64Array => {
    const tally = words.newTally();
    const tokens = scanWords(plain);
    words.count(tally, tokens, 0, tokens.length);
    const scores = words.newScores(0);
    words.scores(tally, 0, scores);
    return scores;
  });
  const many = MOVE_NAMES.length;
  return (one) => {
    const scores = Float64Array.from(byWords(one.sentence.plain));
    for (const [row, value] of besidesOfSentence(one).entries()) {
      if (value === 0) continue;
      for (let at = 0; at < many; at += 1)
        scores[at] = (scores[at] as number) + value * (head.besides[row * many + at] as number);
    }
    const judged: Partial<Record<MoveName, number>> = {};
    for (const [at, move] of MOVE_NAMES.entries())
      if (!head.byCues[at])
        judged[move] = confidence(scores[at] as number, head.made[at] as number, head.sure[at] as number);
    return judged;
  };
}

function confidence(score: number, made: number, sure: number): number {
  const raw =
    score >= sure
      ? 0.6 + 0.8 * (likely(score - sure) - 0.5)
      : score >= made
        ? 0.5 + (0.09 * (score - made)) / (sure - made)
        : likely(score - made);
  return Math.round(raw * 1000) / 1000;
}
