/**
 * Adds up what every word of a text weighs in all models at once. A word met before is not spelled out again: its sums are
 * kept, so a message costs about one addition per word and output. Whole numbers only, so the order never matters.
 */
import type { Token } from "../reading/index.ts";
import { EDGE, featuresOfWord, isShout, nameOf, pairOf, SHOUTED, STRETCHED, shareOf, shoutOf } from "./features.ts";
import type { StoredModel } from "./weights-file.ts";

/**
 * What is known of each word that was met, all of it side by side: one look into the memory for a word, and few of them are
 * far apart.
 */
interface KnownWords {
  /** Whose place it is, by the number of its spelling. */
  readonly ids: Int32Array;
  /** Word by word: two halves of its hash, how many pieces it has, then its sum for every output. */
  readonly rows: Int16Array;
}
const SUMS_FROM = 3;

/** A power of two. Of words that share a place the later one is remembered. */
const MOST_WORDS = 8_192;
const EMPTY = -1;
/** Most pairs are in no model; so many bits tell that of nine in ten without a look at the large table. */
const HINT_BITS = 18;
const HINT_MASK = (1 << HINT_BITS) - 1;

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
  const offsets: number[] = [0];
  for (const { outputs } of models) offsets.push((offsets.at(-1) ?? 0) + outputs.length);
  const width = offsets.at(-1) ?? 0;
  const everyModel = [...models.keys()];
  const spelling = everyModel.filter((model) => models[model]?.spells === true);
  const known: KnownWords = {
    ids: new Int32Array(MOST_WORDS).fill(EMPTY),
    rows: new Int16Array(MOST_WORDS * (SUMS_FROM + width)),
  };
  const { ids, rows } = known;
  const rowWidth = SUMS_FROM + width;
  const hints = hintsOf(models);
  const fresh = new Int32Array(width);

  function add(sums: Int32Array, feature: number, to = everyModel): void {
    if (((hints[(feature & HINT_MASK) >>> 5] as number) & (1 << (feature & 31))) === 0) return;
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

  /** @returns where its row begins. */
  function wordOf(token: Token): number {
    const { id } = token.spelling;
    const place = id & (MOST_WORDS - 1);
    const at = place * rowWidth;
    if (ids[place] === id) return at;
    const { hash, own, pieces } = featuresOfWord(nameOf(token), token);
    fresh.fill(0);
    add(fresh, own);
    for (const piece of pieces) add(fresh, piece, spelling);
    ids[place] = id;
    rows[at] = hash >> 16;
    rows[at + 1] = hash;
    rows[at + 2] = pieces.length;
    rows.set(fresh, at + SUMS_FROM);
    return at;
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
        const hash = ((rows[word] as number) << 16) | ((rows[word + 1] as number) & 0xffff);
        const from = word + SUMS_FROM;
        for (let output = 0; output < width; output += 1)
          sums[output] = (sums[output] as number) + (rows[from + output] as number);
        add(sums, pairOf(left, hash));
        tally.words += 2;
        tally.pieces += rows[word + 2] as number;
        if (isShout(token)) {
          add(sums, SHOUTED);
          add(sums, shoutOf(hash));
          tally.words += 2;
        }
        if (token.isStretched) {
          add(sums, STRETCHED);
          tally.words += 1;
        }
        left = hash;
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

/** A bit for every feature that any model knows; features share bits. */
function hintsOf(models: readonly StoredModel[]): Int32Array {
  const hints = new Int32Array((1 << HINT_BITS) >>> 5);
  for (const { features } of models)
    for (const feature of features) {
      const at = (feature & HINT_MASK) >>> 5;
      hints[at] = (hints[at] as number) | (1 << (feature & 31));
    }
  return hints;
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
