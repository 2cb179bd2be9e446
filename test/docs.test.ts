/** The generated pages say what the code says. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { USING, withTrueExamples } from "../scripts/docs-using.ts";
import { read, review } from "../src/coach.ts";
import { describeSettings } from "../src/platform/config/index.ts";

test("docs/config.md is the list that `heard config describe` prints; `npm run docs` writes it", () => {
  expect(readFileSync("docs/config.md", "utf8")).toBe(describeSettings());
});

test("what docs/coach/using.md shows of the command line is what it answers; `npm run docs` writes it", async () => {
  const page = readFileSync(USING, "utf8");
  expect(await withTrueExamples(page)).toBe(page);
  expect(page.match(/```sh\nheard/g)).toHaveLength(3);
});

test("what it shows of the library is what that says", () => {
  expect(read("I am furious, order 44170 never came.").feelings[0]?.feeling).toBe("angry");
  const { findings } = review({
    thread: [{ from: "customer", text: "Order 44170 never came." }],
    reply: "Order 44710 leaves the depot today.",
  });
  expect(findings[0]?.rule).toBe("wrong-detail");
});
