import { expect, test } from "vitest";
import { wilson } from "./wilson.ts";

test("Wilson's interval is that of the published examples, and never leaves 0 to 1", () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  for (const [right, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    expect(wilson(right, of).low).toBeCloseTo(low, 4);
    expect(wilson(right, of).high).toBeCloseTo(high, 4);
  }
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});
