/**
 * One pass of all models over one message: what each sentence scores, and the message as a whole. Feelings and situation are
 * both asked of the same pass.
 */
import type { Segmentation, Sentence } from "../reading/index.ts";
import { likely } from "./likely.ts";
import { spokenSentences } from "./voice.ts";
import type { Tally, WordScores } from "./word-scores.ts";

export interface Weighed {
  readonly sentences: readonly Sentence[];
  /** Sentence by sentence: what the model of feelings scores there. */
  readonly feltIn: readonly Float64Array[];
  /** Of the whole message. */
  readonly felt: Float64Array;
  readonly situation: Float64Array;
  /** For each of the 28 emotions the likeliest sentence, 0..1. */
  readonly emotions: Float64Array;
}

/** Where the models stand among those that were opened, and how many outputs each has. */
export interface Places {
  readonly emotions: number;
  readonly feelings: number;
  readonly situations: number;
}

export function weigh(words: WordScores, places: Places, segmentation: Segmentation): Weighed {
  const sentences = spokenSentences(segmentation);
  const whole = words.newTally();
  const part = words.newTally();
  const emotions = words.newScores(places.emotions);
  const here = words.newScores(places.emotions);
  const feltIn = sentences.map(({ firstToken, lastToken }) => {
    words.count(part, segmentation.tokens, firstToken, lastToken);
    addTo(whole, part);
    words.scores(part, places.emotions, here);
    for (let emotion = 0; emotion < here.length; emotion += 1)
      emotions[emotion] = Math.max(emotions[emotion] as number, likely(here[emotion] as number));
    const felt = words.newScores(places.feelings);
    words.scores(part, places.feelings, felt);
    return felt;
  });
  const felt = words.newScores(places.feelings);
  const situation = words.newScores(places.situations);
  words.scores(whole, places.feelings, felt);
  words.scores(whole, places.situations, situation);
  return { sentences, feltIn, felt, situation, emotions };
}

function addTo(whole: Tally, part: Tally): void {
  for (let at = 0; at < whole.sums.length; at += 1)
    whole.sums[at] = (whole.sums[at] as number) + (part.sums[at] as number);
  whole.words += part.words;
  whole.pieces += part.pieces;
}
