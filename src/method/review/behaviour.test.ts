/**
 * How what is said of a reply changes when the reply changes, and how it does not: one change at a time, made to every example of
 * every rule.
 */
import { describe, expect, test } from "vitest";
import { type ReviewInput, RULES, review } from "./index.ts";

const ASKED: readonly ReviewInput[] = RULES.flatMap(({ examples }) =>
  [...examples.flags, ...examples.passes].map((example): ReviewInput => {
    const given = typeof example === "string" ? { reply: example } : example;
    const { customer, name, reply, ...more } = given as Exclude<typeof example, string>;
    return {
      thread: customer === undefined ? [] : [{ from: "customer", text: customer }],
      at: "2026-03-04T10:00:00+01:00",
      ...(name === undefined ? {} : { customer: { name } }),
      ...more,
      reply: reply.replace(/\[\[|\]\]/g, ""),
    };
  }),
);

const SIGNATURE = "\n\n-- \nAnna Berg\nCustomer Care, Lumen Ltd\n+44 20 1234 5678";
const HISTORY =
  "\n\nOn Tue, 3 Mar 2026 at 09:12, Ana <ana@example.org> wrote:\n> I am furious!! My card is 4111 1111 1111 1111.\n> I will call you tomorrow.";
/** Shares no matter with any of them. */
const ANOTHER = "The swimming course of my daughter was cancelled and nobody told her. What now?";

/** All that is said of the words themselves. */
const said = (input: ReviewInput) => {
  const { moves, findings, steps, promises, commitments, dates } = review(input);
  return { moves, findings, steps, promises, commitments, dates };
};

describe.each([
  ["a signature", SIGNATURE],
  ["quoted history", HISTORY],
])("with %s below it", (_, below) => {
  test("nothing is said otherwise", { timeout: 60_000 }, () => {
    for (const input of ASKED) {
      const reply = input.reply + below;
      expect([input.reply, said({ ...input, reply })]).toEqual([input.reply, said(input)]);
    }
  });
});

test("as quoted history it does nothing, promises nothing, gives nothing, and nothing is said against it", () => {
  for (const input of ASKED) {
    const reply = input.reply.replace(/^/gm, "> ");
    const { moves, findings, promises, commitments } = review({ ...input, reply });
    expect([reply, moves, findings, promises, commitments]).toEqual([reply, [], [], [], []]);
  }
});

test("a second apology is one too many, nearly wherever there was one", { timeout: 60_000 }, () => {
  const once = ASKED.flatMap((input) => {
    const { moves, findings } = review(input);
    const [apology, another] = moves.filter(({ move, confidence }) => move === "apologise" && confidence >= 0.8);
    const isEnough = findings.some(({ rule }) => rule === "over-apology");
    return apology === undefined || another !== undefined || isEnough ? [] : [{ input, at: apology.end }];
  });
  const flagged = once.filter(({ input, at }) => {
    const reply = `${input.reply.slice(0, at)} Once more, my sincere apologies.${input.reply.slice(at)}`;
    return review({ ...input, reply }).findings.some(({ rule }) => rule === "over-apology");
  });
  expect(once.length).toBeGreaterThan(50);
  // Condolences, and what only looks like an apology, may stand beside one.
  expect(flagged.length / once.length).toBeGreaterThan(0.9);
});

test("without its questions the check is missing", () => {
  const asking = ASKED.filter((input) => {
    const { covered, start, end } = review(input).steps.check;
    return covered && input.reply.slice(start, end).trimEnd().endsWith("?");
  });
  expect(asking.length).toBeGreaterThan(8);
  for (const input of asking) {
    const reply = input.reply.replace(/[^.!?\n]*\?/g, "");
    expect([reply, review({ ...input, reply }).steps.check.covered]).toEqual([reply, false]);
  }
});

test("sent to another customer, nothing of it is theirs, and the apology is the same", () => {
  const [reflected, apologised] = [new Set<string>(), new Set<string>()];
  for (const input of ASKED) {
    if (input.thread.length === 0) continue;
    const [before, after] = [input, { ...input, thread: [{ from: "customer", text: ANOTHER } as const] }].map((one) =>
      review(one).moves.filter(({ move }) => move === "reflect" || move === "apologise"),
    );
    const apologies = (moves = before) => moves?.filter(({ move }) => move === "apologise");
    if (before?.some(({ move }) => move === "reflect")) reflected.add(input.reply);
    if (apologies()?.length) apologised.add(input.reply);
    expect([input.reply, after?.filter(({ move }) => move === "reflect")]).toEqual([input.reply, []]);
    expect([input.reply, apologies(after)]).toEqual([input.reply, apologies(before)]);
  }
  expect(Math.min(reflected.size, apologised.size)).toBeGreaterThan(5);
});
