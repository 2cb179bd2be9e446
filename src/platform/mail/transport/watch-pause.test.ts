import fc from "fast-check";
import { expect, test } from "vitest";
import { growingPause } from "./watch-pause.ts";

test("the pause doubles from a second to five minutes and stays there", () => {
  const pause = growingPause(() => 0.5);
  expect([1, 2, 3, 4].map((failures) => pause(failures, "connect"))).toEqual([1000, 2000, 4000, 8000]);
  expect(pause(50, "connect")).toBe(300_000);
});

test("after a refused sign-in it is at least three quarters of a minute, so that no provider locks the account", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, chance) => {
      expect(growingPause(() => chance)(failures, "login")).toBeGreaterThanOrEqual(45_000);
    }),
  );
});

test("it is spread by a quarter either way, never negative, never beyond reason", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, chance) => {
      const ms = growingPause(() => chance)(failures, "timeout");
      expect(ms).toBeGreaterThanOrEqual(750);
      expect(ms).toBeLessThanOrEqual(375_000);
    }),
  );
});
