import { readdirSync, readFileSync } from "node:fs";
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

test("the words that a danger needs are in every text of our own that it is found in", () => {
  const folder = new URL("../../../training/own/", import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line).message as string);
  let found = 0;
  for (const text of texts) {
    const all = findDanger(text);
    expect([text, findDanger(text, dangersOf(wordsOf(scanWords(text))))]).toEqual([text, all]);
    found += all.length;
  }
  expect(found).toBeGreaterThan(10);
});

test("danger is pointed at", () => {
  const text = "Please cancel. I don't want to live any more.";
  const [found] = findDanger(text);
  expect(text.slice(found?.start, found?.end)).toBe("don't want to live");
});
