/**
 * Adds up what every word of a text weighs in all models at once. A word met before is not spelled out again: its sums are
 * kept, so a message costs about one addition per word and output. Whole numbers only, so the order never matters.
 */
import type { Token } from "../reading/index.ts";
import { EDGE, featuresOfWord, isShout, nameOf, pairOf, SHOUTED, STRETCHED, shareOf, shoutOf } from "./features.ts";
import type { StoredModel } from "./weights-file.ts";

interface KnownWord {
  readonly hash: number;
  /** How many. */
  readonly pieces: number;
  /** Some model knows it. */
  readonly isHeavy: boolean;
  readonly sums: Int16Array;
}

/** More words than this at once are forgotten and met anew. */
const MOST_WORDS = 8_192;
const EMPTY = -1;

/** What the words between two tokens add up to. Live: valid until the same tally is started again. */
export interface Tally {
  readonly sums: Int32Array;
  words: number;
  pieces: number;
}

export interface WordScores {
  readonly newTally: () => Tally;
  /** Room for the scores of one model. */
  readonly newScores: (model: number) => Float64Array;
  /** Starts the tally anew with the tokens from `first` up to `last`. */
  readonly count: (tally: Tally, tokens: readonly Token[], first: number, last: number) => void;
  /** The scores of one model for what was counted, written into `into`. */
  readonly scores: (tally: Tally, model: number, into: Float64Array) => void;
}

export function openWordScores(models: readonly StoredModel[]): WordScores {
  const table = tableOf(models);
  const offsets: number[] = [];
  let width = 0;
  for (const { outputs } of models) {
    offsets.push(width);
    width += outputs.length;
  }
  const everyModel = [...models.keys()];
  const spelling = everyModel.filter((model) => models[model]?.spells === true);
  const known = new Map<string, KnownWord>();

  function add(sums: Int32Array, feature: number, to = everyModel): void {
    const slot = slotOf(table.keys, feature);
    if (table.keys[slot] === EMPTY) return;
    for (const model of to) {
      const row = table.rows[slot * models.length + model] as number;
      if (row === EMPTY) continue;
      const { weights, outputs } = models[model] as StoredModel;
      const into = offsets[model] as number;
      const from = row * outputs.length;
      for (let output = 0; output < outputs.length; output += 1)
        sums[into + output] = (sums[into + output] as number) + (weights[from + output] as number);
    }
  }

  function wordOf(token: Token): KnownWord {
    const name = nameOf(token);
    const met = known.get(name);
    if (met !== undefined) return met;
    const { hash, own, pieces } = featuresOfWord(name, token);
    const sums = new Int32Array(width);
    add(sums, own);
    for (const piece of pieces) add(sums, piece, spelling);
    const isHeavy = sums.some((sum) => sum !== 0);
    const word = { hash, pieces: pieces.length, isHeavy, sums: Int16Array.from(sums) };
    if (known.size >= MOST_WORDS) known.clear();
    known.set(name, word);
    return word;
  }

  return {
    newTally: () => ({ sums: new Int32Array(width), words: 0, pieces: 0 }),
    newScores: (model) => new Float64Array((models[model] as StoredModel).outputs.length),
    count(tally, tokens, first, last) {
      const { sums } = tally;
      sums.fill(0);
      tally.words = 0;
      tally.pieces = 0;
      let left = EDGE;
      for (let at = first; at < last; at += 1) {
        const token = tokens[at] as Token;
        const word = wordOf(token);
        const own = word.sums;
        if (word.isHeavy)
          for (let output = 0; output < width; output += 1)
            sums[output] = (sums[output] as number) + (own[output] as number);
        add(sums, pairOf(left, word.hash));
        tally.words += 2;
        tally.pieces += word.pieces;
        if (isShout(token)) {
          add(sums, SHOUTED);
          add(sums, shoutOf(word.hash));
          tally.words += 2;
        }
        if (token.isStretched) {
          add(sums, STRETCHED);
          tally.words += 1;
        }
        left = word.hash;
      }
      if (last <= first) return;
      add(sums, pairOf(left, EDGE));
      tally.words += 1;
    },
    scores(tally, model, into) {
      const { outputs, scales, biases, spells } = models[model] as StoredModel;
      const share = shareOf(spells ? tally.words + tally.pieces : tally.words);
      const from = offsets[model] as number;
      for (let output = 0; output < outputs.length; output += 1)
        into[output] =
          (tally.sums[from + output] as number) * (scales[output] as number) * share + (biases[output] as number);
    },
  };
}

/** Every feature that any model knows, in open addressing: its slot leads to a row for each model. */
function tableOf(models: readonly StoredModel[]): { readonly keys: Int32Array; readonly rows: Int32Array } {
  const features = models.reduce((sum, { rows }) => sum + rows, 0);
  let slots = 1024;
  while (slots < features * 2) slots *= 2;
  const keys = new Int32Array(slots).fill(EMPTY);
  const rows = new Int32Array(slots * models.length).fill(EMPTY);
  for (const [model, stored] of models.entries())
    for (const [row, feature] of stored.features.entries()) {
      const slot = slotOf(keys, feature);
      keys[slot] = feature;
      rows[slot * models.length + model] = row;
    }
  return { keys, rows };
}

/** Where a feature stands, or the free place where it would. */
function slotOf(keys: Int32Array, feature: number): number {
  let slot = (Math.imul(feature, 0x9e3779b1) >>> 8) & (keys.length - 1);
  while (keys[slot] !== feature && keys[slot] !== EMPTY) slot = (slot + 1) & (keys.length - 1);
  return slot;
}
