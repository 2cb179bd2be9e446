import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, MARK_END, MARK_START } from "./excerpt.ts";
import { readQuery } from "./query.ts";

const terms = (typed: string) => readQuery(typed, new Date(0), "UTC").terms;
const shown = (texts: string[], typed: string) =>
  excerptOf(texts, terms(typed)).replaceAll(MARK_START, "[").replaceAll(MARK_END, "]");

test("what matched is marked as it was written, accents and all", () => {
  expect(shown(["Die Lämpchen für Frau Müller flackern."], "muller lamp")).toBe(
    "Die [Lämpchen] für Frau [Müller] flackern.",
  );
});

test("a phrase is marked as one piece, and only where its words are neighbours", () => {
  expect(shown(["A lamp that is broken. The broken lamp is here."], '"broken lamp"')).toBe(
    "A lamp that is broken. The [broken lamp] is here.",
  );
});

test("of a long text the piece with the most different words is shown", () => {
  const filler = "Nothing of interest happens here at all. ".repeat(20);
  const excerpt = shown([`A lamp. ${filler}The lamp arrived and the glass was cracked. ${filler}`], "lamp glass");
  expect(excerpt).toContain("[lamp] arrived and the [glass]");
  expect(excerpt.startsWith("…") && excerpt.endsWith("…")).toBe(true);
});

test("the first text that has a match is shown, and without any match the beginning of the first", () => {
  expect(shown(["Hello there.", "invoice.pdf"], "invoice")).toBe("[invoice].pdf");
  expect(shown(["", "Hello there."], "from:anna")).toBe("Hello there.");
});

test("whatever the text, marks come in pairs and nothing else of it is changed but white space", () => {
  const unit = fc.constantFrom("lamp", "Lämp", " ", "\n", "x", "東京", "\u0002", "\u0003", "e\u0301", "😀", "-");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 300 }), (parts) => {
      const text = parts.join("");
      const excerpt = excerptOf([text], terms('lamp 東京 "x x"'));
      const marks = [...excerpt].filter((letter) => letter === MARK_START || letter === MARK_END).join("");
      expect(marks).toBe(`${MARK_START}${MARK_END}`.repeat(marks.length / 2));
      const bare = excerpt.replaceAll(MARK_START, "").replaceAll(MARK_END, "").replace(/^…|…$/g, "");
      const whole = text.replaceAll(MARK_START, " ").replaceAll(MARK_END, " ").replace(/\s+/g, " ");
      expect(whole).toContain(bare);
    }),
  );
});
