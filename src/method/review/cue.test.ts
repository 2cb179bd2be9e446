/** A cue finds exactly what the expression that it is made of finds, on texts that hold what it needs and on others. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Cue } from "./cue.ts";
import { MOVES } from "./moves/find-moves.ts";
import { neededIn } from "./needed-words.ts";
import { RULES } from "./rules/index.ts";

const CUES = MOVES.flatMap(({ cues }) => cues.map(([, cue]) => cue));
const SENTENCES = [
  ...MOVES.flatMap(({ examples }) =>
    [...examples.is, ...examples.isNot].map((one) => (typeof one === "string" ? one : one[1])),
  ),
  ...RULES.flatMap(({ examples }) =>
    [...examples.flags, ...examples.passes].map((one) => (typeof one === "string" ? one : one.reply)),
  ),
];
const WORDS = SENTENCES.flatMap((sentence) => sentence.split(" "));

const placesOf = (words: RegExp, text: string): (readonly [number, string])[] => {
  const found: (readonly [number, string])[] = [];
  words.lastIndex = 0;
  for (let match = words.exec(text); match !== null; match = words.global ? words.exec(text) : null) {
    found.push([match.index, match[0]]);
    if (match[0] === "") words.lastIndex += 1;
  }
  return found;
};

/** All of them are made before the first is asked, as they are where the program is loaded. */
const PAIRS = CUES.flatMap(({ source }) => {
  const [, before, alternatives = "", behind] = /^(\(\?<!.*?\))\(\?:(.*)\)(\(\?!\\w\))$/s.exec(source) ?? [];
  return ["", "g"].map((flags) => ({
    cue: new Cue(alternatives, flags, before, behind),
    ordinary: new RegExp(source, flags),
  }));
});

test("every cue finds the same as its expression in any words of the examples, each time it is asked", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), (words) => {
      const text = words.join(" ").toLowerCase();
      for (const { cue, ordinary } of PAIRS) {
        const wanted = placesOf(ordinary, text);
        for (const time of ["first", "again"]) expect(placesOf(cue, text), `${ordinary} ${time}`).toEqual(wanted);
      }
    }),
  );
});

test("of two wordings in one place the one that is written first is found, and of two places the first", () => {
  const cue = new Cue("sent|sent it back|we", "", "(?<![\\w'])", "(?!\\w)");
  expect(cue.exec("so we sent it back")?.[0]).toBe("we");
  expect(new Cue("sent|sent it back", "").exec("they sent it back")?.[0]).toBe("sent");
  expect(new Cue("sent it back|sent", "").exec("they sent it back")?.[0]).toBe("sent it back");
});

test("matchAll and replace go through all places, and what is captured keeps its number", () => {
  const cue = new Cue("(one) lamp|(two|three) (lamps)", "g");
  expect([..."one lamp and three lamps".matchAll(cue)].map((match) => [...match])).toEqual([
    ["one lamp", "one", undefined, undefined],
    ["three lamps", undefined, "three", "lamps"],
  ]);
  expect("one lamp, two lamps".replace(cue, "-")).toBe("-, -");
  expect("one lamp, two lamps".match(cue)).toEqual(["one lamp", "two lamps"]);
});

test.each([
  ["(?<![\\w'])(?:sorry|we (?:are|were) late)(?!\\w)", [" sorry ", " we are late ", " we were late "]],
  ["(?<![\\w'])(?:refund\\w*)(?!\\w)", [" refund"]],
  ["(?<![\\w'])(?:i (?:\\w+ )?guarantee)(?!\\w)", [" guarantee "]],
  ["\\b(?:don't|do not) worry\\b", [" don t worry ", " do not worry "]],
  ["[1-9]\\d* lamps", [" lamps"]],
  ["an? (?:oak|beech) table$", [" oak table ", " beech table "]],
  ["colou?rs? of it,? please", [" of it "]],
])("%s needs one of %j", (source, words) => {
  expect([...(neededIn(source) ?? [])].toSorted()).toEqual(words.toSorted());
});

test.each([
  "\\w+ing|.{3,9}",
  "(a|the) \\1",
  "refund|[a-z]*",
  "\\p{Lu}\\w+",
  "pre[^.]*fund",
  "(?:lamp)?",
  "[\\w-]+lamp",
])("%s may be found in any text", (source) => {
  expect(neededIn(source)).toBeUndefined();
});
