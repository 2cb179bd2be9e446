import { expect, test } from "vitest";
import type { Reading } from "../../../method/reading/index.ts";
import type { Message, ReadingCorrection } from "../../contract/index.ts";
import { type Heard, hear } from "./hear.ts";
import { readThreadWhole } from "./read-thread-whole.ts";

const ANGRY =
  "I am really angry: order LL-4412 of 3 November is late, I paid 84.60 EUR. Where is it? If I hear nothing I will call my lawyer.";

let made = 0;
function message(replyText: string, more: Partial<Message> = {}): Message {
  made += 1;
  return {
    id: made,
    kind: "inbound",
    class: "human",
    at: "2026-11-18T10:00:00.000Z",
    sentAt: null,
    from: { name: "Lea Brandt", address: "lea@customers.test" },
    replyText,
    ...more,
  } as Message;
}

function correction(of: Message, more: Partial<ReadingCorrection>): ReadingCorrection {
  return {
    id: 1,
    messageId: of.id,
    aspect: "feeling",
    start: 0,
    end: 0,
    heard: null,
    said: null,
    personId: 7,
    at: "2026-11-18T11:00:00.000Z",
    ...more,
  };
}

/** Reads a conversation and hears its last message. */
function hearLast(thread: readonly Message[], corrections: readonly ReadingCorrection[], timeZone: string): Heard {
  const letters = thread.map(({ replyText, at }) => ({ from: "customer" as const, text: replyText, at }));
  const reading = readThreadWhole(letters, timeZone).at(-1) as Reading;
  return hear(thread.at(-1) as Message, reading, thread, corrections);
}
const hearAlone = (one: Message, ...corrections: ReadingCorrection[]): Heard =>
  hearLast([one], corrections, "Europe/Berlin");
const place = (of: Message, words: string) => {
  const start = of.replyText.indexOf(words);
  return { start, end: start + words.length };
};

test("without corrections it is the engine's reading, dates reckoned on the mailbox's calendar", () => {
  const one = message(ANGRY);
  const heard = hearAlone(one);
  expect(heard.feelings[0]).toMatchObject({ feeling: "angry" });
  expect(heard.engineFeeling).toMatchObject({ name: "angry" });
  expect(heard.facts.map(({ kind, value }) => [kind, value])).toEqual([
    ["order", "LL-4412"],
    ["date", "2026-11-03"],
    ["amount", "84.60"],
  ]);
  expect(heard.signals.map(({ name }) => name)).toContain("legal");
  expect(heard.asks).toHaveLength(1);
  const late = message("It should be here tomorrow, and I paid 5 EUR.", { at: "2026-11-18T23:30:00.000Z" });
  expect(hearLast([late], [], "Europe/Berlin").facts[0]).toMatchObject({ value: "2026-11-20" });
  expect(hearLast([late], [], "America/New_York").facts[0]).toMatchObject({ value: "2026-11-19" });
});

test("a feeling put right takes the place of all that was heard; with none, the course is cool there", () => {
  const one = message(ANGRY);
  const worried = hearAlone(one, correction(one, { said: { name: "worried", value: null } }));
  expect(worried.feelings).toMatchObject([{ feeling: "worried", spans: [] }]);
  expect(worried.engineFeeling).toMatchObject({ name: "angry" });
  const next = message("Still nothing. This is unacceptable.");
  const said = correction(one, { said: { name: "neutral", value: null } });
  const before = hearLast([one, next], [], "UTC").course;
  const after = hearLast([one, next], [said], "UTC").course;
  expect(before[0]).toBeGreaterThan(0.3);
  expect(after).toEqual([0, before[1]]);
});

test("a situation put right is a person's word", () => {
  const one = message(ANGRY);
  const said = { name: "billing-error", value: null };
  const heard = hearAlone(one, correction(one, { aspect: "situation", said }));
  expect([heard.situation, heard.sureness]).toEqual(["billing-error", "said"]);
});

test("a fact put right stands where it was; one that is none is gone; the others stay", () => {
  const one = message(ANGRY);
  const order = { aspect: "fact", heard: { name: "order", value: "LL-4412", share: null } } as const;
  const amount = { aspect: "fact", heard: { name: "amount", value: "84.60", share: null } } as const;
  const heard = hearAlone(
    one,
    correction(one, { ...order, ...place(one, "LL-4412"), said: { name: "invoice", value: "LL-4412" } }),
    correction(one, { ...amount, ...place(one, "84.60 EUR") }),
  );
  expect(heard.facts).toMatchObject([
    { kind: "invoice", value: "LL-4412", text: "LL-4412", heard: { name: "order", value: "LL-4412" } },
    { kind: "date" },
  ]);
});

test("a signal that is not so is gone from this message, and from no other", () => {
  const [one, other] = [message(ANGRY), message(ANGRY)];
  const notSo = correction(one, { aspect: "signal", heard: { name: "legal", value: null, share: null } });
  expect(hearAlone(one, notSo).signals.map(({ name }) => name)).not.toContain("legal");
  expect(hearAlone(other, notSo).signals.map(({ name }) => name)).toContain("legal");
});

test("who writes and from where are no facts of the letter; a kind closing is no feeling", () => {
  const one = message("Hi, can the cover be washed? Write to lea@customers.test. Kind regards, Lea");
  expect(hearAlone(one).facts).toEqual([]);
  expect(hearAlone(one).feelings.map(({ feeling }) => feeling)).toEqual(["neutral"]);
});

test("a cry of despair is not listed among what they ask", () => {
  const heard = hearAlone(message("I can't go on like this, I want to end it all. Where is my refund?"));
  expect(heard.signals.map(({ name }) => name)).toContain("self-harm");
  expect(heard.asks).toHaveLength(1);
});

test("beside a cry of despair a polite thank-you is no gladness; a person who says that it is none brings it back", () => {
  const one = message("I want to end it all. Thank you so much for always being kind.");
  const feelings = (...put: ReadingCorrection[]) => hearAlone(one, ...put).feelings.map(({ feeling }) => feeling);
  expect(feelings()).not.toContain("grateful");
  const notSo = correction(one, { aspect: "signal", heard: { name: "self-harm", value: null, share: null } });
  expect(feelings(notSo)).toContain("grateful");
});

test("in a language it does not know it says nothing of feelings", () => {
  const heard = hearAlone(
    message("Wo bleibt meine Lieferung? Ich warte seit zwei Wochen auf die Lampe und bin wütend."),
  );
  expect([heard.feelings, heard.engineFeeling]).toEqual([[], null]);
});

test("however long a conversation is, each message has its reading, and the newest know what came before them", () => {
  const thread = Array.from({ length: 45 }, (_, index) => ({
    from: "customer" as const,
    text: `My order is LL-${1000 + index}.`,
    at: "2026-11-18T10:00:00Z",
  }));
  const readings = readThreadWhole(thread, "UTC");
  expect(readings.map(({ facts }) => facts[0]?.value)).toEqual(thread.map((_, index) => `LL-${1000 + index}`));
  expect(readings.at(-1)?.course).toHaveLength(20);
});
