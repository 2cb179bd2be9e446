import { expect, test } from "vitest";
import { sayWhatWasNotRun } from "./not-run.ts";

test("what was not run is told by its reason, file by file, whether a test or what it stands in gave the reason", () => {
  expect(
    sayWhatWasNotRun([
      { file: "a.test.ts", name: "in a browser (not run: Chromium is not installed) > opens", note: undefined },
      { file: "a.test.ts", name: "in a browser (not run: Chromium is not installed) > closes", note: undefined },
      { file: "b.test.ts", name: "is fetched", note: "not run: Dovecot is not installed" },
      { file: "c.test.ts", name: "on a full disk", note: undefined },
    ]),
  ).toEqual([
    "NOT RUN: 4 tests",
    "  Chromium is not installed:",
    "    a.test.ts (2 tests)",
    "  Dovecot is not installed:",
    "    b.test.ts (1 test)",
    "  it does not fit this machine or its user, or was left out by hand:",
    "    c.test.ts (1 test)",
  ]);
});

test("a run that left nothing out says nothing", () => {
  expect(sayWhatWasNotRun([])).toEqual([]);
});
