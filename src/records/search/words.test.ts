import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWord, wordsOf } from "./words.ts";

const cut = (text: string) => [...wordsOf(text)].map(({ word }) => word);

test("words are small, without accents, and in the order of the text", () => {
  expect(cut("Herr Müller, Straße 7: Crème brûlée!")).toEqual(["herr", "muller", "strasse", "7", "creme", "brulee"]);
  expect(cut("ŁÓDŹ øre ﬁne İstanbul")).toEqual(["lodz", "ore", "fine", "istanbul"]);
});

test("addresses, order numbers and prices become neighbouring words", () => {
  expect(cut("anna@shop.example LL-47120 3.50")).toEqual(["anna", "shop", "example", "ll", "47120", "3", "50"]);
});

test("scripts without spaces are cut into overlapping pairs, and other letters between them stay words", () => {
  expect(cut("東京都に3個")).toEqual(["東京", "京都", "都に", "3", "個"]);
  expect(cut("ランプ")).toEqual(["ラン", "ンプ"]);
  expect(cut("灯")).toEqual(["灯"]);
});

test("the marks that other scripts spell with are kept", () => {
  expect(foldWord("हिन्दी")).toBe("हिन्दी");
  expect(cut("がき")).not.toEqual(cut("かき"));
});

test("every word stands where it says, whatever the text, and in one go as in two", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      let last = 0;
      let place = 0;
      for (const { word, at, start, end } of wordsOf(text)) {
        expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        expect(start < end && end <= text.length && end >= last).toBe(true);
        expect(at).toBe(place + 1);
        expect(foldWord(text.slice(start, end))).toBe(word);
        last = end;
        place = at;
      }
    }),
  );
});
