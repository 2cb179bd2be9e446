import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("works once for each wording, and forgets rather than growing without end", () => {
  const asked: string[] = [];
  const lengthOf = remembered((words) => {
    asked.push(words);
    return words.length;
  });
  expect([lengthOf("one"), lengthOf("three"), lengthOf("one")]).toEqual([3, 5, 3]);
  expect(asked).toEqual(["one", "three"]);
  for (let many = 0; many < 2_000; many += 1) lengthOf(`${many}`);
  expect(lengthOf("one")).toBe(3);
  expect(asked.filter((words) => words === "one")).toHaveLength(2);
});
