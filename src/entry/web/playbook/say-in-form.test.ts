import { expect, test } from "vitest";
import { sayInForm } from "./say-in-form.ts";

test("a problem is said by the labels of the form", () => {
  const sentence = "options › option-2 › offer is empty.";
  expect(sayInForm({ sentence, about: { path: ["options", 1, "offer"], says: "is empty" } })).toBe(
    "Option 2, How it is offered: is empty.",
  );
  expect(sayInForm({ sentence, about: { path: ["summary"], says: "is missing" } })).toBe(
    "What it is about, in one sentence: is missing.",
  );
});

test("what the form does not hold is said as it stands in the file", () => {
  const sentence = "example › turns › 1 › at must be a moment.";
  expect(sayInForm({ sentence, about: { path: ["example", "turns", 0, "at"], says: "must be a moment" } })).toBe(
    sentence,
  );
  expect(sayInForm({ sentence: "This is no YAML." })).toBe("This is no YAML.");
});
