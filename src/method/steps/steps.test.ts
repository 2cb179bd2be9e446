import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PRINCIPLES } from "./principle.ts";
import { STEPS, stepOfPrinciple } from "./step.ts";

const method = readFileSync(new URL("../../../docs/METHOD.md", import.meta.url), "utf8");

test("the principles in code are those of the method, in its order", () => {
  const written = [...method.matchAll(/^\| `([a-z]+\.[a-z]+)` \|/gm)].map(([, id]) => id);
  expect([...PRINCIPLES]).toEqual(written);
});

test("the six steps are those of the method, in its order", () => {
  const written = [...method.matchAll(/^\| \*\*(\d) (\w+)\*\* \|/gm)].map(([, , name]) => name?.toLowerCase());
  expect([...STEPS]).toEqual(written);
});

test("a principle of listening belongs to Listen, one of attitude to no single step", () => {
  expect(stepOfPrinciple("listen.unsaid")).toBe("listen");
  expect(stepOfPrinciple("expect.timeline")).toBe("provide");
  expect(stepOfPrinciple("attitude.positive")).toBeUndefined();
});
