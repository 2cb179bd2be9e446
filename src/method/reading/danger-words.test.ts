import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findDanger, unfitForAutomaticMail } from "./automatic-mail.ts";
import { dangersOf } from "./danger-words.ts";
import { scanWords } from "./scan-words.ts";
import { wordsOf } from "./word.ts";

test("every dangerous message of the automatic-mail test is still searched", () => {
  const source = readFileSync(new URL("./automatic-mail.test.ts", import.meta.url), "utf8");
  const cases = [...source.matchAll(/^ {2}\["([a-z-]+)", "(.+)"\],$/gm)];
  expect(cases.length).toBeGreaterThan(10);
  for (const [, reason, text] of cases) {
    const words = text as string;
    expect([words, findDanger(words, dangersOf(wordsOf(scanWords(words)))).map((found) => found.reason)]).toEqual([
      words,
      expect.arrayContaining([reason]),
    ]);
    expect(unfitForAutomaticMail(words)).toBe(reason);
  }
});

test("danger is pointed at", () => {
  const text = "Please cancel. I don't want to live any more.";
  const [found] = findDanger(text, -1);
  expect(text.slice(found?.start, found?.end)).toBe("don't want to live");
});
