import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { afterOpenMinutes, isOpenAt, OFFICE_WEEK, type OpenHours, type Week } from "./open-hours.ts";

const office = (timeZone: string, holidays: readonly string[] = []): OpenHours => ({
  week: OFFICE_WEEK,
  holidays,
  timeZone,
});
const inZone = (due: Date | undefined, zone: string) =>
  due && DateTime.fromJSDate(due, { zone }).toFormat("ccc d.L. HH:mm");

test("a Friday evening's two hours end on Monday morning", () => {
  const friday = new Date("2026-11-20T16:00:00Z");
  expect(inZone(afterOpenMinutes(friday, 120, office("Europe/Berlin")), "Europe/Berlin")).toBe("Mon 23.11. 11:00");
});

test("holidays are skipped", () => {
  const hours = office("Europe/Berlin", ["2026-12-24", "2026-12-25"]);
  expect(inZone(afterOpenMinutes(new Date("2026-12-23T15:30:00Z"), 60, hours), "Europe/Berlin")).toBe(
    "Mon 28.12. 09:30",
  );
  expect(isOpenAt(new Date("2026-12-24T10:00:00Z"), hours)).toBe(false);
});

test("office hours stay on the wall clock across the change to and from summer time", () => {
  for (const [day, due] of [
    ["2026-03-27T15:30:00Z", "Mon 30.3. 09:30"],
    ["2026-10-23T14:30:00Z", "Mon 26.10. 09:30"],
  ] as const)
    expect(inZone(afterOpenMinutes(new Date(day), 60, office("Europe/Berlin")), "Europe/Berlin")).toBe(due);
});

test("the night in which the clock is turned has 23 or 25 real hours of open time", () => {
  const always: OpenHours = {
    week: Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [["00:00", "24:00"]]]),
    ),
    holidays: [],
    timeZone: "Europe/Berlin",
  };
  const midnight = new Date("2026-03-28T23:00:00Z");
  expect(inZone(afterOpenMinutes(midnight, 23 * 60, always), "Europe/Berlin")).toBe("Mon 30.3. 00:00");
});

test("a mailbox that never opens promises nothing", () => {
  expect(afterOpenMinutes(new Date(), 60, { week: {}, holidays: [], timeZone: "UTC" })).toBeUndefined();
});

test("overlapping spans count each minute once", () => {
  const hours: OpenHours = {
    week: {
      mon: [
        ["09:00", "12:00"],
        ["11:00", "14:00"],
      ],
    },
    holidays: [],
    timeZone: "UTC",
  };
  expect(afterOpenMinutes(new Date("2026-11-23T00:00:00Z"), 240, hours)).toEqual(new Date("2026-11-23T13:00:00Z"));
});

const clock = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
  );
const span = fc.tuple(clock, fc.oneof(clock, fc.constant("24:00")));
const week: fc.Arbitrary<Week> = fc.record(
  Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, fc.array(span, { maxLength: 3 })]),
  ),
  { requiredKeys: [] },
);
const anyHours: fc.Arbitrary<OpenHours> = fc.record({
  week,
  holidays: fc.array(fc.constantFrom("2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26", "2026-11-02"), {
    maxLength: 3,
  }),
  timeZone: fc.constantFrom(
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Santiago",
    "UTC",
  ),
});
/** Around the days on which clocks are turned, somewhere. */
const moment = fc
  .tuple(
    fc.constantFrom("2026-03-06", "2026-03-27", "2026-04-03", "2026-10-02", "2026-10-24", "2026-10-31"),
    fc.integer({ min: 0, max: 4 * 24 * 60 }),
  )
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000));
const minutes = fc.integer({ min: 1, max: 3_000 });

test("what is due is never due in closed time, and never in the past", () => {
  fc.assert(
    fc.property(anyHours, moment, minutes, (hours, from, length) => {
      const due = afterOpenMinutes(from, length, hours);
      if (!due) return;
      expect(isOpenAt(new Date(due.getTime() - 1), hours)).toBe(true);
      expect(due.getTime() - from.getTime()).toBeGreaterThanOrEqual(length * 60_000);
    }),
    { numRuns: 500 },
  );
});

test("more minutes are never due earlier, and a later message never before an earlier one", () => {
  fc.assert(
    fc.property(anyHours, moment, minutes, minutes, (hours, from, one, more) => {
      const early = afterOpenMinutes(from, one, hours);
      const late = afterOpenMinutes(from, one + more, hours);
      const after = afterOpenMinutes(new Date(from.getTime() + more * 60_000), one, hours);
      if (early && late) expect(late.getTime()).toBeGreaterThan(early.getTime());
      if (early && after) expect(after.getTime()).toBeGreaterThanOrEqual(early.getTime());
    }),
    { numRuns: 500 },
  );
});
