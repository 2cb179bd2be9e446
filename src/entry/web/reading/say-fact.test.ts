import { expect, test } from "vitest";
import type { FactKind } from "../../../method/reading/index.ts";
import { sayFact } from "./say-fact.ts";

const say = (kind: FactKind, text: string, value: string, currency?: string) =>
  sayFact({ kind, text, value, ...(currency === undefined ? {} : { currency }) }, "en");

test("dates are said as people say them, and exactly", () => {
  expect(say("date", "last Friday", "2026-11-13")).toBe("Friday, 13 November 2026");
  expect(say("date", "Tuesday at five", "2026-11-17T17:00")).toBe("Tuesday, 17 November 2026, 17:00");
  expect(say("date", "in May", "2026-05")).toBe("May 2026");
  expect(say("date", "3-5 May", "2026-05-03/2026-05-05")).toBe("Sunday, 3 May 2026 – Tuesday, 5 May 2026");
  expect(say("date", "some time ago", "some time ago")).toBe("some time ago");
});

test("amounts have their currency, lengths their unit", () => {
  expect(say("amount", "84.60 EUR", "84.60", "EUR")).toBe("€84.60");
  expect(say("amount", "84.60 thalers", "84.60", "thaler")).toBe("84.60 thalers");
  expect(say("duration", "a fortnight", "P2W")).toBe("2 weeks");
  expect(say("duration", "an hour and a half", "PT1H30M")).toBe("1 hour 30 minutes");
  expect(say("duration", "ages", "ages")).toBe("ages");
});

test("of a card only its last digits are said, however it was written", () => {
  expect(say("card", "4111 1111 1111 1111", "1111")).toBe("•••• 1111");
});

test("what a person wrote instead is said in that person's words; a day they picked is said as a day", () => {
  const words = { kind: "amount", text: "84.60", value: "84,60 francs", currency: "EUR" } as const;
  expect(sayFact(words, "en", true)).toBe("84,60 francs");
  expect(sayFact({ kind: "date", text: "soon", value: "2026-11-13" }, "en", true)).toBe("Friday, 13 November 2026");
});
