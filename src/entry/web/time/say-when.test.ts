/** Moments in words, from a fixed now, in zones where the day differs. */
import { describe, expect, test } from "vitest";
import { sayClock, sayDate, sayExactly, sayMoment, sayShortly, sayWhen } from "./say-when.ts";

const NOW = new Date("2026-11-18T13:30:00Z"); // a Wednesday, 14:30 in Berlin
const BERLIN = "Europe/Berlin";
const at = (iso: string): string => sayWhen(new Date(iso), NOW, BERLIN);

describe("a moment in a sentence", () => {
  test.each([
    ["2026-11-18T13:29:40Z", "just now"],
    ["2026-11-18T13:18:00Z", "12 minutes ago"],
    ["2026-11-18T15:30:00Z", "in 2 hours"],
    ["2026-11-18T11:30:00Z", "2 hours ago"],
    ["2026-11-18T06:05:00Z", "today 07:05"],
    ["2026-11-17T13:10:00Z", "yesterday 14:10"],
    ["2026-11-19T08:00:00Z", "tomorrow 09:00"],
    ["2026-11-14T08:00:00Z", "Saturday 09:00"],
    ["2026-11-23T08:00:00Z", "Monday 09:00"],
    ["2026-11-03T13:10:00Z", "3 Nov 14:10"],
    ["2025-11-03T13:10:00Z", "3 Nov 2025 14:10"],
  ])("%s is said as “%s”", (iso, words) => {
    expect(at(iso)).toBe(words);
  });

  test("what was 40 minutes ago is said in minutes even when midnight lies between", () => {
    const now = new Date("2026-11-17T23:20:00Z");
    expect(sayWhen(new Date("2026-11-17T22:40:00Z"), now, BERLIN)).toBe("40 minutes ago");
  });

  test("yesterday is the viewer's yesterday, not the server's", () => {
    const moment = new Date("2026-11-18T02:00:00Z");
    expect(sayWhen(moment, NOW, BERLIN)).toBe("today 03:00");
    expect(sayWhen(moment, NOW, "America/New_York")).toBe("yesterday 21:00");
  });
});

describe("a moment in a row of a list", () => {
  test.each([
    ["2026-11-18T06:05:00Z", "07:05"],
    ["2026-11-17T13:10:00Z", "yesterday"],
    ["2026-11-14T08:00:00Z", "Sat"],
    ["2026-11-03T13:10:00Z", "3 Nov"],
    ["2025-11-03T13:10:00Z", "3 Nov 2025"],
  ])("%s is “%s”", (iso, words) => {
    expect(sayShortly(new Date(iso), NOW, BERLIN)).toBe(words);
  });
});

test("the exact moment names the weekday, the second and the zone", () => {
  const words = sayExactly(new Date("2026-11-17T13:10:05Z"), BERLIN);
  expect(words).toContain("Tuesday");
  expect(words).toContain("17 November 2026");
  expect(words).toContain("14:10:05");
});

test("clocks are told in 24 hours, and midnight is 00:00", () => {
  expect(sayClock(new Date("2026-11-17T23:00:00Z"), BERLIN)).toBe("00:00");
});

test("a moment that is named says its day and hour, and its year when it is another one", () => {
  expect(sayMoment(new Date("2026-11-19T08:00:00Z"), NOW, BERLIN)).toBe("19 Nov 09:00");
  expect(sayMoment(new Date("2027-01-04T08:00:00Z"), NOW, BERLIN)).toBe("4 Jan 2027 09:00");
});

test("a day far back is said without a time", () => {
  expect(sayDate(new Date("2025-01-26T13:06:00Z"), BERLIN)).toBe("26 January 2025");
});
