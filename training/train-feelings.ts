/** Heard's own feelings, learned from our own labelled messages with the emotions and the cues beside them. */
import { besidesOf, FELT, type FeelingsHead } from "../src/method/models/feelings-scorer.ts";
import { likely } from "../src/method/models/likely.ts";
import { spokenSentences } from "../src/method/models/voice.ts";
import type { StoredModel } from "../src/method/models/weights-file.ts";
import { openWordScores } from "../src/method/models/word-scores.ts";
import { type FeltHere, read, type Segmentation } from "../src/method/reading/index.ts";
import { bestThreshold, crossFit, FOLDS } from "./cross-fit.ts";
import type { Recipe } from "./fit-model.ts";
import { customerLines, isHeldOut, type OwnFeeling, ownConversations } from "./own-conversations.ts";
import { quantise, shorten } from "./quantise.ts";
import { type Example, trainLinear } from "./train-linear.ts";
import { exampleOf, strongest, type Text, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

export interface FeltText extends Text {
  readonly feelings: readonly OwnFeeling[];
  readonly isLine: boolean;
  readonly worded: readonly FeltHere[];
  readonly message: string;
}

/** Message → what the models see of it; `emotions` is the trained model of the 28. */
export function feelingTexts(emotions: StoredModel): { trained: FeltText[]; heldOut: FeltText[] } {
  const words = openWordScores([emotions]);
  const tally = words.newTally();
  const scores = words.newScores(0);
  const textOf = (message: string, feelings: readonly OwnFeeling[], isLine: boolean): FeltText => {
    let seen: Segmentation | undefined;
    let worded: readonly FeltHere[] = [];
    read(message, {
      scorers: {
        feelings: (segmentation, cued) => {
          seen = segmentation;
          worded = cued;
          return cued;
        },
      },
    });
    const sentences = seen === undefined ? [] : spokenSentences(seen);
    const most = new Float64Array(emotions.outputs.length);
    for (const { firstToken, lastToken } of sentences) {
      words.count(tally, (seen as Segmentation).tokens, firstToken, lastToken);
      words.scores(tally, 0, scores);
      for (const [emotion, score] of scores.entries()) most[emotion] = Math.max(most[emotion] as number, likely(score));
    }
    const wanted = new Float32Array(FELT.length);
    for (const { feeling } of feelings) if (feeling !== "neutral") wanted[FELT.indexOf(feeling)] = 1;
    return {
      tokens: seen?.tokens ?? [],
      sentences,
      wanted,
      besides: besidesOf(most, worded),
      feelings,
      isLine,
      worded,
      message,
    };
  };
  const own = ownConversations();
  const ofConversation = (one: (typeof own)[number]) => textOf(one.message, one.feelings, false);
  return {
    trained: [
      ...own.filter((one) => !isHeldOut(one)).map(ofConversation),
      ...customerLines().map(({ message, feelings }) => textOf(message, feelings, true)),
    ],
    heldOut: own.filter(isHeldOut).map(ofConversation),
  };
}

export const FEELINGS_RECIPE: Recipe = {
  rows: 6_000,
  spells: true,
  fewest: 2,
  manner: { loss: "each", rounds: 20, step: 0.3, pull: 1e-5, pullBesides: 1e-2, seed: 1 },
};

/** The strengths of what is felt, as numbers of one line through all. */
function strengthsOf(texts: readonly FeltText[], scores: readonly Float32Array[], felt: readonly number[]) {
  const points: [number, number][] = [];
  for (const [index, { feelings }] of texts.entries())
    for (const { feeling, intensity } of feelings) {
      if (feeling === "neutral") continue;
      const at = FELT.indexOf(feeling);
      const above = ((scores[index] as Float32Array)[at] as number) - (felt[at] as number);
      if (above >= 0) points.push([likely(above) - 0.5, intensity]);
    }
  const mean = (pick: 0 | 1) => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return { slope: shorten(Math.max(0, slope)), least: shorten(my - Math.max(0, slope) * mx) };
}

export function trainFeelings(emotions: StoredModel): {
  readonly model: StoredModel;
  readonly head: FeelingsHead;
} {
  const { trained } = feelingTexts(emotions);
  const everything = vocabularyOf(trained, FEELINGS_RECIPE.spells, FEELINGS_RECIPE.fewest);
  const numbered = (vocabulary: Vocabulary): Example[] => trained.map((text) => exampleOf(text, vocabulary));
  const first = trainLinear(numbered(everything), everything.features.length, FELT.length, FEELINGS_RECIPE.manner);
  const vocabulary = strongest(everything, first, FEELINGS_RECIPE.rows);
  const examples = numbered(vocabulary);
  const rows = vocabulary.features.length;
  const weights = trainLinear(examples, rows, FELT.length, FEELINGS_RECIPE.manner);
  const scores = crossFit(examples, (index) => index % FOLDS, rows, FELT.length, FEELINGS_RECIPE.manner);
  const scored = (at: number, isKept: (text: FeltText) => boolean): [number, boolean][] =>
    trained.flatMap((text, index): [number, boolean][] =>
      isKept(text) ? [[(scores[index] as Float32Array)[at] as number, text.wanted[at] === 1]] : [],
    );
  const felt = FELT.map((_, at) => shorten(bestThreshold(scored(at, () => true))));
  const doubted = FELT.map((feeling, at) =>
    shorten(
      Math.min(
        felt[at] as number,
        bestThreshold(scored(at, ({ worded }) => worded.some((one) => one.feeling === feeling))),
      ),
    ),
  );
  return {
    model: quantise("feelings", FELT, vocabulary, weights),
    head: { besides: Array.from(weights.besides, shorten), felt, doubted, ...strengthsOf(trained, scores, felt) },
  };
}
