import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PRINCIPLES } from "../../steps/index.ts";
import { draftOf } from "../draft.ts";
import { MOVES, type MoveScorer } from "./find-moves.ts";
import type { MoveExample } from "./move.ts";

const movesOf = (example: MoveExample) => {
  const [customer, reply] = typeof example === "string" ? [undefined, example] : example;
  const thread = customer === undefined ? [] : [{ from: "customer" as const, text: customer }];
  return draftOf({ thread, reply }).moves.map(({ move }) => move);
};

test("every file in moves/ is one move, named like its id, and its principle exists", () => {
  const others = ["find-moves.ts", "move.ts", "moves.test.ts"];
  const files = readdirSync(new URL(".", import.meta.url)).filter((file) => !others.includes(file));
  expect(files.sort()).toEqual(MOVES.map(({ id }) => `${id}.ts`).sort());
  for (const { principle } of MOVES) expect(PRINCIPLES).toContain(principle);
});

describe.each(MOVES)("$id", (move) => {
  test.each([...move.examples.is])("is one: %s", (...example) => {
    expect(movesOf(example.length > 1 ? (example as unknown as MoveExample) : (example[0] as MoveExample))).toContain(
      move.id,
    );
  });
  test.each([...move.examples.isNot])("is none: %s", (...example) => {
    expect(
      movesOf(example.length > 1 ? (example as unknown as MoveExample) : (example[0] as MoveExample)),
    ).not.toContain(move.id);
  });
});

test("a letter about another customer's matter loses what was specific in it, and keeps its apology", () => {
  const reply =
    "Dear Ana,\n\nI'm sorry about this. You took a day off for the sofa and nobody came. I've booked Thursday 9:00 for the sofa.";
  const theirs = draftOf({
    thread: [{ from: "customer", text: "I took a day off for the sofa and nobody came. Where is it?" }],
    reply,
  });
  const others = draftOf({ thread: [{ from: "customer", text: "My login code never arrives on my phone." }], reply });
  expect(theirs.doing("reflect").length).toBe(1);
  expect(others.doing("reflect")).toEqual([]);
  expect(others.doing("apologise").length).toBe(1);
});

test("a learned scorer hears what the cues say, and what it says stands in their place", async () => {
  const { findMoves } = await import("./find-moves.ts");
  const { sentences } = draftOf({ thread: [], reply: "I'm sorry. The lamp left our shop on Monday." });
  const movesBy = (scorer?: MoveScorer) =>
    findMoves(sentences, undefined, [], scorer).map(({ move, sentence }) => `${sentence} ${move}`);
  expect(movesBy()).toContain("0 apologise");
  expect(movesBy(() => ({}))).toEqual(movesBy());
  expect(movesBy(({ place, of }) => (place === of - 1 ? { relate: 0.7 } : {}))).toContain("1 relate");
  expect(movesBy(({ cued }) => ({ apologise: 1 - (cued.apologise ?? 0) }))).toContain("1 apologise");
  expect(movesBy(({ cued }) => ({ apologise: 1 - (cued.apologise ?? 0) }))).not.toContain("0 apologise");
});
