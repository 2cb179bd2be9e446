import fc from "fast-check";
import { expect, test } from "vitest";
import { mistakesBetween, nearness } from "./nearness.ts";

test("a swapped, wrong or missing letter and a missing accent are forgiven", () => {
  for (const [typed, name] of [
    ["jonhson", "Bertram Johnson"],
    ["lindquist", "Anna Lindqvist"],
    ["katherine mos", "Catherine Moss"],
    ["muller", "Jürgen Müller"],
    ["bertam", "Bertram Johnson"],
  ] as const)
    expect([typed, nearness(typed, [name])]).not.toEqual([typed, 0]);
});

test("other words are not near, and every word has to be", () => {
  for (const [typed, name] of [
    ["order", "Gordon Border"],
    ["refund", "Anna Lindqvist"],
    ["anna smith", "Anna Lindqvist"],
    ["li", "Anna Olsen"],
    ["", "Anna"],
  ] as const)
    expect([typed, nearness(typed, [name])]).toEqual([typed, 0]);
});

test("the exact name is nearest", () => {
  expect(nearness("anna", ["Anna"])).toBeGreaterThan(nearness("anna", ["Annabel"]));
  expect(nearness("anna", ["Annabel"])).toBeGreaterThan(nearness("anna", ["Anne"]));
});

test("mistakes are counted alike both ways, and one edit is at most one mistake", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(8), (a, b, place) => {
      expect(mistakesBetween(a, b)).toBe(mistakesBetween(b, a));
      expect(mistakesBetween(a, a)).toBe(0);
      expect(mistakesBetween(a, a.slice(0, place) + a.slice(place + 1))).toBeLessThanOrEqual(1);
      const swapped = a.slice(0, place) + (a[place + 1] ?? "") + (a[place] ?? "") + a.slice(place + 2);
      expect(mistakesBetween(a, swapped)).toBeLessThanOrEqual(1);
    }),
  );
});
