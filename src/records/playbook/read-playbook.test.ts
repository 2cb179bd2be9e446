import fc from "fast-check";
import { expect, test } from "vitest";
import { type Playbook, TIME_UNITS } from "../../method/playbook/index.ts";
import { FACT_KINDS, SIGNALS, SITUATIONS } from "../../method/reading/index.ts";
import { COMMITMENT_KINDS } from "../../method/review/index.ts";
import { STEPS } from "../../method/steps/index.ts";
import { playbookSchema } from "./format.ts";
import { readPlaybook } from "./read-playbook.ts";
import { writePlaybook } from "./write-playbook.ts";

const SMALL = `---
id: wet-parcel
title: The parcel was wet
summary: Rain came through the box.
situations: [product-fault]
ask:
  - id: how-wet
    question: What is wet, the box alone or what lies in it?
    why: A wet box dries, a wet book does not.
    fact: product
    required: true
options:
  - id: new-one
    title: A dry one
    recommended: true
    when: It is in stock.
    offer: I can send you a dry {fact.product}.
    commits: {kind: replacement}
    limit: {amount: "60.00", currency: EUR}
    needs: [order]
    promise: {what: It leaves, within: {working-days: 1}}
    check-after: {days: 3}
---
Water is nobody's fault, and everybody's book.
`;

const problemsOf = (source: string) => readPlaybook(source).problems.map(({ line, sentence }) => [line, sentence]);
const spoilt = (from: string, to: string) => problemsOf(SMALL.replace(from, to));

test("a playbook is read from its file", () => {
  const { playbook, problems } = readPlaybook(SMALL);
  expect(problems).toEqual([]);
  expect(playbook).toMatchObject({
    id: "wet-parcel",
    situations: ["product-fault"],
    signals: [],
    ask: [{ id: "how-wet", fact: "product", required: true }],
    policy: "",
    thinking: "Water is nobody's fault, and everybody's book.",
  });
  expect(playbook?.options[0]).toMatchObject({
    limit: { amount: "60.00", currency: "EUR" },
    promise: { what: "It leaves", within: { count: 1, unit: "working-days" } },
    checkAfter: { count: 3, unit: "days" },
  });
});

test("Windows line ends, a byte order mark and spaces behind the hyphens change nothing", () => {
  const odd = `\uFEFF${SMALL.replaceAll("\n", "\r\n").replaceAll("---\r", "---  \r")}`;
  expect(readPlaybook(odd)).toEqual(readPlaybook(SMALL));
});

test("each mistake is said in a sentence, with the line it is in", () => {
  expect(spoilt("title: The parcel was wet\n", "")).toEqual([[2, "title is missing."]]);
  expect(spoilt("wet-parcel", "Wet Parcel")).toEqual([
    [2, "id must be small letters, figures and hyphens, such as wrong-item."],
  ]);
  expect(spoilt("[product-fault]", "[product-falt]")[0]?.[1]).toContain("“product-falt” is not on the list");
  expect(spoilt("    why: A wet box dries, a wet book does not.\n", "")).toEqual([
    [7, "ask › how-wet › why is missing."],
  ]);
  expect(spoilt("{fact.product}", "{fact.colour}")[0]).toEqual([
    17,
    expect.stringContaining("options › new-one › offer knows no variable {fact.colour}"),
  ]);
  expect(spoilt("amount", "amout")[0]).toEqual([19, "options › new-one › limit: “amout” is not known here."]);
  expect(spoilt("what: It leaves,", "what: It leaves, dry,")).toEqual([
    [21, "options › new-one › promise: “dry” is not known here."],
  ]);
  expect(spoilt("what: It leaves,", "what: It leaves, in a dry box,")).toEqual([
    [21, "options › new-one › promise: “in a dry box” is not known here. Words with a comma need quotes inside { }."],
  ]);
  expect(spoilt("required: true", "required: perhaps")).toEqual([
    [11, "ask › how-wet › required must be true or false."],
  ]);
  expect(spoilt("title: The", "title: [The")[0]?.[1]).toContain("This is no YAML");
});

test("a mistake names what it is about, for whoever shows it beside a form", () => {
  const [{ about } = { about: undefined }] = readPlaybook(SMALL.replace("question: What", "question: # What")).problems;
  expect(about).toEqual({ path: ["ask", 0, "question"], says: "is missing" });
});

test("several mistakes are said at once, from the top down", () => {
  const lines = problemsOf(SMALL.replace("title:", "titel:").replace("check-after", "check")).map(([line]) => line);
  expect(lines).toEqual([2, 3, 22]);
});

test("what does not fit together is a mistake, too", () => {
  expect(spoilt("situations: [product-fault]\n", "")[0]?.[1]).toContain("must name at least one");
  expect(spoilt("    recommended: true\n", "")).toEqual([[12, "options must recommend exactly one; none is."]]);
  expect(spoilt('{amount: "60.00", currency: EUR}', "{}")[0]?.[1]).toContain("up to where an agent gives this away");
  expect(spoilt(", currency: EUR", "")[0]?.[1]).toContain("amount and the currency");
  expect(spoilt("{working-days: 1}", "{working-days: 1, days: 2}")[0]?.[1]).toContain("one of hours, working-days");
});

test("what is no playbook at all is said to be none", () => {
  expect(problemsOf("Hello")).toEqual([
    [1, "A playbook begins with a line of three hyphens, and the front matter under it."],
  ]);
  expect(problemsOf("---\nid: x\n")).toEqual([
    [null, "The front matter is not closed: a line of three hyphens is missing."],
  ]);
  expect(problemsOf("---\n- 1\n---\n")).toEqual([[2, "The front matter holds no names with values."]]);
});

test("a file that wants to grow in memory is not read", () => {
  const bomb = [
    "a: &a [x,x,x,x]",
    ...[..."bcdefghij"].map((one, at) => `${one}: &${one} [${`*${"abcdefghij"[at]},`.repeat(9)}x]`),
  ];
  expect(problemsOf(`---\n${bomb.join("\n")}\n---\n`)[0]?.[1]).toContain("without anchors and aliases");
  expect(problemsOf(`---\n${"[".repeat(50_000)}\n---\n`)[0]?.[1]).toContain("This is no YAML");
  expect(problemsOf(`---\n${"x".repeat(200_001)}\n---\n`)).toEqual([[null, "This is too long for a playbook."]]);
});

test("whatever is handed over, reading ends with a playbook or with problems", () => {
  const pieces = fc.constantFrom(
    ...SMALL.split(/(\s+)/),
    "---\n",
    "{",
    "}",
    "[",
    "]",
    "&x ",
    "*x",
    "? ",
    "!!js ",
    "\t",
    "|\n",
    "\0",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(pieces).map((all) => all.join("")),
      ),
      (source) => {
        const { playbook, problems } = readPlaybook(`---\n${source}`);
        expect(playbook === undefined).toBe(problems.length > 0);
        const lines = source.split(/\r\n?|\n/).length + 1;
        for (const { line } of problems) expect(line === null || (line >= 1 && line <= lines)).toBe(true);
      },
    ),
  );
});

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
  .map((text) => text.toWellFormed().replace(/[{}]/g, "").trim())
  .filter((text) => text !== "");
const said = fc.oneof(
  words,
  fc.tuple(words, words).map(([a, b]) => `${a} {fact.order} ${b}`),
);
const letters = fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n\n").trim());
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}$/);
const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 4 });
const span = fc.record({ count: fc.integer({ min: 1, max: 90 }), unit: fc.constantFrom(...TIME_UNITS) });
const money = fc.record({ amount: fc.constantFrom("60.00", "0", "12.5"), currency: fc.constantFrom("EUR", "%") });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const byId = <T extends { id: string }>(one: fc.Arbitrary<T>, minLength: number) =>
  fc.uniqueArray(one, { selector: (each) => each.id, minLength, maxLength: 4 });

const playbooks: fc.Arbitrary<Playbook> = fc.record({
  id,
  title: words.map((text) => text.slice(0, 60).toWellFormed().trim() || "Title"),
  summary: words,
  situations: fc.subarray([...SITUATIONS], { minLength: 1, maxLength: 3 }),
  signals: some(SIGNALS),
  ask: byId(
    fc.record({ id, question: said, why: words, fact: maybe(fc.constantFrom(...FACT_KINDS)), required: fc.boolean() }),
    0,
  ),
  confirm: some(FACT_KINDS),
  options: byId(
    fc.record({
      id,
      title: words,
      recommended: fc.constant(false),
      when: words,
      offer: said,
      commits: maybe(fc.record({ kind: fc.constantFrom(...COMMITMENT_KINDS) })),
      limit: money,
      needs: some(FACT_KINDS),
      promise: maybe(fc.record({ what: words, within: span })),
      checkAfter: maybe(span),
    }),
    1,
  ).map((options) => options.map((one, at) => ({ ...one, recommended: at === 0 }))),
  refusal: maybe(fc.record({ what: words, say: said, instead: said })),
  noFix: maybe(fc.record({ when: words, say: said })),
  never: fc.array(fc.record({ say: words, because: words }), { maxLength: 3 }),
  phrases: fc.array(fc.record({ step: fc.constantFrom(...STEPS), say: said }), { maxLength: 3 }),
  policy: fc.oneof(fc.constant(""), letters),
  example: maybe(
    fc.record({
      customer: words,
      turns: fc.tuple(letters, letters).map(([first, second]) => [
        { from: "customer" as const, at: "2026-03-03T09:12:00Z", text: first },
        { from: "agent" as const, at: "2026-03-03T10:05:00Z", text: second },
      ]),
    }),
  ),
  thinking: fc.oneof(
    fc.constant(""),
    letters.map((text) => text.replace(/\r\n?/g, "\n").trim()),
  ),
});

test("what is written reads back the same, whatever the words", () => {
  fc.assert(
    fc.property(playbooks, (playbook) => {
      const source = writePlaybook(playbook);
      const read = readPlaybook(source);
      expect(read.problems).toEqual([]);
      expect(read.playbook).toEqual(playbook);
      expect(writePlaybook(read.playbook as Playbook)).toBe(source);
    }),
  );
});

test("a playbook is written as people write one", () => {
  const { playbook } = readPlaybook(SMALL);
  expect(writePlaybook(playbook as Playbook)).toBe(SMALL);
});

test("the schema of the front matter names every list of the method", () => {
  const schema = JSON.stringify(playbookSchema());
  for (const name of ["wrong-item", "abuse", "error-code", "free-period", "acknowledge", "working-days", "check-after"])
    expect(schema).toContain(`"${name}"`);
});
