import { expect, test } from "vitest";
import { unfitForAutomaticMail } from "./automatic-mail.ts";

test.each([
  ["self-harm", "I can't do this any more. I have thought about ending it all."],
  ["self-harm", "Ich möchte nicht mehr leben."],
  ["bereavement", "My husband passed away in March and his account still gets charged."],
  ["bereavement", "Mein Vater ist letzte Woche verstorben."],
  ["bereavement", "Ma mère est décédée le 3 mai."],
  ["threat", "I know where you live."],
  ["abuse", "You are a bunch of fucking thieves"],
])("no automatic mail answers %s: %s", (reason, text) => expect(unfitForAutomaticMail(text)).toBe(reason));

test.each([
  "My lamp died after two days.",
  "The app kills my battery.",
  "I am dying to see the new catalogue!",
  "Where is my parcel? It was due on Monday.",
  "This is the third time I write about order 4411.",
  "My phone died so I could not answer.",
])("an ordinary message may be acknowledged: %s", (text) => expect(unfitForAutomaticMail(text)).toBeUndefined());

test("a long pasted log is read in linear time, and only its beginning", () => {
  const log = "fuc ".repeat(50_000);
  expect(unfitForAutomaticMail(log)).toBeUndefined();
});
