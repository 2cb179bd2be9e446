import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuery } from "./query.ts";
import { tsqueryOf } from "./tsquery.ts";

const NOW = new Date("2026-11-22T15:00:00Z");
const read = (typed: string, zone = "UTC") => readQuery(typed, NOW, zone);
const words = (typed: string) => tsqueryOf(read(typed)).replace(/ & !'\+own-automatic'$/, "");

test("words must all be there, and from three letters on their beginning is enough", () => {
  expect(words("refund to Jürgen")).toBe("('refund':*) & ('to') & ('jurgen':*)");
});

test("what stands in quotes, or hangs together, are neighbouring words", () => {
  expect(words('"broken lamp" LL-47120')).toBe("('broken' <-> 'lamp') & ('ll' <-> '47120':*)");
  expect(words("“broken lamp”")).toBe("('broken' <-> 'lamp')");
  expect(words('"never closed')).toBe("('never' <-> 'closed')");
});

test("a minus takes away, also before a phrase or a filter", () => {
  expect(words('-refund -"broken lamp"')).toBe("!('refund':*) & !('broken' <-> 'lamp')");
  expect(read("-is:unread").is).toEqual([{ value: "unread", negated: true }]);
});

test("our own automatic mail is left out unless it is asked for", () => {
  expect(tsqueryOf(read("lamp"))).toBe("('lamp':*) & !'+own-automatic'");
  expect(tsqueryOf(read("is:open"))).toBe("!'+own-automatic'");
  expect(tsqueryOf(read("lamp is:automatic"))).toBe("('lamp':*) & '+automatic'");
  expect(tsqueryOf(read("lamp -is:automatic"))).toBe("('lamp':*) & !'+automatic' & !'+own-automatic'");
});

test("people and subjects are words of their own kind", () => {
  expect(words("from:anna@shop.example to:bo subject:Invoice")).toBe(
    "('<anna' & '<shop' & '<example':*) & ('>bo':*) & ('invoice':*A)",
  );
});

test("filters are read with their values", () => {
  const query = read('is:open has:attachments tag:"very urgent" mailbox:billing');
  expect(query.is).toEqual([{ value: "open", negated: false }]);
  expect(query.has).toEqual([{ value: "attachment", negated: false }]);
  expect(query.tags).toEqual([{ value: "very urgent", negated: false }]);
  expect(query.mailboxes).toEqual([{ value: "billing", negated: false }]);
  expect(query.remarks).toEqual([]);
});

test("days are read as dates and as times back from now", () => {
  expect(read("before:2026-11-01 after:7d")).toMatchObject({
    before: new Date("2026-11-01T00:00:00Z"),
    after: new Date("2026-11-15T15:00:00Z"),
  });
  expect(read("after:yesterday").after).toEqual(new Date("2026-11-21T00:00:00Z"));
  expect(read("-before:2026-11-01")).toMatchObject({ before: undefined, after: new Date("2026-11-01T00:00:00Z") });
  expect(read("before:2026-02-30")).toMatchObject({ before: undefined });
  expect(read("before:2026-02-30").remarks[0]).toContain("2026-02-30");
});

test("days begin where whoever asks is, also when the clocks change and when a zone is not known", () => {
  expect(read("before:2026-11-01 after:2026-10-25", "Europe/Berlin")).toMatchObject({
    before: new Date("2026-10-31T23:00:00Z"),
    after: new Date("2026-10-24T22:00:00Z"),
  });
  expect(read("after:today", "Asia/Tokyo").after).toEqual(new Date("2026-11-22T15:00:00Z"));
  expect(read("after:yesterday", "America/Los_Angeles").after).toEqual(new Date("2026-11-21T08:00:00Z"));
  expect(read("after:2026-11", "Pacific/Auckland").after).toEqual(new Date("2026-10-31T11:00:00Z"));
  expect(read("after:7d", "Asia/Tokyo").after).toEqual(new Date("2026-11-15T15:00:00Z"));
  expect(read("after:2026-11-01", "Mars/Olympus").after).toEqual(new Date("2026-11-01T00:00:00Z"));
  expect(read("after:0026-01-01", "UTC").after).toBeUndefined();
});

test("a number sign names a conversation", () => {
  expect(read("#123").conversation).toBe(123);
  expect(read("#12a").conversation).toBeUndefined();
});

test("what is no filter is searched as words, and said; addresses of web pages and times of day are not worth a remark", () => {
  expect(words("colour:red")).toBe("('colour' <-> 'red')");
  expect(read("colour:red").remarks).toEqual(["“colour:” is not a filter here; it was searched as a word."]);
  expect(read("is:angry").remarks[0]).toContain("open, waiting");
  expect(read("https://shop.example 10:30 Re:lamp").remarks).toEqual([]);
});

test("whatever is typed, reading never fails, and what comes out names only words that need no escaping", () => {
  const bits = fc.constantFrom(
    '"',
    "-",
    "is:",
    "from:",
    "#",
    "before:",
    "9999y",
    ":",
    "'",
    "\\",
    "&",
    "*",
    " ",
    "東京",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 60 }), (parts) => {
      const query = read(parts.join(""));
      for (const term of query.terms) for (const word of term.words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      for (const day of [query.before, query.after]) if (day) expect(Number.isNaN(day.getTime())).toBe(false);
      tsqueryOf(query);
    }),
  );
});
