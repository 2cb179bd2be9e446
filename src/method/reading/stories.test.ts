import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { dateOf } from "./facts/calendar.ts";
import { read } from "./read.ts";

/** What this test needs of a story; the whole is checked where stories are loaded. */
interface Story {
  readonly situation: string;
  readonly language?: string;
  readonly signals?: readonly string[];
  readonly subject: string;
  readonly opening: string | { readonly text: string; readonly kind?: string };
  readonly facts?: readonly { readonly kind: string; readonly words: string; readonly told?: string }[];
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
/** 2026-11-18, a Wednesday. */
const SENT_DAY = 20_775;
const WEEKDAYS = "Thursday Friday Saturday Sunday Monday Tuesday Wednesday".split(" ");

const asSent = (text: string) =>
  text
    .replace(/^ {4}/gm, "")
    .trim()
    .replace(/\{\{(day|weekday) ([+-]?\d+)\}\}/g, (_, kind: string, days: string) => {
      const day = SENT_DAY + Number(days);
      const { month, date } = dateOf(day);
      return kind === "day" ? `${date} ${MONTHS[month - 1]}` : (WEEKDAYS[day % 7] as string);
    })
    .replace(/\{\{image [^}]*\}\}/g, "");

const folder = new URL("../../../samples/stories/", import.meta.url);
const stories = await Promise.all(
  readdirSync(folder).map(async (file) => {
    const story: Story = (await import(new URL(file, folder).href)).default;
    const opening = typeof story.opening === "string" ? { text: story.opening } : story.opening;
    const text = asSent(`${story.subject}.\n\n${opening.text}`);
    return {
      ...story,
      kind: opening.kind ?? "person",
      text,
      reading: read(text, { sentAt: "2026-11-18T10:00:00Z", timeZone: "Europe/London" }),
    };
  }),
);
const people = stories.filter(({ kind }) => kind === "person" || kind === "forwarded");
const english = people.filter(({ reading }) => reading.language === "en");
const share = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length / all.length;

test("most sample stories in English are read as the situation they were written for", () => {
  expect(english.length).toBeGreaterThan(25);
  expect(share(english, ({ situation, reading }) => reading.situations[0]?.situation === situation)).toBeGreaterThan(
    0.7,
  );
});

test("nearly every order number, amount and date a sample story tells is found, in seven languages", () => {
  const told = people.flatMap(({ facts, text, reading }) =>
    (facts ?? [])
      .filter((fact) => fact.told !== "later" && /^(?:order|amount|date)$/.test(fact.kind))
      .map((fact) => ({ at: text.indexOf(asSent(fact.words)), length: asSent(fact.words).length, reading }))
      .filter(({ at }) => at >= 0),
  );
  expect(told.length).toBeGreaterThan(60);
  expect(
    share(told, ({ at, length, reading }) => reading.facts.some((fact) => fact.start < at + length && at < fact.end)),
  ).toBeGreaterThan(0.85);
});

test("the story of a person in danger is seen, and no other story is taken for one", () => {
  const inDanger = (signals: readonly string[]) => signals.includes("self-harm");
  for (const { signals, reading } of people)
    expect(inDanger(reading.signals.map(({ signal }) => signal))).toBe(inDanger(signals ?? []));
});

test("the kindest stories are calm and the angriest is hot", () => {
  const heats = english.map(({ reading }) => reading.heat ?? 0).sort((a, b) => a - b);
  expect(heats.at(0)).toBeLessThan(0.1);
  expect(heats.at(-1)).toBeGreaterThan(0.7);
});
