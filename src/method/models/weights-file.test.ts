import fc from "fast-check";
import { expect, test } from "vitest";
import { packWeights, unpackWeights } from "./weights-file.ts";

const model = fc
  .record({
    features: fc.uniqueArray(fc.integer({ min: 0, max: (1 << 22) - 1 }), { maxLength: 60 }),
    outputs: fc.integer({ min: 1, max: 5 }),
    spells: fc.boolean(),
    seed: fc.integer(),
  })
  .map(({ features, outputs, spells, seed }) => ({
    name: "some",
    outputs: Array.from({ length: outputs }, (_, at) => `output-${at}`),
    rows: features.length,
    spells,
    scales: Array.from({ length: outputs }, (_, at) => (at + 1) / 128),
    biases: Array.from({ length: outputs }, (_, at) => at - 0.5),
    features: Uint32Array.from(features.toSorted((a, b) => a - b)),
    weights: Int8Array.from({ length: features.length * outputs }, (_, at) => ((at * 37 + seed) % 255) - 127),
  }));

test("models come out of the file as they were put in, whatever they hold and wherever the bytes lie", () => {
  fc.assert(
    fc.property(fc.array(model, { maxLength: 4 }), fc.nat({ max: 9 }), (models, shift) => {
      const packed = packWeights({ models, heads: { some: [1, 2] } });
      const moved = new Uint8Array(packed.length + shift);
      moved.set(packed, shift);
      expect(unpackWeights(moved.subarray(shift))).toEqual({ models, heads: { some: [1, 2] } });
    }),
  );
});

test("bytes that are no weights file, or one of another version, are refused", () => {
  const packed = packWeights({ models: [], heads: {} });
  expect(() => unpackWeights(new Uint8Array())).toThrow("Not a weights file");
  expect(() => unpackWeights(packed.map((byte, at) => (at === 5 ? byte + 1 : byte)))).toThrow("Not a weights file");
});
