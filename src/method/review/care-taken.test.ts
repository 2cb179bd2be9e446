import { describe, expect, test } from "vitest";
import { careTaken } from "./care-taken.ts";
import { draftOf } from "./draft.ts";

const ASKED = "The oak table of 14 May came with a split leg, and my sister's birthday is on Saturday. What now?";
const signsIn = (reply: string): number => careTaken(draftOf({ thread: [{ from: "customer", text: ASKED }], reply }));

describe("the care that a letter takes", () => {
  test("is seen where somebody speaks for themselves, names times and takes up what was told", () => {
    const letter =
      "A split leg on the oak table, and your sister's birthday on Saturday: I'm sorry. It was my mistake, I packed it without the corner pieces. I've cut a new leg, and I bring it myself tomorrow at 16:00 or on Friday at 9:00.";
    expect(signsIn(letter)).toBeGreaterThanOrEqual(3);
  });

  test("is not seen in a text that could go to anybody", () => {
    expect(signsIn("Thank you for contacting us. Your request has been forwarded to the responsible team.")).toBe(0);
  });
});
