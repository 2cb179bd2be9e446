/**
 * Fits linear models by stochastic gradient descent with a step of its own for every feature (AdaGrad). The order of examples
 * is drawn from a fixed seed, so the same data gives the same weights to the last bit.
 */
import { shareOf } from "../src/method/models/features.ts";
import { likely } from "../src/method/models/likely.ts";

export interface Example {
  /** Features as numbered by the vocabulary; one may stand more than once. */
  readonly features: Int32Array;
  /** How many features the text had before any was left out. */
  readonly count: number;
  /** For each output what is wanted: 0..1 for a yes or no, any number for a value; NaN where nobody has said. */
  readonly wanted: Float32Array;
  readonly weight: number;
  /** What is known besides the words, each about 0..1: it counts in full however long the text. */
  readonly besides?: Float32Array;
}

export interface Weights {
  readonly rows: number;
  readonly outputs: number;
  /** Row by row. */
  readonly matrix: Float32Array;
  readonly biases: Float32Array;
  /** Besides × outputs, row by row. */
  readonly besides: Float32Array;
}

export interface Manner {
  /** "each": every output a yes or no of its own. "one": exactly one of them is true. "value": a number. */
  readonly loss: "each" | "one" | "value";
  readonly rounds: number;
  readonly step: number;
  /** How strongly the weights of words, and those of what stands besides, are drawn to zero. */
  readonly pull?: number;
  readonly pullBesides?: number;
  readonly seed: number;
}

/** Chance that is the same every time: mulberry32. @returns 0 ≤ x < 1 */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled(length: number, chance: () => number): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index);
  shuffle(order, chance);
  return order;
}

function shuffle(order: Int32Array, chance: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

export function trainLinear(examples: readonly Example[], rows: number, outputs: number, manner: Manner): Weights {
  const extras = examples[0]?.besides?.length ?? 0;
  const weights: Weights = {
    rows,
    outputs,
    matrix: new Float32Array(rows * outputs),
    biases: new Float32Array(outputs),
    besides: new Float32Array(extras * outputs),
  };
  const { matrix, biases, besides } = weights;
  const seen = new Float32Array(rows).fill(1e-8);
  const seenBias = new Float32Array(outputs).fill(1e-8);
  const seenBesides = new Float32Array(extras).fill(1e-6);
  const chance = chanceFrom(manner.seed);
  const order = shuffled(examples.length, chance);
  const slope = new Float32Array(outputs);
  const pull = manner.pull ?? 0;
  const pullBesides = manner.pullBesides ?? 0;
  for (let round = 0; round < manner.rounds; round += 1) {
    if (round > 0) shuffle(order, chance);
    const step = manner.step * (1 - round / manner.rounds);
    for (const index of order) {
      const example = examples[index] as Example;
      const share = shareOf(example.count);
      score(weights, example, share, slope);
      const steepness = slopeOf(slope, example, manner.loss);
      if (steepness === 0) continue;
      for (let output = 0; output < outputs; output += 1) {
        const by = slope[output] as number;
        seenBias[output] = (seenBias[output] as number) + by * by;
        biases[output] = (biases[output] as number) - (step * by) / Math.sqrt(seenBias[output] as number);
      }
      for (let extra = 0; extra < extras; extra += 1) {
        const value = (example.besides as Float32Array)[extra] as number;
        if (value === 0) continue;
        seenBesides[extra] = (seenBesides[extra] as number) + steepness * value * value;
        descend(besides, extra, slope, value, step / Math.sqrt(seenBesides[extra] as number), pullBesides);
      }
      for (const feature of example.features) {
        seen[feature] = (seen[feature] as number) + steepness * share * share;
        descend(matrix, feature, slope, share, step / Math.sqrt(seen[feature] as number), pull);
      }
    }
  }
  return weights;
}

function descend(
  matrix: Float32Array,
  row: number,
  slope: Float32Array,
  value: number,
  step: number,
  pull: number,
): void {
  const from = row * slope.length;
  for (let output = 0; output < slope.length; output += 1) {
    const weight = matrix[from + output] as number;
    matrix[from + output] = weight - step * ((slope[output] as number) * value + pull * weight);
  }
}

function score({ matrix, biases, besides }: Weights, example: Example, share: number, into: Float32Array): void {
  const outputs = into.length;
  into.fill(0);
  for (const feature of example.features) {
    const from = feature * outputs;
    for (let output = 0; output < outputs; output += 1)
      into[output] = (into[output] as number) + (matrix[from + output] as number);
  }
  for (let output = 0; output < outputs; output += 1)
    into[output] = (into[output] as number) * share + (biases[output] as number);
  for (const [extra, value] of example.besides?.entries() ?? []) {
    if (value === 0) continue;
    const from = extra * outputs;
    for (let output = 0; output < outputs; output += 1)
      into[output] = (into[output] as number) + value * (besides[from + output] as number);
  }
}

/** Turns scores into slopes, in place. @returns the squared length */
function slopeOf(scores: Float32Array, example: Example, loss: Manner["loss"]): number {
  if (loss === "one") {
    const most = Math.max(...scores);
    let total = 0;
    for (const [output, value] of scores.entries()) {
      scores[output] = Math.exp(value - most);
      total += scores[output] as number;
    }
    for (const [output, value] of scores.entries()) scores[output] = value / total;
  } else if (loss === "each") for (const [output, value] of scores.entries()) scores[output] = likely(value);
  let length = 0;
  for (let output = 0; output < scores.length; output += 1) {
    const wanted = example.wanted[output] as number;
    const by = Number.isNaN(wanted) ? 0 : ((scores[output] as number) - wanted) * example.weight;
    scores[output] = by;
    length += by * by;
  }
  return length;
}

export function scoresOf(weights: Weights, example: Example): Float32Array {
  const into = new Float32Array(weights.outputs);
  score(weights, example, shareOf(example.count), into);
  return into;
}
