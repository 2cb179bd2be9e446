/** Holds the project's own labelled data to what README.md beside it says: shape, words used, counts. Judges no label. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FEELINGS, SIGNALS, SITUATIONS } from "../../src/method/reading/index.ts";
import { MOVE_NAMES } from "../../src/method/review/index.ts";

interface Sentence {
  readonly text: string;
  readonly moves: readonly string[];
}

interface Conversation {
  readonly id: string;
  readonly trade: string;
  readonly situation: string;
  readonly feelings: readonly { readonly feeling: string; readonly intensity: number }[];
  readonly signals: readonly string[];
  readonly message: string;
  readonly replies: readonly { readonly quality: string; readonly sentences: readonly Sentence[] }[];
}

const conversations = readdirSync(import.meta.dirname)
  .filter((name) => /^conversations-\d\d\.jsonl$/.test(name))
  .toSorted()
  .flatMap((name) =>
    readFileSync(`${import.meta.dirname}/${name}`, "utf8")
      .trimEnd()
      .split("\n"),
  )
  .map((line) => JSON.parse(line) as Conversation);
const sentences = conversations.flatMap(({ replies }) => replies.flatMap((reply) => reply.sentences));

const foreign = (used: Iterable<string>, known: readonly string[]) =>
  [...new Set(used)].filter((name) => !known.includes(name));
const rarerThan = (least: number, names: readonly string[], used: readonly string[]) =>
  names.filter((name) => used.filter((one) => one === name).length < least);

test("every conversation has an id of its own, a message, feelings and at least two replies", () => {
  expect(new Set(conversations.map(({ id }) => id)).size).toBe(conversations.length);
  expect(new Set(conversations.map(({ message }) => message)).size).toBe(conversations.length);
  const misshapen = conversations.filter(
    ({ id, trade, message, feelings, replies }) =>
      !/^own-\d{4}$/.test(id) ||
      trade === "" ||
      message !== message.trim() ||
      message === "" ||
      feelings.length === 0 ||
      replies.length < 2 ||
      replies.some((reply) => reply.sentences.length === 0),
  );
  expect(misshapen.map(({ id }) => id)).toEqual([]);
});

test("labels are words of the product, each named once, with intensities above 0 and up to 1", () => {
  const feelings = conversations.flatMap((one) => one.feelings);
  expect(
    foreign(
      feelings.map(({ feeling }) => feeling),
      FEELINGS,
    ),
  ).toEqual([]);
  expect(feelings.filter(({ intensity }) => !(intensity > 0 && intensity <= 1))).toEqual([]);
  expect(
    foreign(
      conversations.map(({ situation }) => situation),
      SITUATIONS,
    ),
  ).toEqual([]);
  expect(
    foreign(
      conversations.flatMap(({ signals }) => signals),
      SIGNALS,
    ),
  ).toEqual([]);
  expect(
    foreign(
      sentences.flatMap(({ moves }) => moves),
      MOVE_NAMES,
    ),
  ).toEqual([]);
  expect(
    foreign(
      conversations.flatMap(({ replies }) => replies.map(({ quality }) => quality)),
      ["good", "middling", "bad"],
    ),
  ).toEqual([]);
  expect(sentences.filter(({ text, moves }) => text.trim() === "" || new Set(moves).size < moves.length)).toEqual([]);
});

test("there are at least 1,200 labelled sentences, and none is repeated until it drowns the others", () => {
  expect(sentences.length).toBeGreaterThanOrEqual(1200);
  const times = new Map<string, number>();
  for (const { text } of sentences) times.set(text, (times.get(text) ?? 0) + 1);
  const greetingsAside = [...times].filter(([text, n]) => n > 8 && text.split(" ").length > 2);
  expect(greetingsAside).toEqual([]);
});

test("every move, feeling and situation has enough examples to learn from", () => {
  expect(
    rarerThan(
      25,
      MOVE_NAMES,
      sentences.flatMap(({ moves }) => moves),
    ),
  ).toEqual([]);
  expect(
    rarerThan(
      10,
      FEELINGS,
      conversations.flatMap((one) => one.feelings.map(({ feeling }) => feeling)),
    ),
  ).toEqual([]);
  expect(
    rarerThan(
      5,
      SITUATIONS,
      conversations.map(({ situation }) => situation),
    ),
  ).toEqual([]);
});
