/** Trains one model: all features first, then again on the few that carry it, then in whole numbers. */
import type { StoredModel } from "../src/method/models/weights-file.ts";
import { quantise } from "./quantise.ts";
import { type Manner, trainLinear, type Weights } from "./train-linear.ts";
import { exampleOf, strongest, type Text, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

export interface Recipe {
  /** How many features are kept. */
  readonly rows: number;
  readonly spells: boolean;
  /** Features in fewer texts are left out from the start. */
  readonly fewest: number;
  readonly manner: Manner;
}

export interface Fitted {
  readonly model: StoredModel;
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
}

export function fitModel(name: string, outputs: readonly string[], texts: readonly Text[], recipe: Recipe): Fitted {
  const everything = vocabularyOf(texts, recipe.spells, recipe.fewest);
  const first = trainLinear(
    texts.map((text) => exampleOf(text, everything)),
    everything.features.length,
    outputs.length,
    recipe.manner,
  );
  const vocabulary = strongest(everything, first, recipe.rows);
  const weights = trainLinear(
    texts.map((text) => exampleOf(text, vocabulary)),
    vocabulary.features.length,
    outputs.length,
    recipe.manner,
  );
  return { model: quantise(name, outputs, vocabulary, weights), vocabulary, weights };
}
