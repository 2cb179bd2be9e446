/** What is remembered from one review to the next never shows in what is said. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { review } from "./review.ts";
import { RULES } from "./rules/index.ts";
import { sameThread } from "./same-thread.ts";

const INPUTS = RULES.flatMap(({ examples }) => [...examples.flags, ...examples.passes])
  .map((one) => (typeof one === "string" ? { reply: one } : one))
  .map(({ reply, customer }) => ({
    thread: customer === undefined ? [] : [{ from: "customer" as const, text: customer }],
    reply,
    at: "2026-03-03T10:00:00+01:00",
  }))
  .filter((_, nth) => nth % 12 === 0);

test("a review is the same in whatever order others are asked before it, and when everything was forgotten between", () => {
  const wanted = INPUTS.map((input) => ({ input, said: JSON.stringify(review(input)) }));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...wanted), { maxLength: 12 }), fc.boolean(), (asked, isFlooded) => {
      const many = Array.from({ length: isFlooded ? 400 : 0 }, (_, at) => `We will look into lamp ${at} soon.`);
      for (let at = 0; at < many.length; at += 100) review({ thread: [], reply: many.slice(at, at + 100).join(" ") });
      for (const { input, said } of asked) expect(JSON.stringify(review(structuredClone(input)))).toBe(said);
    }),
    { numRuns: 8 },
  );
});

test("a thread is known again by its words, and a word more makes it another", () => {
  const message = { from: "customer" as const, text: "The lamp flickers.", at: "2026-03-03T10:00:00Z" };
  const thread = [message];
  const known = sameThread(thread);
  expect(sameThread(structuredClone(thread))).toBe(known);
  for (const other of [
    [],
    [{ ...message, text: "The lamp flickers!" }],
    [{ ...message, at: undefined }],
    [{ ...message, from: "agent" as const }],
    [...thread, ...thread],
  ])
    expect(sameThread(other)).not.toBe(known);
  expect(sameThread(thread)).toBe(known);
});

test("a thread that is written on in place is read anew", () => {
  const thread = [{ from: "customer" as const, text: "Order 44170 never came." }];
  const reply = "I'm looking for order 44107 at the depot now, and will write to you by noon today.";
  const before = review({ thread, reply });
  thread[0] = { from: "customer", text: "Order 44107 never came." };
  expect(review({ thread, reply })).toEqual(review({ thread: structuredClone(thread), reply }));
  expect(review({ thread, reply })).not.toEqual(before);
});
