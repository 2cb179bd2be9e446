/** Links in plain text, from strangers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkify } from "./linkify.ts";

const links = (text: string): string[] => linkify(text).flatMap((piece) => piece.href ?? []);

describe("links in plain text", () => {
  test.each([
    ["see https://example.org/a?b=1.", ["https://example.org/a?b=1"]],
    ["(https://example.org/wiki/Lamp_(light))", ["https://example.org/wiki/Lamp_(light)"]],
    ["www.example.org, please", ["https://www.example.org/"]],
    ["write to ana@example.org!", ["mailto:ana@example.org"]],
    ["<https://example.org>", ["https://example.org/"]],
  ])("in “%s”", (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "java\u0000script:x"])(
    "“%s” stays text",
    (text) => {
      expect(links(text)).toEqual([]);
    },
  );

  test("nothing of the text is lost or added, and every link is http, https or mailto", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const pieces = linkify(`https://x.example ${text} a@b.example ${text}`);
        expect(pieces.map((piece) => piece.text).join("")).toBe(`https://x.example ${text} a@b.example ${text}`);
        for (const { href } of pieces) expect(href === undefined || /^(?:https?|mailto):/.test(href)).toBe(true);
      }),
    );
  });

  test("a hundred thousand characters without a space are read in one pass", () => {
    const hostile = "a.".repeat(50_000) + "@".repeat(1_000);
    expect(
      linkify(hostile)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(hostile);
    expect(links(`https://x.example/${")".repeat(100_000)}`)).toEqual(["https://x.example/"]);
  });
});
