import { describe, expect, test } from "vitest";
import { type LookAsked, lookAtDraft, type Matter } from "./look-at-draft.ts";
import { matterOf } from "./matter-of.ts";
import { settled } from "./settle.ts";

const matter: Matter = {
  seed: "7 0",
  thread: [
    {
      from: "customer",
      text: "I am furious. My blue kettle leaks, order 4417, and I wrote on Monday already! When do I get a new one?",
    },
  ],
  customer: { name: "Ana Lima" },
};
const COLD =
  "We apologise for any inconvenience. I understand, but our policy does not allow it. You should have checked the kettle when it arrived. We will get back to you shortly.";
const look = (reply: string, more: Partial<LookAsked> = {}, of: Matter = matter) =>
  lookAtDraft(of, { reply, at: "2026-03-04T10:00:00Z", muted: [], dismissed: [], ...more });
const rules = (reply: string, more: Partial<LookAsked> = {}) => look(reply, more).hints.map(({ rule }) => rule);

describe("what is said of a draft", () => {
  test("is three hints at most, each with what, how, why, its principle and a graded source, at its own words", () => {
    const { hints } = look(COLD);
    expect(hints).toHaveLength(3);
    for (const hint of hints) {
      expect(hint.see).toMatch(/\.$/);
      expect(hint.do).toMatch(/\.$/);
      expect(hint.see).not.toContain(hint.do);
      expect(hint.sources.length).toBeGreaterThan(0);
      expect(hint.words).toBe(COLD.slice(hint.start, hint.end));
    }
    expect(hints.find(({ rule }) => rule === "blames-the-customer")?.words).toBe("You should have checked");
  });

  test("a muted hint makes room for the next one; what stops a reply cannot be muted", () => {
    const [first] = rules(COLD) as [string];
    const without = rules(COLD, { muted: [first] });
    expect(without).not.toContain(first);
    expect(without).toHaveLength(3);
    const card = "I have put your card 4111 1111 1111 1111 on file and the kettle leaves today.";
    expect(look(card).hints[0]).toMatchObject({ level: "gate", holds: true });
    expect(rules(card, { muted: ["secret-shown"] })).toContain("secret-shown");
  });

  test("a hint that was waved away stays away from its words, and twice waved away says no more in this draft", () => {
    const once = [{ rule: "blames-the-customer", words: "You should have checked" }];
    expect(rules(COLD, { dismissed: once })).not.toContain("blames-the-customer");
    const other = COLD.replace("You should have checked", "You forgot to check");
    expect(rules(other, { dismissed: once })).toContain("blames-the-customer");
    const twice = [...once, { rule: "blames-the-customer", words: "You failed" }];
    expect(rules(other, { dismissed: twice })).not.toContain("blames-the-customer");
  });

  test("a hint keeps its key while words before it change, so that it does not flicker", () => {
    const before = look(COLD).hints.map(({ key }) => key);
    expect(look(`Dear Ana,\n\n${COLD}`).hints.map(({ key }) => key)).toEqual(before);
  });

  test("quoted words are nobody's fault", () => {
    expect(
      look(`> ${COLD}\n\nI have sent you a new blue kettle today, order 4417.`).hints.map(({ words }) => words),
    ).not.toContain("You should have checked");
  });

  test("in a language that it does not know it is silent, and says that it is", () => {
    const german = look("Es tut mir leid, dass der Kessel leckt. Sie hätten ihn prüfen müssen. Wir melden uns bald.");
    expect([german.hints, german.openings, german.silence]).toEqual([[], [], "language"]);
    const theirs = {
      ...matter,
      thread: [{ from: "customer" as const, text: "Der Kessel ist undicht und ich bin sauer!" }],
    };
    expect(look("", {}, theirs).silence).toBe("language");
    expect(look("").silence).toBeNull();
  });

  test("an empty letter gets openings that hold something of this customer, and no hint", () => {
    const { hints, openings } = look("");
    expect(hints).toEqual([]);
    expect(openings.length).toBeGreaterThan(0);
    for (const { text } of openings) expect(text).toMatch(/kettle|4417|Monday/);
    expect(new Set(openings.map(({ move }) => move)).size).toBe(openings.length);
  });
});

test("what a reply answers is the letters of both sides: no notes, no machines, no bounces", () => {
  const message = (kind: string, replyText: string, more: object = {}) =>
    ({
      kind,
      replyText,
      at: "2026-03-04T10:00:00Z",
      sentAt: null,
      class: "human",
      isAutomatic: false,
      isDelayNotice: false,
      ...more,
    }) as never;
  const { thread, seed } = matterOf({
    conversationId: 7,
    customerName: "",
    timeZone: "Europe/Berlin",
    promises: [],
    phrases: [],
    messages: [
      message("inbound", "It leaks."),
      message("outbound", "It has reached us.", { isAutomatic: true }),
      message("note", "Again!"),
      message("outbound", "I will look.", { sentAt: "2026-03-05T10:00:00Z" }),
      message("inbound", "I am away.", { class: "automatic" }),
      message("inbound", "It could not be delivered.", { class: "bounce" }),
    ],
  });
  expect(thread).toEqual([
    { from: "customer", text: "It leaks.", at: "2026-03-04T10:00:00Z" },
    { from: "agent", text: "I will look.", at: "2026-03-05T10:00:00Z" },
  ]);
  expect(seed).toBe("7 1");
});

test("a hint comes in a pause, stays while it is true, and goes at once", () => {
  const hints = [{ key: "a" }, { key: "b" }];
  expect(settled(new Set(), hints, false)).toEqual([]);
  expect(settled(new Set(), hints, true)).toEqual(hints);
  expect(settled(new Set(["b", "gone"]), hints, false)).toEqual([{ key: "b" }]);
});
