/**
 * `npm run bench:blind`: holds the coach against the blind set and prints how often it is right and how much it misses. `-- --write`
 * keeps the page in docs/coach/judged.md; `-- --list RULE` names the replies in which a rule was wrong or silent.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { blindReplies } from "./judge/blind-set.ts";
import { type Counted, countAll, kappa } from "./judge/count.ts";
import { wilson } from "./judge/wilson.ts";

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, list: { type: "string" } },
});

const replies = blindReplies();
const counts = countAll(replies, "findings");
const shown = countAll(replies, "shown");

if (values.list !== undefined) {
  for (const { rule, wrongIn, missedIn } of counts)
    if (rule === values.list) process.stdout.write(`wrong in ${wrongIn.join(" ")}\nmissed in ${missedIn.join(" ")}\n`);
} else {
  const page = pageOf();
  process.stdout.write(page);
  if (values.write) writeFileSync(new URL("../docs/coach/judged.md", import.meta.url), page);
}

function pageOf(): string {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const threads = new Set(replies.map(({ id }) => id.replace(/-\d+$/, ""))).size;
  return `# Right or silent

Written by \`npm run bench:blind -- --write\` at ${commit}. The set is \`training/blind\`: ${replies.length} replies in ${threads} threads.

Its writer and its two readers are **language models, not people**. The writer knew the catalogue of the craft and no rule's code;
the readers knew only \`training/blind/guide.md\` and each other's answers not at all. The labels were frozen before the coach was run on the set for the first
time. A finding is *right* where both readers saw the fault, *wrong* where neither saw anything, *disputed* where they did not agree
or one called it arguable. Precision is right ÷ (right + wrong), with Wilson's 95 % interval; the last column counts what is disputed as wrong.
Recall is right ÷ (right + missed), over faults that both readers saw. A near miss was written to look like the fault and was found fine by both.

## By level

| level | right | wrong | disputed | precision | if disputed were wrong | recall | near misses left alone | the readers' agreement (kappa) |
|---|---|---|---|---|---|---|---|---|
${["gate", "nudge"].map((level) => levelRow(level, counts)).join("\n")}

Of these a person is shown at most three at once:

| level | right | wrong | disputed | precision | if disputed were wrong | recall | near misses left alone | the readers' agreement (kappa) |
|---|---|---|---|---|---|---|---|---|
${["gate", "nudge"].map((level) => levelRow(level, shown)).join("\n")}

## By rule

| rule | level | right | wrong | disputed | missed | near misses left alone | kappa |
|---|---|---|---|---|---|---|---|
${counts
  .map(
    (c) =>
      `| ${c.catalogue} [${c.rule}](${c.rule}.md) | ${c.level} | ${c.right} | ${c.wrong} | ${c.disputed} | ${c.missed} | ${c.nearMissesLeftAlone} of ${c.nearMisses} | ${kappa(replies, [c.catalogue]).toFixed(2)} |`,
  )
  .join("\n")}
`;
}

function levelRow(level: string, from: readonly Counted[]): string {
  const of = from.filter((count) => count.level === level);
  const sum = (key: "right" | "wrong" | "disputed" | "missed" | "nearMisses" | "nearMissesLeftAlone") =>
    of.reduce((total, count) => total + count[key], 0);
  const agreement = kappa(
    replies,
    of.map(({ catalogue }) => catalogue),
  );
  return `| ${level} | ${sum("right")} | ${sum("wrong")} | ${sum("disputed")} | ${share(sum("right"), sum("right") + sum("wrong"))} | ${share(sum("right"), sum("right") + sum("wrong") + sum("disputed"))} | ${share(sum("right"), sum("right") + sum("missed"))} | ${sum("nearMissesLeftAlone")} of ${sum("nearMisses")} | ${agreement.toFixed(2)} |`;
}

function share(part: number, of: number): string {
  const { low, high } = wilson(part, of);
  return of === 0 ? "–" : `${(part / of).toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
