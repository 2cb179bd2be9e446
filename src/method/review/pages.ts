/** The pages about the coach, written from the rules themselves: one per rule, an index by step and one by source. Text only; a script puts them on the disk. */

import { SOURCES, type SourceKey } from "../sources/index.ts";
import { STEPS } from "../steps/index.ts";
import { MOVES } from "./moves/find-moves.ts";
import type { Example, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

const LEVEL_SAID = {
  gate: "Gate: stops before sending and asks for a reason.",
  nudge: "Nudge: a hint in place; never in the way.",
  note: "Note: kept for the writer's own statistics, not shown while writing.",
  praise: "Praise: rare, and meant.",
} as const;
const GRADE_SAID = { A: "strong", B: "moderate", C: "custom", L: "law or duty" } as const;
const NEED_SAID: Readonly<Record<string, string>> = {
  customer: "what the customer wrote",
  limits: "the writer's limits",
  promises: "the promises made so far",
  rights: "where the customer is and when they ordered",
  name: "the customer's name",
  at: "the time of writing",
  macros: "ready-made texts or earlier replies",
  options: "the options of the playbook",
};

const marked = (text: string): string =>
  text
    .replaceAll("[[]]", "‸")
    .replace(/\[\[(\s*)([\s\S]*?)(\s*)\]\]/g, "$1**$2**$3")
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");

const shown = (example: Example): string => {
  if (typeof example === "string") return marked(example);
  return example.customer === undefined
    ? marked(example.reply)
    : `${marked(`*${example.customer}*`)}\n>\n${marked(example.reply)}`;
};

const list = (title: string, examples: readonly Example[] | undefined): string[] =>
  examples === undefined || examples.length === 0 ? [] : [`## ${title}`, ...examples.map(shown)];

function rulePage(rule: Rule): string {
  const cites = rule.cites.map((key) => {
    const { title, where, grade, shows } = SOURCES[key];
    return `- ${title}. ${where} (${grade}, ${GRADE_SAID[grade]}). ${shows}`;
  });
  return page([
    `# ${rule.id}`,
    `${LEVEL_SAID[rule.level]} Step: ${rule.step}. Principle: \`${rule.principle}\`. Catalogue: ${rule.catalogue}.`,
    `**${rule.see}** ${rule.why} ${rule.do}`,
    ...(rule.needs === undefined
      ? []
      : [
          `It looks only where it knows ${rule.needs.map((need) => NEED_SAID[need]).join(" and ")}; otherwise it is silent.`,
        ]),
    ...list("Points at", rule.examples.flags),
    ...list("Lets pass", rule.examples.passes),
    ...list("Known to miss", rule.examples.misses),
    "## Why we believe it",
    cites.join("\n"),
  ]);
}

const page = (blocks: readonly string[]): string => `${blocks.join("\n\n")}\n`;
const linked = ({ id, level, see }: Rule): string => `- [${id}](${id}.md) (${level}): ${see}`;

function stepPage(): string {
  return page([
    "# What the coach looks for, by step",
    "Each rule is one file with its reason, its source and its examples; these pages are written from them. In examples the customer's words stand in italics, what a rule points at in bold, and ‸ marks a place where something is missing.",
    ...STEPS.flatMap((step) => [
      `## ${step}`,
      RULES.filter((rule) => rule.step === step)
        .map(linked)
        .join("\n"),
    ]),
    "## Moves",
    "What a sentence of a reply can do. A sentence may do several.",
    MOVES.map(({ id, means }) => `- *${id}*: ${means}`).join("\n"),
    "See also [by source](sources.md).",
  ]);
}

function sourcePage(): string {
  const keys = Object.keys(SOURCES) as SourceKey[];
  return page([
    "# What the coach believes, by source",
    "A: several studies with service data. B: one solid one, or a neighbouring field. C: custom or analogy. L: law, safety, plain accuracy. Most studies were read as abstracts.",
    ...keys.flatMap((key) => {
      const { title, where, grade, shows } = SOURCES[key];
      const rules = RULES.filter(({ cites }) => cites.some((cited) => cited === key));
      return [
        `## ${title}`,
        `${where}. Grade ${grade}. ${shows}`,
        rules.map(({ id }) => `[${id}](${id}.md)`).join(", "),
      ];
    }),
  ]);
}

/** File name → page, for docs/coach. */
export const coachPages = (): ReadonlyMap<string, string> =>
  new Map([
    ["rules.md", stepPage()],
    ["sources.md", sourcePage()],
    ...RULES.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const),
  ]);
