/** Marks in search results. */
import { expect, test } from "vitest";
import { markedPieces } from "./marked-pieces.ts";

test("what matched is marked, and markup in a mail stays text", () => {
  expect(markedPieces("a \u0002lamp\u0003 <b>x</b>")).toEqual([
    { text: "a ", marked: false },
    { text: "lamp", marked: true },
    { text: " <b>x</b>", marked: false },
  ]);
});

test("a mark that was cut off at the end is still a mark", () => {
  expect(markedPieces("the \u0002birthd")).toEqual([
    { text: "the ", marked: false },
    { text: "birthd", marked: true },
  ]);
});
