/** The place in a dialogue survives in Message-IDs, and nothing else is mistaken for one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSampleAddress } from "./sample-address.ts";
import { latestMark, markMessage, readMark } from "./turn.ts";

const began = new Date("2026-03-04T09:00:00Z");

test("what is written into a Message-ID is read back", () => {
  const path = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 });
  fc.assert(
    fc.property(path, fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), (steps, chaser) => {
      const turn = chaser === undefined ? { path: steps } : { path: steps, chaser };
      const id = markMessage({ storyId: "a-lamp", turn, began }, "x7f", "kofi@mail.example");
      expect(readMark(id)).toEqual({ storyId: "a-lamp", turn, began });
    }),
  );
});

test("the furthest place wins, In-Reply-To before References", () => {
  const at = (path: number[]) => markMessage({ storyId: "a-lamp", turn: { path }, began }, "x", "a@mail.example");
  const ours = "<1234.5678@desk.test>";
  expect(latestMark([ours], [at([]), ours, at([1]), ours])?.turn.path).toEqual([1]);
  expect(latestMark([at([1, 0])], [at([]), at([1])])?.turn.path).toEqual([1, 0]);
  expect(latestMark([ours], [ours])).toBeUndefined();
});

test.each(["<a.b.c@d.example>", "<a-lamp.0.t9@mail.example>", "<a-lamp.0.t9-x@mail.com>", "", "<>"])(
  "%s is nobody's mark",
  (id) => {
    expect(readMark(id)).toBeUndefined();
  },
);

test.each(["kofi@mail.example", "Kofi <kofi@Asante.EXAMPLE>", "a@example", "a@b.c.example.", '"a@b"@mail.example'])(
  "%s may not leave the machine",
  (address) => expect(isSampleAddress(address)).toBe(true),
);

test.each(["kofi@example.com", "kofi@mail.example.org", "kofi@notexample", "mail.example", ""])(
  "%s is no sample address",
  (address) => {
    expect(isSampleAddress(address)).toBe(false);
  },
);
