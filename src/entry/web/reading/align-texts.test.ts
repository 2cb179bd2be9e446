import fc from "fast-check";
import { expect, test } from "vitest";
import { alignTexts } from "./align-texts.ts";

/** The words as they are found in what is shown. */
function found(source: string, shown: string, words: string, nth = 0): string | undefined {
  let start = source.indexOf(words);
  for (let at = 0; at < nth; at += 1) start = source.indexOf(words, start + 1);
  const span = alignTexts(source, shown)({ start, end: start + words.length });
  return span && shown.slice(span.start, span.end);
}

test("words are found whatever the spaces and line breaks between them", () => {
  expect(found("my order\nLL-4412  is late", "my order LL-4412 is\n\n late", "order\nLL-4412")).toBe("order LL-4412");
});

test("an address that only the text has, behind the words of a link, is stepped over", () => {
  const source = "See the shop [https://shop.test/orders/4412?from=mail] about order 4412 of 3 May.";
  const shown = "See the shop about order 4412 of 3 May.";
  expect(found(source, shown, "order 4412")).toBe("order 4412");
  expect(found(source, shown, "3 May")).toBe("3 May");
  expect(found(source, shown, "https://shop.test")).toBeUndefined();
});

test("of the same words twice, each is found at its own place", () => {
  const source = "I paid 20 EUR. Then again 20 EUR.";
  const shown = "I paid 20 EUR.\nThen again 20 EUR.";
  const at = alignTexts(source, shown)({ start: source.lastIndexOf("20"), end: source.length - 1 });
  expect(at).toEqual({ start: shown.lastIndexOf("20"), end: shown.length - 1 });
});

test("headings that the text shouts and bullets that it adds do not lead astray", () => {
  const source = "YOUR ORDER\n * a lamp for 20 EUR\n * a shade for 9 EUR";
  const shown = "Your order\n•a lamp for 20 EUR\n•a shade for 9 EUR";
  expect(found(source, shown, "20 EUR")).toBe("20 EUR");
  expect(found(source, shown, "9 EUR")).toBe("9 EUR");
});

test("words that are not shown are nowhere", () => {
  expect(found("Hello, order 4412 please", "Something else altogether", "4412")).toBeUndefined();
  expect(found("order 4412", "", "4412")).toBeUndefined();
  expect(alignTexts("a b", "a b")({ start: 1, end: 2 })).toBeUndefined();
});

test("a found span always holds the same characters", () => {
  const piece = fc.constantFrom("a", "b", " ", "\n", "ab", "4412", "\u00ad", "é", "😀");
  const text = fc.array(piece, { maxLength: 60 }).map((all) => all.join(""));
  const bare = (words: string): string => words.replace(/[\s\u00ad]/g, "");
  fc.assert(
    fc.property(text, text, fc.nat(80), fc.nat(80), (source, shown, from, length) => {
      const span = { start: Math.min(from, source.length), end: Math.min(from + length, source.length) };
      const at = alignTexts(source, shown)(span);
      if (at) expect(bare(shown.slice(at.start, at.end))).toBe(bare(source.slice(span.start, span.end)));
    }),
  );
});
