import { expect, test } from "vitest";
import { answerSubject, forwardSubject } from "./subject-marks.ts";

test.each([
  ["The lamp", "Re: The lamp"],
  ["Re: RE: The lamp", "Re: The lamp"],
  ["AW: Fwd: WG: Die Lampe", "Re: Die Lampe"],
  ["Re[2]: SV : Lampan", "Re: Lampan"],
  ["回复：灯", "Re: 灯"],
  ["Rebate: when?", "Re: Rebate: when?"],
  ["Re: ", "Re:"],
])("an answer to “%s” is about “%s”", (subject, answer) => expect(answerSubject(subject)).toBe(answer));

test("what is passed on has one mark, and it is another one", () => {
  expect(forwardSubject("Re: Fwd: The lamp")).toBe("Fwd: The lamp");
});

test("the subject of an answer is never longer than what can be kept and sent, and never ends in half a sign", () => {
  expect(answerSubject("x".repeat(998))).toHaveLength(998);
  expect(answerSubject(`${"x".repeat(993)}🙂`).isWellFormed()).toBe(true);
});
