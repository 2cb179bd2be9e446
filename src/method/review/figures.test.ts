import { describe, expect, test } from "vitest";
import { figuresIn, keyOf } from "./figures.ts";
import { plain } from "./pattern.ts";

const keys = (text: string) => figuresIn(plain(text)).map(keyOf);

describe("the checkable things of a text", () => {
  test.each([
    ["I paid €1.192,50 for it", ["amount:1192.5:EUR"]],
    ["I paid $1,192.50 for it", ["amount:1192.5:USD"]],
    ["42.80 euros and 10%", ["amount:42.8:EUR", "amount:10:%"]],
    ["order 4417 and invoice no. INV-2041", ["identifier:4417", "identifier:inv2041"]],
    ["on 3 March at 16:00", ["day:3", "time:16:0"]],
    ["March 3rd, 2026 at 4pm", ["day:3", "time:16:0"]],
    ["2026-03-03 or 13.03.2026", ["day:3", "day:13"]],
    ["next Tuesday before noon", ["day:w2", "time:12:0"]],
    ["within 3 business days", ["day:+3"]],
    ["I rang at 9 and by 5", ["time:9:0", "time:17:0"]],
    ["tracking number 1Z999AA10123456784", ["identifier:1z999aa10123456784"]],
  ])("%s", (text, expected) => expect(keys(text)).toEqual(expected));

  test.each([
    "I have 3 lamps",
    "version 2.4.1",
    "at 10 people",
    "call 0800 123",
    "the second lamp",
    "I may come",
    "by 3 days",
  ])("none in: %s", (text) => expect(keys(text)).toEqual([]));
});
