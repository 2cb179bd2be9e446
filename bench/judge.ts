/**
 * `npm run bench:blind`: holds the coach against the blind set and prints how often it is right and how much it misses. `-- --write`
 * keeps the page in docs/coach/judged.md; `-- --list RULE` names the replies in which a rule was wrong or silent.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type BlindReply, blindReplies } from "./judge/blind-set.ts";
import { countAll, kappa } from "./judge/count.ts";
import { wilson } from "./judge/wilson.ts";

const LEVELS = ["gate", "nudge"] as const;
const LEVEL_HEAD = `| set | right | wrong | disputed | precision | if disputed were wrong | recall | near misses left alone | the readers' agreement (kappa) |
|---|---|---|---|---|---|---|---|---|`;
/** Kept as it was, whatever became of the rules since. */
const FIRST_RUN = `## The first run
At b59e9e4, on all replies, before any rule was changed:

${LEVEL_HEAD}
| all, gates | 15 | 2 | 0 | 0.882 (0.66–0.97) | 0.882 (0.66–0.97) | 0.138 (0.09–0.21) | 100 of 102 | 0.99 |
| all, nudges | 216 | 48 | 43 | 0.818 (0.77–0.86) | 0.704 (0.65–0.75) | 0.224 (0.20–0.25) | 487 of 494 | 0.87 |
| all, gates, of the three that are shown | 15 | 2 | 0 | 0.882 (0.66–0.97) | 0.882 (0.66–0.97) | 0.138 (0.09–0.21) | 100 of 102 | 0.99 |
| all, nudges, of the three that are shown | 199 | 45 | 41 | 0.816 (0.76–0.86) | 0.698 (0.64–0.75) | 0.206 (0.18–0.23) | 488 of 494 | 0.87 |
`;

/** Right, wrong, disputed, missed. */
const UNREAD: ReadonlyArray<
  readonly [what: string, level: string, right: number, wrong: number, disputed: number, missed: number]
> = [
  ["at 9b0cce8, threads of even numbers", "gates", 16, 2, 0, 40],
  ["at 9b0cce8, threads of even numbers", "nudges", 134, 33, 43, 331],
  ["at aa0a5d9, threads of even numbers", "gates", 16, 2, 0, 40],
  ["at aa0a5d9, threads of even numbers", "nudges", 161, 34, 48, 303],
  ["at aa0a5d9, every fourth thread", "gates", 7, 0, 0, 28],
  ["at aa0a5d9, every fourth thread", "nudges", 82, 24, 21, 154],
  ["at 165317e, every fourth thread, the others read", "gates", 11, 1, 1, 24],
  ["at 165317e, every fourth thread, the others read", "nudges", 123, 31, 35, 113],
];

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, list: { type: "string" } },
});

const all = blindReplies();

if (values.list !== undefined) {
  for (const { rule, wrongIn, missedIn } of countAll(all, "findings"))
    if (rule === values.list) process.stdout.write(`wrong in ${wrongIn.join(" ")}\nmissed in ${missedIn.join(" ")}\n`);
} else {
  const page = pageOf();
  process.stdout.write(page);
  if (values.write) writeFileSync(new URL("../docs/coach/judged.md", import.meta.url), page);
}

function pageOf(): string {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const threads = new Set(all.map(({ id }) => id.replace(/-\d+$/, ""))).size;
  return `# Right or silent

Written by \`npm run bench:blind -- --write\` at ${commit}. The set is \`training/blind\`: ${all.length} replies in ${threads} threads.

Its writer and its two readers are **language models, not people**. The writer knew the catalogue of the craft and no rule's code;
the readers knew only \`training/blind/guide.md\`, and nothing of each other's answers. The labels were frozen before the coach was run on the
set for the first time, and have not been changed since. After that first run, whose result stands at the end, the threads of odd
numbers served to mend the rules, and later those of even numbers, too. So what is counted here on all of them is what the rules have
been mended on: it says what they cover, not how they will do on a letter that nobody has read. What they did on threads that had not been
read when they were counted stands below it.

A finding is *right* where both readers saw the fault, *wrong* where neither saw anything, *disputed* where they did not agree or one called
it arguable. Precision is right ÷ (right + wrong), with Wilson's 95 % interval; the next column counts what is disputed as wrong. Recall
is right ÷ (right + missed), over faults that both readers saw. A near miss was written to look like the fault, and found fine by both.

## By level

${LEVEL_HEAD}
${LEVELS.map((level) => levelRow(`all, ${level}s`, level, all, "findings")).join("\n")}
${LEVELS.map((level) => levelRow(`all, ${level}s, of the three that are shown`, level, all, "shown")).join("\n")}

## On threads that had not been read

Counted before anybody who mends the rules had looked at them, and never again afterwards.

| when and on which | level | right | wrong | disputed | missed | precision | recall |
|---|---|---|---|---|---|---|---|
${UNREAD.map((row) => unreadRow(...row)).join("\n")}

## By rule, on all

| rule | level | right | wrong | disputed | missed | near misses left alone | kappa |
|---|---|---|---|---|---|---|---|
${countAll(all, "findings")
  .map(
    (c) =>
      `| ${c.catalogue} [${c.rule}](${c.rule}.md) | ${c.level} | ${c.right} | ${c.wrong} | ${c.disputed} | ${c.missed} | ${c.nearMissesLeftAlone} of ${c.nearMisses} | ${kappa(all, [c.catalogue]).toFixed(2)} |`,
  )
  .join("\n")}

${FIRST_RUN}`;
}

function levelRow(name: string, level: string, replies: readonly BlindReply[], speaks: "findings" | "shown"): string {
  const of = countAll(replies, speaks).filter((count) => count.level === level);
  const sum = (key: "right" | "wrong" | "disputed" | "missed" | "nearMisses" | "nearMissesLeftAlone") =>
    of.reduce((total, count) => total + count[key], 0);
  const agreement = kappa(
    replies,
    of.map(({ catalogue }) => catalogue),
  );
  const fired = sum("right") + sum("wrong");
  return `| ${name} | ${sum("right")} | ${sum("wrong")} | ${sum("disputed")} | ${share(sum("right"), fired)} | ${share(sum("right"), fired + sum("disputed"))} | ${share(sum("right"), sum("right") + sum("missed"))} | ${sum("nearMissesLeftAlone")} of ${sum("nearMisses")} | ${agreement.toFixed(2)} |`;
}

function unreadRow(
  what: string,
  level: string,
  right: number,
  wrong: number,
  disputed: number,
  missed: number,
): string {
  return `| ${what} | ${level} | ${right} | ${wrong} | ${disputed} | ${missed} | ${share(right, right + wrong)} | ${share(right, right + missed)} |`;
}

function share(part: number, of: number): string {
  const { low, high } = wilson(part, of);
  return of === 0 ? "–" : `${(part / of).toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
