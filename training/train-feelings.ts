/** Heard's own feelings, learned from our own labelled messages with the emotions and the cues beside them. */
import { besidesOf, FELT, type FeelingsHead } from "../src/method/models/feelings-scorer.ts";
import { spokenSentences } from "../src/method/models/voice.ts";
import { openWeigher } from "../src/method/models/weigh-message.ts";
import type { StoredModel } from "../src/method/models/weights-file.ts";
import { openWordScores } from "../src/method/models/word-scores.ts";
import { type FeltFeeling, type FeltHere, read, type Segmentation, segment } from "../src/method/reading/index.ts";
import { EMOTIONS, goEmotions, type Labelled } from "./corpora.ts";
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

/** Where an emotion has a name among our feelings. The other emotions are none of them. */
const FEELING_OF: Readonly<Record<string, FeltFeeling>> = {
  anger: "angry",
  annoyance: "frustrated",
  disappointment: "disappointed",
  fear: "worried",
  nervousness: "worried",
  confusion: "confused",
  sadness: "sad",
  grief: "sad",
  embarrassment: "embarrassed",
  joy: "pleased",
  admiration: "pleased",
  excitement: "pleased",
  love: "pleased",
  relief: "pleased",
  gratitude: "grateful",
};
const NEVER_LABELLED: readonly FeltFeeling[] = ["desperate", "pressed-for-time"];
const COMMENT_WEIGHT = 0.2;
/** Thresholds are set on our own texts and on every tenth comment, so that plain talk keeps them up. */
const COMMENTS_POOLED = 10;
/** What is missed weighs a little less than what is false. */
const CHOOSY = 0.8;
/** The faintest and the steepness of what is heard without a cue; measured against sentences rated by people (VADER's tweets). */
const STRENGTH = { least: 0.2, slope: 0.8 };

/** Message → what the models see of it; `emotions` is the trained model of the 28. */
export function feelingTexts(
  folder: string,
  emotions: StoredModel,
  valence: StoredModel,
): { trained: FeltText[]; heldOut: FeltText[] } {
  // Feelings and situations are not looked at: any model may stand in their places.
  const words = openWordScores([emotions, valence]);
  const weigh = openWeigher(words, { emotions: 0, valence: 1, feelings: 1, situations: 1 });
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
    const wanted = new Float32Array(FELT.length);
    for (const { feeling } of feelings) if (feeling !== "neutral") wanted[FELT.indexOf(feeling)] = 1;
    return {
      tokens: seen?.tokens ?? [],
      sentences,
      wanted,
      besides: besidesOf(weigh(seen ?? segment("")), worded),
      feelings,
      isLine,
      worded,
      message,
    };
  };
  const ofComment = ({ text, labels }: Labelled): FeltText => {
    const names = labels.map((label) => EMOTIONS[label] as string);
    const feelings = FELT.filter((feeling) => names.some((name) => FEELING_OF[name] === feeling));
    const seen = textOf(
      text,
      feelings.map((feeling) => ({ feeling, intensity: 0.5 })),
      true,
    );
    for (const feeling of NEVER_LABELLED) seen.wanted[FELT.indexOf(feeling)] = Number.NaN;
    return { ...seen, weight: COMMENT_WEIGHT };
  };
  const own = ownConversations();
  const ofConversation = (one: (typeof own)[number]) => textOf(one.message, one.feelings, false);
  return {
    trained: [
      ...own.filter((one) => !isHeldOut(one)).map(ofConversation),
      ...customerLines().map(({ message, feelings }) => textOf(message, feelings, true)),
      ...goEmotions(folder, "original", "dev").map(ofComment),
    ],
    heldOut: own.filter(isHeldOut).map(ofConversation),
  };
}

export const FEELINGS_RECIPE: Recipe = {
  rows: 5_000,
  spells: true,
  fewest: 2,
  manner: { loss: "each", rounds: 20, step: 0.3, pull: 1e-5, pullBesides: 1e-2, seed: 1 },
};

export function trainFeelings(
  folder: string,
  emotions: StoredModel,
  valence: StoredModel,
): {
  readonly model: StoredModel;
  readonly head: FeelingsHead;
} {
  const { trained } = feelingTexts(folder, emotions, valence);
  const everything = vocabularyOf(trained, FEELINGS_RECIPE.spells, FEELINGS_RECIPE.fewest);
  const numbered = (vocabulary: Vocabulary): Example[] => trained.map((text) => exampleOf(text, vocabulary));
  const first = trainLinear(numbered(everything), everything.features.length, FELT.length, FEELINGS_RECIPE.manner);
  const vocabulary = strongest(everything, first, FEELINGS_RECIPE.rows);
  const examples = numbered(vocabulary);
  const rows = vocabulary.features.length;
  const weights = trainLinear(examples, rows, FELT.length, FEELINGS_RECIPE.manner);
  const scores = crossFit(examples, (index) => index % FOLDS, rows, FELT.length, FEELINGS_RECIPE.manner);
  const isPooled = (text: FeltText, index: number) => text.weight === undefined || index % COMMENTS_POOLED === 0;
  const scored = (at: number, isKept: (text: FeltText) => boolean): [number, boolean][] =>
    trained.flatMap((text, index): [number, boolean][] =>
      isKept(text) && !Number.isNaN(text.wanted[at]) && isPooled(text, index)
        ? [[(scores[index] as Float32Array)[at] as number, text.wanted[at] === 1]]
        : [],
    );
  const felt = FELT.map((_, at) =>
    shorten(
      bestThreshold(
        scored(at, () => true),
        CHOOSY,
      ),
    ),
  );
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
    head: { besides: Array.from(weights.besides, shorten), felt, doubted, ...STRENGTH },
  };
}
