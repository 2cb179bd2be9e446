/**
 * One pass of all models over one message: what each sentence scores, and the message as a whole. Feelings and situation are
 * both asked of the same pass.
 */
import type { Segmentation, Sentence } from "../reading/index.ts";
import { likely } from "./likely.ts";
import { spokenSentences } from "./voice.ts";
import type { Tally, WordScores } from "./word-scores.ts";

export interface Weighed {
  /** Scores of the whole message. */
  readonly felt: Float64Array;
  readonly situation: Float64Array;
  /** For each feeling the sentence that speaks for it most; undefined where the customer says nothing. */
  readonly strongest: ReadonlyArray<Sentence | undefined>;
  /** For each of the 28 emotions how likely it is in its likeliest sentence, 0..1. */
  readonly emotions: Float64Array;
  /** How good its best sentence sounds and how bad its worst, -4..4; 0 where it says nothing. */
  readonly best: number;
  readonly worst: number;
}

/** Where the models stand among those that were opened. */
export interface Places {
  readonly emotions: number;
  readonly valence: number;
  readonly feelings: number;
  readonly situations: number;
}

/** @returns what looks at one message after the other. What it gives is live: valid until it looks at the next. */
export function openWeigher(words: WordScores, places: Places): (segmentation: Segmentation) => Weighed {
  const whole = words.newTally();
  const part = words.newTally();
  const emotions = words.newScores(places.emotions);
  const emotionsHere = words.newScores(places.emotions);
  const felt = words.newScores(places.feelings);
  const feltMost = words.newScores(places.feelings);
  const situation = words.newScores(places.situations);
  const valence = words.newScores(places.valence);
  return (segmentation) => {
    words.count(whole, [], 0, 0);
    emotions.fill(-Infinity);
    feltMost.fill(-Infinity);
    const strongest = new Array<Sentence | undefined>(felt.length).fill(undefined);
    let best = 0;
    let worst = 0;
    for (const sentence of spokenSentences(segmentation)) {
      words.count(part, segmentation.tokens, sentence.firstToken, sentence.lastToken);
      addTo(whole, part);
      words.scores(part, places.emotions, emotionsHere);
      for (let emotion = 0; emotion < emotions.length; emotion += 1)
        if ((emotionsHere[emotion] as number) > (emotions[emotion] as number))
          emotions[emotion] = emotionsHere[emotion] as number;
      words.scores(part, places.valence, valence);
      best = Math.max(best, valence[0] as number);
      worst = Math.min(worst, valence[0] as number);
      words.scores(part, places.feelings, felt);
      for (let feeling = 0; feeling < felt.length; feeling += 1) {
        if ((felt[feeling] as number) <= (feltMost[feeling] as number)) continue;
        feltMost[feeling] = felt[feeling] as number;
        strongest[feeling] = sentence;
      }
    }
    for (let emotion = 0; emotion < emotions.length; emotion += 1)
      emotions[emotion] = likely(emotions[emotion] as number);
    words.scores(whole, places.feelings, felt);
    words.scores(whole, places.situations, situation);
    return { felt, situation, strongest, emotions, best, worst };
  };
}

function addTo(whole: Tally, part: Tally): void {
  for (let at = 0; at < whole.sums.length; at += 1)
    whole.sums[at] = (whole.sums[at] as number) + (part.sums[at] as number);
  whole.words += part.words;
  whole.pieces += part.pieces;
}
