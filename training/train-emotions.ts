/** The 28 emotions of GoEmotions (Demszky et al. 2020): where the words of feelings are learned from, and a measure against others. */

import { EMOTIONS, goEmotions, type Labelled } from "./corpora.ts";
import { bestThreshold } from "./cross-fit.ts";
import { type Fitted, fitModel } from "./fit-model.ts";
import { shorten } from "./quantise.ts";
import { scoresOf } from "./train-linear.ts";
import { exampleOf, type Text, tokensOf, wanting } from "./vocabulary.ts";

export const emotionText = ({ text, labels }: Labelled): Text => ({
  tokens: tokensOf(text),
  wanted: wanting(EMOTIONS.length, labels),
});

export function trainEmotions(folder: string): Fitted {
  const fitted = fitModel("emotions", EMOTIONS, goEmotions(folder, "original", "train").map(emotionText), {
    rows: 8_000,
    spells: true,
    fewest: 2,
    manner: { loss: "each", rounds: 5, step: 0.5, seed: 1 },
  });
  return fitted;
}

/** Set where the balance of found and false is best on the part kept for that. */
export function emotionThresholds(folder: string, { vocabulary, weights }: Fitted): number[] {
  const kept = goEmotions(folder, "original", "dev");
  const scores = kept.map((one) => scoresOf(weights, exampleOf(emotionText(one), vocabulary)));
  return EMOTIONS.map((_, emotion) =>
    shorten(
      bestThreshold(
        kept.map(({ labels }, index) => [(scores[index] as Float32Array)[emotion] as number, labels.includes(emotion)]),
      ),
    ),
  );
}
