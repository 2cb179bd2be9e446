import { expect, test } from "vitest";
import { scanWords } from "./scan-words.ts";
import { spellingOf } from "./spellings.ts";

const one = (text: string) => scanWords(text)[0];

test("a word has one spelling in small letters and capitals, with straight and curly apostrophes, short of a mark or not", () => {
  for (const [here, there] of [
    ["Lamp", "lamp, please"],
    ["DON'T", "don’t"],
    ["soooo late", "so"],
    ["Größe", "größe."],
    ["the.", "THE lamp"],
  ] as const)
    expect(one(here)?.spelling).toBe(one(there)?.spelling);
});

test("words that differ in one letter keep their own spelling, however many are met", () => {
  const letters = (at: number) => at.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] as string);
  const words = Array.from({ length: 60_000 }, (_, at) => letters(at)).filter((word) => !/(.)\1\1/.test(word));
  for (const word of words) {
    expect(one(word)?.norm).toBe(word);
    expect(one(`${word}.`)?.spelling).toBe(one(word.toUpperCase())?.spelling);
  }
});

test("an endless word is read and not kept", () => {
  const endless = "ab".repeat(5_000);
  expect(one(endless)?.norm).toBe(endless);
  expect(spellingOf(endless)).not.toBe(spellingOf(endless));
});
