import { expect, test } from "vitest";
import method from "../../../../docs/METHOD.md?raw";
import { review } from "../../../method/review/index.ts";
import { PRINCIPLES } from "../../../method/steps/index.ts";
import { coachWords } from "./en-coach.ts";
import { principleWords } from "./en-principles.ts";
import { readingWords } from "./en-reading.ts";
import { writingWords } from "./en-writing.ts";

test("the principles are told in the words of the method", () => {
  for (const id of PRINCIPLES) expect(method).toContain(`| \`${id}\` | ${principleWords[id]} |`);
});

test("what the coach says of itself passes the coach", () => {
  const atGate = Object.entries(writingWords).flatMap(([key, words]) => (key.startsWith("gate.") ? [words] : []));
  for (const words of [...Object.values(coachWords), ...Object.values(readingWords), ...atGate]) {
    const found = review({ thread: [], reply: words }).findings.filter(({ start, end }) => start < end);
    expect([words, found]).toEqual([words, []]);
  }
});
