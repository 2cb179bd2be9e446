import fc from "fast-check";
import { expect, test } from "vitest";
import { calledBy } from "./called-by.ts";

test.each([
  ["Ana Silva", "Ana"],
  ["Silva, Ana Maria", "Ana"],
  ["  Ana  ", "Ana"],
  ["“Jean-Luc Petit”", "Jean-Luc"],
  ["Zoë O’Brien (Lumen)", "Zoë"],
  ["ANA SILVA", "ANA"],
])("“%s” is called %s", (name, called) => expect(calledBy(name)).toBe(called));

test.each([
  "山田 太郎",
  "王 小明",
  "김 민수",
  "山田 Taro",
  "Анна Петрова",
  "Dr. Silva",
  "Frau Weber",
  "J. Silva",
  "NGUYEN Van An",
  "ana",
  "Lamps Ltd",
  "Lamps, Inc.",
  "Lamp Support",
  "Shop 24",
  "van der Berg",
])("“%s” is called in full, because a part of it may be the wrong one", (name) => expect(calledBy(name)).toBe(name));

test.each(["", "   ", "ana@example.org", '"ana@example.org"'])("“%s” is no name", (name) =>
  expect(calledBy(name)).toBe(""),
);

test("whatever stands there, what comes out is one line, not long, and in the name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
      const called = calledBy(name);
      expect(called.length).toBeLessThanOrEqual(80);
      expect(called).not.toMatch(/[\n\r]/);
      expect(name.replace(/["“”]/g, "").replace(/\s+/g, " ")).toContain(called);
    }),
  );
});
