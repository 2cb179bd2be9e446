/** The log in words. */
import { describe, expect, test } from "vitest";
import { type Naming, sayDeed } from "./say-deed.ts";

const SAY: Naming = { person: (id) => `person ${id}`, mailbox: (id) => `mailbox ${id}`, when: () => "tomorrow 09:00" };

describe("a deed", () => {
  test.each([
    ["reply.sent", { messageId: 4 }, "answered"],
    ["conversation.assigned", { to: 2 }, "gave it to person 2"],
    ["conversation.assigned", { to: null }, "gave it to nobody"],
    ["conversation.status", { from: "open", to: "resolved" }, "set it to “Resolved”"],
    ["conversation.merged", { from: 12 }, "merged #12 into it"],
    ["conversation.merged", { into: 9 }, "merged it into #9"],
    ["conversation.tagged", { tags: ["a", "b"] }, "set the tags: a, b"],
    ["conversation.tagged", { tags: [] }, "took the tags away"],
    ["conversation.snoozed", { until: "2026-11-19T08:00:00Z" }, "put it to sleep until tomorrow 09:00"],
    ["mailbox.in-broken", { mailboxId: 3 }, "could not fetch mail for mailbox 3"],
  ])("%s %j is said as “%s”", (kind, data, words) => {
    expect(sayDeed({ kind, data }, SAY)).toBe(words);
  });

  test("a kind that has no words yet is said by its name, never left out", () => {
    expect(sayDeed({ kind: "promise.moved-late", data: {} }, SAY)).toBe("promise moved late");
  });
});
