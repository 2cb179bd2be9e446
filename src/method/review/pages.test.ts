import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coachPages } from "./pages.ts";

test("the pages about the coach are the ones that its rules write (npm run docs)", () => {
  const folder = new URL("../../../docs/coach/", import.meta.url);
  for (const [name, page] of coachPages())
    expect([name, readFileSync(new URL(name, folder), "utf8") === page]).toEqual([name, true]);
});
