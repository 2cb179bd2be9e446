/**
 * `npm run bench:blind`: holds the coach against the blind sets and prints how often it is right and how much it misses. `-- --write`
 * keeps the page in docs/coach/judged.md; `-- --list RULE` names the replies in which a rule was wrong or silent, but never any of the fifth set.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { wilson } from "../src/kit/index.ts";
import { type BlindReply, blindReplies, type SetName } from "./judge/blind-set.ts";
import { countAll, kappa } from "./judge/count.ts";

const LEVELS = ["gate", "nudge"] as const;
const LEVEL_HEAD = `| set | right | wrong | disputed | precision | if disputed were wrong | recall | near misses left alone | the readers' agreement (kappa) |
|---|---|---|---|---|---|---|---|---|`;
/** Kept as it was, whatever became of the rules since. */
const FIRST_RUN = `## The first runs
On the first set at b59e9e4, before any rule was changed:

${LEVEL_HEAD}
| all, gates | 15 | 2 | 0 | 0.882 (0.66–0.97) | 0.882 (0.66–0.97) | 0.138 (0.09–0.21) | 100 of 102 | 0.99 |
| all, nudges | 216 | 48 | 43 | 0.818 (0.77–0.86) | 0.704 (0.65–0.75) | 0.224 (0.20–0.25) | 487 of 494 | 0.87 |
| all, gates, of the three that are shown | 15 | 2 | 0 | 0.882 (0.66–0.97) | 0.882 (0.66–0.97) | 0.138 (0.09–0.21) | 100 of 102 | 0.99 |
| all, nudges, of the three that are shown | 199 | 45 | 41 | 0.816 (0.76–0.86) | 0.698 (0.64–0.75) | 0.206 (0.18–0.23) | 488 of 494 | 0.87 |

On the second set at 26f553c, when the rules had been mended on half of the first:

${LEVEL_HEAD}
| all, gates | 23 | 5 | 1 | 0.821 (0.64–0.92) | 0.793 (0.62–0.90) | 0.153 (0.10–0.22) | 244 of 248 | 1.00 |
| all, nudges | 221 | 112 | 63 | 0.664 (0.61–0.71) | 0.558 (0.51–0.61) | 0.325 (0.29–0.36) | 532 of 565 | 0.88 |

On the third set at e8409e6, when they had been mended on the first, and a part of the second was being read:

${LEVEL_HEAD}
| all, gates | 70 | 23 | 2 | 0.753 (0.66–0.83) | 0.737 (0.64–0.81) | 0.333 (0.27–0.40) | 377 of 393 | 0.99 |
| all, nudges | 233 | 86 | 53 | 0.730 (0.68–0.78) | 0.626 (0.58–0.67) | 0.431 (0.39–0.47) | 580 of 596 | 0.88 |

On the fourth set at 8db6c22, when they had been mended on the first three:

${LEVEL_HEAD}
| all, gates | 87 | 19 | 1 | 0.821 (0.74–0.88) | 0.813 (0.73–0.88) | 0.289 (0.24–0.34) | 716 of 733 | 1.00 |
| all, nudges | 262 | 54 | 52 | 0.829 (0.78–0.87) | 0.712 (0.66–0.76) | 0.328 (0.30–0.36) | 1246 of 1252 | 0.93 |
| all, gates, of the three that are shown | 82 | 18 | 1 | 0.820 (0.73–0.88) | 0.812 (0.72–0.88) | 0.272 (0.23–0.32) | 717 of 733 | 1.00 |
| all, nudges, of the three that are shown | 164 | 43 | 31 | 0.792 (0.73–0.84) | 0.689 (0.63–0.74) | 0.205 (0.18–0.23) | 1246 of 1252 | 0.93 |

On the fifth set at 7daaf5f, when the nudges had been mended on the first four, and the gates on the first three and a little of the fourth:

${LEVEL_HEAD}
| all, gates | 113 | 23 | 4 | 0.831 (0.76–0.88) | 0.807 (0.73–0.86) | 0.402 (0.35–0.46) | 658 of 675 | – |
| all, nudges | 314 | 50 | 63 | 0.863 (0.82–0.89) | 0.735 (0.69–0.77) | 0.371 (0.34–0.40) | 928 of 935 | – |
`;

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, list: { type: "string" } },
});

const all = blindReplies();
const only = (...sets: readonly SetName[]) => all.filter(({ set }) => sets.includes(set));

if (values.list !== undefined) {
  for (const { rule, wrongIn, missedIn } of countAll(only("first", "second", "third", "fourth"), "findings"))
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

Written by \`npm run bench:blind -- --write\` at ${commit}. The sets are in \`training/blind\`: ${all.length} replies in ${threads} threads.

Their writers and readers are **language models, not people**, and the two readers of a set are the same model: they agree more than two people
would. The writers knew the catalogue of the craft and no rule's code; the readers knew only \`training/blind/guide.md\`, and nothing of each other's
answers. The labels of each set were frozen before the coach was run on it for the first time, and have not been changed since.

The first **four** sets have served to mend the rules: what is counted on them says what the rules cover, not how they will do on a letter that
nobody has read. Of the **fifth** nobody who mends rules has read a line; how the coach does on it is the honest answer to how often it is right.

A finding is *right* where both readers saw the fault, *wrong* where neither saw anything, *disputed* where they did not agree or one called
it arguable. Precision is right ÷ (right + wrong), with Wilson's 95 % interval; the next column counts what is disputed as wrong. Recall
is right ÷ (right + missed), over faults that both readers saw. A near miss was written to look like the fault, and found fine by both.

## By level

${LEVEL_HEAD}
${LEVELS.map((level) => levelRow(`fifth, ${level}s`, level, only("fifth"), "findings")).join("\n")}
${LEVELS.map((level) => levelRow(`fifth, ${level}s, of the three that are shown`, level, only("fifth"), "shown")).join("\n")}
${LEVELS.map((level) => levelRow(`fourth, ${level}s`, level, only("fourth"), "findings")).join("\n")}
${LEVELS.map((level) => levelRow(`fourth, ${level}s, of the three that are shown`, level, only("fourth"), "shown")).join("\n")}
${LEVELS.map((level) => levelRow(`third, ${level}s`, level, only("third"), "findings")).join("\n")}
${LEVELS.map((level) => levelRow(`second, ${level}s`, level, only("second"), "findings")).join("\n")}
${LEVELS.map((level) => levelRow(`first, ${level}s`, level, only("first"), "findings")).join("\n")}

## By rule, on the first four sets

| rule | level | right | wrong | disputed | missed | near misses left alone | kappa |
|---|---|---|---|---|---|---|---|
${countAll(only("first", "second", "third", "fourth"), "findings")
  .map(
    (c) =>
      `| ${c.catalogue} [${c.rule}](${c.rule}.md) | ${c.level} | ${c.right} | ${c.wrong} | ${c.disputed} | ${c.missed} | ${c.nearMissesLeftAlone} of ${c.nearMisses} | ${kappa(only("first", "second", "third", "fourth"), [c.catalogue]).toFixed(2)} |`,
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

function share(part: number, of: number): string {
  const { low, high } = wilson(part, of);
  return of === 0 ? "–" : `${(part / of).toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
