/**
 * Opens the trained models from the bytes they ship in and gives them the shape that `read` and `review` ask for. Pure: whoever
 * calls has fetched the bytes. Opening costs a few milliseconds; what it gives may serve any number of messages.
 */
import { type Scorers, type Segmentation, scanWords } from "../reading/index.ts";
import type { Learned, MoveScorer } from "../review/index.ts";
import { type FeelingsHead, judgeFeelings } from "./feelings-scorer.ts";
import { likely } from "./likely.ts";
import { type MovesHead, openMoves } from "./moves-scorer.ts";
import { type SituationsHead, weighSituations } from "./situations-scorer.ts";
import { openWeigher, type Weighed } from "./weigh-message.ts";
import { type StoredModel, unpackWeights } from "./weights-file.ts";
import { openWordScores } from "./word-scores.ts";

/** On top of the models: calibrations and thresholds. */
export interface Heads {
  /** Score from which each of the emotions is there. */
  readonly emotions: { readonly felt: readonly number[] };
  readonly feelings: FeelingsHead;
  readonly situations: SituationsHead;
  readonly moves: MovesHead;
}

export interface EmotionRead {
  readonly emotion: string;
  /** 0..1 */
  readonly likelihood: number;
  readonly isFelt: boolean;
}

export interface Models extends Learned {
  /** For `read(text, { scorers })`. */
  readonly reading: Scorers;
  /** With `reading` what `review(input, learned)` takes. */
  readonly moves: MoveScorer;
  /** The 28 emotions of GoEmotions in a short text as a whole, in their order: the layer below the feelings. */
  readonly emotions: (text: string) => readonly EmotionRead[];
  /** How good or bad a short text sounds, -4..4. */
  readonly valence: (text: string) => number;
}

/** @param bytes of the weights file. Throws when they are not one of this version. */
export function openModels(bytes: Uint8Array): Models {
  const file = unpackWeights(bytes);
  const heads = file.heads as unknown as Heads;
  const named = (name: string): StoredModel => {
    const found = file.models.find((model) => model.name === name);
    if (found === undefined) throw new Error(`The weights hold no model of ${name}.`);
    return found;
  };
  // What is read together is added up together.
  const heard = openWordScores([named("emotions"), named("valence"), named("feelings"), named("situations")]);
  const places = { emotions: 0, valence: 1, feelings: 2, situations: 3 };
  const moves = once(() => openMoves(heads.moves, openWordScores([named("moves")])));
  const names = named("emotions").outputs;
  const weigh = openWeigher(heard, places);
  let last: { readonly of: Segmentation; readonly weighed: Weighed } | undefined;
  const weighed = (segmentation: Segmentation): Weighed => {
    if (last?.of !== segmentation) last = { of: segmentation, weighed: weigh(segmentation) };
    return last.weighed;
  };
  const scored = (text: string, model: number): Float64Array => {
    const tally = heard.newTally();
    const tokens = scanWords(text);
    heard.count(tally, tokens, 0, tokens.length);
    const scores = heard.newScores(model);
    heard.scores(tally, model, scores);
    return scores;
  };
  return {
    reading: {
      feelings: (segmentation, worded) => judgeFeelings(heads.feelings, weighed(segmentation), worded),
      situations: (segmentation) => weighSituations(heads.situations, weighed(segmentation)),
    },
    moves: (one) => moves()(one),
    emotions: (text) => {
      const scores = scored(text, places.emotions);
      return names.map((emotion, at) => ({
        emotion,
        likelihood: likely(scores[at] as number),
        isFelt: (scores[at] as number) >= (heads.emotions.felt[at] as number),
      }));
    },
    valence: (text) => scored(text, places.valence)[0] as number,
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
