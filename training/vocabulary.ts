/** Numbers the features that a corpus holds, and keeps those that carry the most. */
import { FEATURE_BITS, featuresOf } from "../src/method/models/features.ts";
import { scanWords, type Token } from "../src/method/reading/index.ts";
import type { Example, Weights } from "./train-linear.ts";

export interface Text {
  readonly tokens: readonly Token[];
  /** The sentences that count, each from its first token up to its last; the whole when it is not given. */
  readonly sentences?: ReadonlyArray<{ readonly firstToken: number; readonly lastToken: number }>;
  readonly wanted: Float32Array;
  readonly weight?: number;
  readonly besides?: Float32Array;
}

/** Folded feature → its row, or -1. */
export interface Vocabulary {
  readonly rowOf: Int32Array;
  /** Row → folded feature. */
  readonly features: readonly number[];
  /** In how many texts. */
  readonly spread: Int32Array;
  /** Whether the pieces inside words count too. */
  readonly spells: boolean;
}

export const tokensOf = (text: string): readonly Token[] => scanWords(text);

/** Which outputs are wanted, out of how many. */
export function wanting(outputs: number, labels: readonly number[]): Float32Array {
  const wanted = new Float32Array(outputs);
  for (const label of labels) wanted[label] = 1;
  return wanted;
}

/** @param fewest features in fewer texts than this are chance. */
export function vocabularyOf(texts: readonly Text[], spells: boolean, fewest = 2): Vocabulary {
  const spreadOf = new Int32Array(1 << FEATURE_BITS);
  for (const text of texts)
    for (const feature of new Set(seen(text, spells))) spreadOf[feature] = (spreadOf[feature] as number) + 1;
  const features: number[] = [];
  for (let feature = 0; feature < spreadOf.length; feature += 1)
    if ((spreadOf[feature] as number) >= fewest) features.push(feature);
  return numbered(features, (feature) => spreadOf[feature] as number, spells);
}

function numbered(features: readonly number[], spreadOf: (feature: number) => number, spells: boolean): Vocabulary {
  const rowOf = new Int32Array(1 << FEATURE_BITS).fill(-1);
  for (const [row, feature] of features.entries()) rowOf[feature] = row;
  return { rowOf, features, spread: Int32Array.from(features, spreadOf), spells };
}

/** The rows that move the outputs most: length of the weights by the root of how often they are met. */
export function strongest(vocabulary: Vocabulary, weights: Weights, rows: number): Vocabulary {
  const strength = new Float64Array(weights.rows);
  for (let row = 0; row < weights.rows; row += 1) {
    let length = 0;
    for (let at = row * weights.outputs; at < (row + 1) * weights.outputs; at += 1)
      length += (weights.matrix[at] as number) ** 2;
    strength[row] = length * Math.sqrt(vocabulary.spread[row] as number);
  }
  const kept = Array.from(strength.keys())
    .sort((a, b) => (strength[b] as number) - (strength[a] as number) || a - b)
    .slice(0, rows)
    .map((row) => vocabulary.features[row] as number)
    .sort((a, b) => a - b);
  return numbered(
    kept,
    (feature) => vocabulary.spread[vocabulary.rowOf[feature] as number] as number,
    vocabulary.spells,
  );
}

function seen({ tokens, sentences }: Text, spells: boolean): number[] {
  const all: number[] = [];
  for (const { firstToken, lastToken } of sentences ?? [{ firstToken: 0, lastToken: tokens.length }]) {
    const { words, pieces } = featuresOf(tokens, firstToken, lastToken);
    all.push(...words);
    if (spells) all.push(...pieces);
  }
  return all;
}

export function exampleOf(text: Text, vocabulary: Vocabulary): Example {
  const all = seen(text, vocabulary.spells);
  const rows: number[] = [];
  for (const feature of all) {
    const row = vocabulary.rowOf[feature] as number;
    if (row >= 0) rows.push(row);
  }
  return {
    features: Int32Array.from(rows),
    count: all.length,
    wanted: text.wanted,
    weight: text.weight ?? 1,
    ...(text.besides === undefined ? {} : { besides: text.besides }),
  };
}
