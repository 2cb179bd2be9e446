import { readdirSync } from "node:fs";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SOURCES } from "../sources/index.ts";
import { PRINCIPLES } from "../steps/index.ts";
import { applyRule } from "./apply-rule.ts";
import { draftOf } from "./draft.ts";
import { inputOf } from "./example.fixture.ts";
import type { ReviewInput } from "./review-input.ts";
import type { Example, Pointed, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

const look = (rule: Rule, input: ReviewInput): Pointed[] => applyRule(rule, draftOf(input));
const place = ({ start, end }: Pointed) => ({ start, end });
const named = (examples: readonly Example[]) =>
  examples.map((example) => ({ name: typeof example === "string" ? example : example.reply, example }));

test("every file in rules/ is listed, named like its id, and every catalogue number is used once", () => {
  const files = readdirSync(new URL("./rules/", import.meta.url)).filter((file) => file !== "index.ts");
  expect(files.sort()).toEqual(RULES.map(({ id }) => `${id}.ts`).sort());
  expect(new Set(RULES.map(({ catalogue }) => catalogue)).size).toBe(RULES.length);
});

test("every source is cited by some rule, and every principle exists", () => {
  expect(
    Object.keys(SOURCES).filter((key) => !RULES.some(({ cites }) => cites.some((cited) => cited === key))),
  ).toEqual([]);
  for (const { principle } of RULES) expect(PRINCIPLES).toContain(principle);
});

test("a gate rests on law, safety, accuracy or evidence of grade A or B, never on custom", () => {
  for (const { id, level, cites } of RULES)
    if (level === "gate")
      expect([id, ...cites.map((key) => SOURCES[key].grade)].some((grade) => /^[ABL]$/.test(grade))).toBe(true);
});

describe.each(RULES)("$id", (rule) => {
  test("has at least four examples that it flags and six that it passes", () => {
    expect(rule.examples.flags.length).toBeGreaterThanOrEqual(4);
    expect(rule.examples.passes.length).toBeGreaterThanOrEqual(6);
  });

  test.each(named(rule.examples.flags))("flags: $name", ({ example }) => {
    const { input, spans } = inputOf(example);
    expect(spans).not.toEqual([]);
    expect(look(rule, input).map(place)).toEqual(spans);
  });

  test.each(named(rule.examples.passes))("passes: $name", ({ example }) => {
    const { input } = inputOf(example);
    expect(look(rule, input).map((found) => input.reply.slice(found.start, found.end))).toEqual([]);
  });

  test.each(named(rule.examples.misses ?? [{ customer: "", reply: "" }]))("still misses: $name", ({ example }) => {
    expect(look(rule, inputOf(example).input)).toEqual([]);
  });

  test("what it suggests instead satisfies it and makes no other rule speak", () => {
    for (const example of rule.examples.flags) {
      const { input } = inputOf(example);
      const spoke = new Set(RULES.filter((other) => look(other, input).length > 0).map(({ id }) => id));
      for (const { start, end, instead } of look(rule, input)) {
        if (instead === undefined) continue;
        const mended = { ...input, reply: input.reply.slice(0, start) + instead + input.reply.slice(end) };
        expect(look(rule, mended).some((found) => found.start === start)).toBe(false);
        expect(
          RULES.filter((other) => !spoke.has(other.id) && look(other, mended).length > 0).map(({ id }) => id),
        ).toEqual([]);
      }
    }
  });

  test("obeys every rule in what it says itself", () => {
    for (const words of [rule.see, rule.why, rule.do, [rule.see, rule.why, rule.do].join(" ")])
      for (const other of RULES)
        expect([
          other.id,
          look(other, { thread: [], reply: words }).map(({ start, end }) => words.slice(start, end)),
        ]).toEqual([other.id, []]);
  });

  test("is silent when all of it stands in quotation marks, is quoted history or a signature", () => {
    if (rule.evenShort) return;
    for (const example of rule.examples.flags) {
      const { input } = inputOf(example);
      const lines = input.reply.split(/\n+/).filter((line) => line.split(" ").length >= 4);
      const inMarks = lines.map((line) => `“${line.replace(/[“”"]/g, "")}”`).join("\n\n");
      const quoted = `Hello Ana,\n\nOn Mon, 3 Mar 2026, Tom wrote:\n${input.reply
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n")}`;
      for (const reply of [inMarks, quoted]) expect([reply, look(rule, { ...input, reply })]).toEqual([reply, []]);
    }
  });
});

test("every rule points inside the text, in order, the same way twice, whatever the text", { timeout: 60_000 }, () => {
  const examples = RULES.flatMap((rule) => rule.examples.flags.map((example) => inputOf(example).input));
  const bait = fc.constantFrom(...examples.map(({ reply }) => reply));
  const text = fc
    .array(fc.oneof(bait, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), { maxLength: 6 })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(text, fc.constantFrom(...examples), text, (reply, given, customer) => {
      const inputs = [
        { ...given, reply },
        { ...given, reply, thread: [{ from: "customer" as const, text: customer }] },
      ];
      for (const input of inputs) {
        const [once, again] = [draftOf(input), draftOf({ ...input, thread: [...input.thread] })];
        for (const rule of RULES) {
          const found = applyRule(rule, once);
          expect(applyRule(rule, again)).toEqual(found);
          let last = 0;
          for (const { start, end } of found) {
            expect(last <= start && start <= end && end <= reply.length).toBe(true);
            last = start;
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("another language is left alone", () => {
  for (const reply of [
    "Es tut uns leid, falls Unannehmlichkeiten entstanden sind. Wir melden uns asap. Bitte beruhigen Sie sich!",
    "Nous sommes désolés pour la gêne occasionnée, mais c'est notre politique. Calmez-vous, s'il vous plaît!!",
    "ご不便をおかけして申し訳ございません。soon",
  ])
    for (const rule of RULES)
      expect([
        rule.id,
        look(rule, { thread: [{ from: "customer", text: "I am FURIOUS, you lost my parcel!!" }], reply }),
      ]).toEqual([rule.id, []]);
});

// A stuck expression would hang this runner for ever, so hostile text is read in a worker that can be ended.
test("50,000 repeats of anything are reviewed in time, on either side of the thread", {
  timeout: 120_000,
}, async () => {
  const worker = new Worker(new URL("./hostile.fixture.ts", import.meta.url));
  const read = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const end = setTimeout(() => resolve("too long"), 10_000);
      worker.once("message", (message) => {
        clearTimeout(end);
        resolve(String(message));
      });
      worker.once("error", reject);
      worker.postMessage(text);
    });
  try {
    for (const unit of [
      "i understand that you, but i will refund the ",
      "Can you? ",
      "Sorry, if you feel that way, sorry ",
      " \n\t ",
      "4111 1111 ",
      "1.192,50 € and $3 ",
      '“a b c d” " ',
      "\ud800 \udfff ",
      "We cannot refund the refund of the refund. ",
      "you you'll you've you're ",
      "(> [](",
    ])
      expect([unit, await read(unit.repeat(50_000))]).toEqual([unit, "done"]);
  } finally {
    await worker.terminate();
  }
});
