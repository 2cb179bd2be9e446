/** The blind sets: replies that nobody who knew the rules wrote or labelled, and what two readers said of each. */
import { readFileSync } from "node:fs";
import type { ReviewInput } from "../../src/method/review/index.ts";

const FOLDER = new URL("../../training/blind/", import.meta.url);

/** The first four have served to mend the rules. Of the fifth only the counts have been looked at. */
export const SETS = ["first", "second", "third", "fourth", "fifth"] as const;
export type SetName = (typeof SETS)[number];

export interface BlindReply {
  readonly id: string;
  readonly set: SetName;
  readonly input: ReviewInput;
}

/** What one reader said of one reply. A question that stands in neither list is "fine". */
export interface ReaderLabel {
  readonly id: string;
  readonly faults: readonly string[];
  readonly arguable: readonly string[];
}

/** What its writer meant it to be, before anybody read it: kept beside the labels, never part of them. */
export interface Intention {
  readonly id: string;
  readonly fault: readonly string[];
  readonly near: readonly string[];
}

type Given = Omit<ReviewInput, "thread" | "reply">;

/** What is given stands with the thread, for all of its replies, or with one reply. */
interface Line extends Given {
  readonly id: string;
  readonly trade: string;
  readonly thread: ReviewInput["thread"];
  readonly replies: readonly (Given & { readonly id: string; readonly text: string })[];
}

const linesOf = <T>(set: SetName, name: string): T[] =>
  readFileSync(new URL(`${set}/${name}`, FOLDER), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const linesOfAll = <T>(name: string): T[] => SETS.flatMap((set) => linesOf<T>(set, name));

export const blindReplies = (): BlindReply[] => SETS.flatMap(repliesOf);

const repliesOf = (set: SetName): BlindReply[] =>
  linesOf<Line>(set, "threads.jsonl").flatMap(({ id: _, trade: __, thread, replies, ...ofAll }) =>
    replies.map(({ id, text, ...own }) => {
      const { limits, approved, ...given } = { ...ofAll, ...own };
      return {
        id,
        set,
        input: { thread, reply: text, limits: inNumbers(limits), approved: inNumbers(approved), ...given },
      };
    }),
  );

/** Sums are written as decimals; the command line reads them as numbers too. */
const inNumbers = <T extends { readonly amount?: number | undefined }>(sums: readonly T[] | undefined) =>
  sums?.map((sum) => (sum.amount === undefined ? sum : { ...sum, amount: Number(sum.amount) }));

const byId = <T extends { readonly id: string }>(lines: readonly T[]): ReadonlyMap<string, T> =>
  new Map(lines.map((line) => [line.id, line]));

export const readers = (): readonly [ReadonlyMap<string, ReaderLabel>, ReadonlyMap<string, ReaderLabel>] => [
  byId(linesOfAll<ReaderLabel>("labels-one.jsonl")),
  byId(linesOfAll<ReaderLabel>("labels-two.jsonl")),
];

export const intentions = (): ReadonlyMap<string, Intention> => byId(linesOfAll<Intention>("intentions.jsonl"));
