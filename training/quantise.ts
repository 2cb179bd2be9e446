/** Trained weights as they ship: one whole number each, of few steps, scaled per output. */
import type { StoredModel } from "../src/method/models/weights-file.ts";
import type { Weights } from "./train-linear.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finer steps weigh more to fetch and measure no better. */
const MOST = 31;
/** Less than a step moves nothing and is left out: zeros pack better. */
const STILL = 1;
/** Six digits are more than the steps hold. */
export const shorten = (value: number): number => Number(value.toPrecision(6));

export function quantise(
  name: string,
  outputs: readonly string[],
  vocabulary: Vocabulary,
  trained: Weights,
): StoredModel {
  const scales = outputs.map((_, output) => {
    let most = 0;
    for (let at = output; at < trained.matrix.length; at += outputs.length)
      most = Math.max(most, Math.abs(trained.matrix[at] as number));
    return shorten(most === 0 ? 1 : most / MOST);
  });
  const weights = Int8Array.from(trained.matrix, (value, at) => {
    const scaled = value / (scales[at % outputs.length] as number);
    return Math.abs(scaled) < STILL ? 0 : Math.max(-MOST, Math.min(MOST, Math.round(scaled)));
  });
  return {
    name,
    outputs,
    rows: trained.rows,
    spells: vocabulary.spells,
    scales,
    biases: Array.from(trained.biases, shorten),
    features: Uint32Array.from(vocabulary.features),
    weights,
  };
}
