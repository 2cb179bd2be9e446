/** How good or bad a text sounds, from words and sentences rated by people for VADER. The product reviews are left for measuring. */
import type { StoredModel } from "../src/method/models/weights-file.ts";
import { type Rated, ratedSnippets, ratedWords } from "./corpora.ts";
import { fitModel } from "./fit-model.ts";
import { type Text, tokensOf } from "./vocabulary.ts";

export function trainValence(folder: string): StoredModel {
  const textOf = ({ text, rating }: Rated): Text => ({ tokens: tokensOf(text), wanted: Float32Array.of(rating) });
  const texts = [
    ...ratedSnippets(folder, "tweets"),
    ...ratedSnippets(folder, "movieReviewSnippets"),
    ...ratedSnippets(folder, "nytEditorialSnippets"),
    ...ratedWords(folder),
  ].map(textOf);
  return fitModel("valence", ["valence"], texts, {
    rows: 10_000,
    spells: true,
    fewest: 2,
    manner: { loss: "value", rounds: 8, step: 0.2, seed: 1 },
  }).model;
}
