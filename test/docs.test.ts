/** The generated pages say what the code says. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeSettings } from "../src/platform/config/index.ts";

test("docs/config.md is the list that `heard config describe` prints; `npm run docs` writes it", () => {
  expect(readFileSync("docs/config.md", "utf8")).toBe(describeSettings());
});
