/** Wall-clock times and back, through days on which the clocks jump. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { laterPresets } from "./later.ts";
import { calendarDaysBetween, momentOf, wallTimeOf } from "./zone.ts";

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];

test("a moment turned into a wall time and back is the same minute, except in the hour that happens twice", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) }),
      fc.constantFrom(...ZONES),
      (milliseconds, zone) => {
        const moment = new Date(Math.floor(milliseconds / 60_000) * 60_000);
        const back = momentOf(wallTimeOf(moment, zone), zone);
        const away = Math.abs(back.getTime() - moment.getTime());
        expect(away === 0 || away === 3_600_000 || away === 1_800_000).toBe(true);
        expect(wallTimeOf(back, zone)).toEqual(wallTimeOf(moment, zone));
      },
    ),
  );
});

test("nine in the morning stays nine in the morning when the clocks went back overnight", () => {
  const wall = { year: 2026, month: 10, day: 25, hour: 9, minute: 0 };
  expect(momentOf(wall, "Europe/Berlin").toISOString()).toBe("2026-10-25T08:00:00.000Z");
  expect(momentOf({ ...wall, day: 24 }, "Europe/Berlin").toISOString()).toBe("2026-10-24T07:00:00.000Z");
});

test("a time that the clocks jump over moves forward", () => {
  const moment = momentOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, "Europe/Berlin");
  expect(wallTimeOf(moment, "Europe/Berlin").hour).toBe(3);
});

test("a day past the end of the month is in the next month", () => {
  const moment = momentOf({ year: 2026, month: 12, day: 32, hour: 9, minute: 0 }, "UTC");
  expect(moment.toISOString()).toBe("2027-01-01T09:00:00.000Z");
});

test("days are counted by the calendar, not by 24 hours", () => {
  const late = new Date("2026-11-17T22:30:00Z"); // 23:30 in Berlin
  const soon = new Date("2026-11-17T23:30:00Z"); // 00:30 the next day
  expect(calendarDaysBetween(late, soon, "Europe/Berlin")).toBe(1);
  expect(calendarDaysBetween(late, soon, "UTC")).toBe(0);
});

test("what is offered for later always lies ahead, soonest first, and never twice", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
      fc.constantFrom(...ZONES),
      (milliseconds, zone) => {
        const now = new Date(milliseconds);
        const times = laterPresets(now, zone).map((later) => later.at.getTime());
        expect(times.length).toBeGreaterThanOrEqual(4);
        expect(times.every((time) => time > now.getTime())).toBe(true);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(new Set(times).size).toBe(times.length);
      },
    ),
  );
});

test("on a Sunday, tomorrow and Monday are one offer", () => {
  const sunday = new Date("2026-11-22T10:00:00Z");
  const keys = laterPresets(sunday, "UTC").map((later) => later.key);
  expect(keys).toContain("tomorrow");
  expect(keys).not.toContain("monday");
});
