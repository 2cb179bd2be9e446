import fc from "fast-check";
import { expect, test } from "vitest";
import { scanWords } from "../reading/index.ts";
import { featuresOf, shareOf } from "./features.ts";
import type { StoredModel } from "./weights-file.ts";
import { openWordScores } from "./word-scores.ts";

const LETTERS = "a bit annoyed, FURIOUS!! sooo späte Lieferung 😡 x@y.example 42 B7".split(" ");
const texts = fc
  .array(fc.constantFrom(...LETTERS, ..."Unpünktlich never again ?".split(" ")))
  .map((words) => words.join(" "));

/** A model that knows every feature of these words, each with a weight of its own. */
function modelOf(spells: boolean, outputs: number): StoredModel {
  const { words, pieces } = featuresOf(scanWords(`${LETTERS.join(" ")} ${LETTERS.toReversed().join(" ")}`));
  const features = Uint32Array.from(new Set([...words, ...pieces])).toSorted();
  return {
    name: "some",
    outputs: Array.from({ length: outputs }, (_, at) => String(at)),
    rows: features.length,
    spells,
    scales: Array.from({ length: outputs }, (_, at) => 0.01 * (at + 1)),
    biases: Array.from({ length: outputs }, (_, at) => at / 8),
    features,
    weights: Int8Array.from({ length: features.length * outputs }, (_, at) => ((at * 53) % 255) - 127),
  };
}

test("the sums of remembered words are what training reckons feature by feature", () => {
  const models = [modelOf(true, 3), modelOf(false, 2)];
  const words = openWordScores(models);
  fc.assert(
    fc.property(texts, (text) => {
      const tokens = scanWords(text);
      const tally = words.newTally();
      words.count(tally, tokens, 0, tokens.length);
      const seen = featuresOf(tokens);
      for (const [place, model] of models.entries()) {
        const all = [...seen.words, ...(model.spells ? seen.pieces : [])];
        const scores = words.newScores(place);
        words.scores(tally, place, scores);
        for (const [output, score] of scores.entries()) {
          let sum = 0;
          for (const feature of all) {
            const row = model.features.indexOf(feature);
            if (row >= 0) sum += model.weights[row * model.outputs.length + output] as number;
          }
          expect(score).toBeCloseTo(
            sum * (model.scales[output] as number) * shareOf(all.length) + (model.biases[output] as number),
            9,
          );
        }
      }
    }),
  );
});

test("a text scores the same however often and after whatever else it is asked", () => {
  const words = openWordScores([modelOf(true, 3)]);
  const scoresOf = (text: string) => {
    const tokens = scanWords(text);
    const tally = words.newTally();
    words.count(tally, tokens, 0, tokens.length);
    const scores = words.newScores(0);
    words.scores(tally, 0, scores);
    return [...scores];
  };
  const first = scoresOf("a bit annoyed");
  for (let many = 0; many < 20_000; many += 1) scoresOf(`word${many.toString(36).replace(/\d/g, "q")}${many % 7}x`);
  expect(scoresOf("a bit annoyed")).toEqual(first);
});

test("an empty text has the scores that every text starts with", () => {
  const words = openWordScores([modelOf(true, 3)]);
  const scores = words.newScores(0);
  words.scores(words.newTally(), 0, scores);
  expect([...scores]).toEqual([0, 1 / 8, 2 / 8]);
});
