import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read, type Scorers } from "../reading/index.ts";
import { openModels } from "./open-models.ts";

/** How a sentence may say it, and what may stand around it: every opening with every matter. */
const OPENINGS = [
  "I'm {}.",
  "I am {} about this.",
  "Honestly, I'm {}.",
  "We are {}.",
  "To be frank I am {} by now.",
  "I'm {} with you.",
  "I have to say that I'm {}.",
  "My wife and I are {}.",
  "I was {} when I saw it.",
  "I'm writing because I'm {}.",
];
const MATTERS = [
  "The kettle leaks.",
  "The parcel has not come.",
  "My invoice shows the wrong amount.",
  "Nobody rang back on Tuesday.",
  "The app closes by itself.",
  "You sent two left shoes.",
  "I cannot sign in.",
  "The bread was stale.",
  "The heating is off again.",
  "My seat had been given to somebody else.",
  "The engineer came at five instead of one.",
  "The photographs are blurred.",
  "Two pages are missing from the book.",
  "Order 4417 is still open.",
  "The music stops after ten seconds.",
  "The door was scratched.",
  "My appointment had been moved without a word.",
  "The refund is 12 short.",
  "The plant arrived dry.",
  "The form does not let me finish.",
];
const TEMPLATES = OPENINGS.flatMap((opening) => MATTERS.map((matter) => `${matter} ${opening}`));

const hotFeelings = new Set(["angry", "frustrated"]);
function heardIn(text: string, scorers: Scorers): { heat: number; strength: number } {
  const { heat, feelings } = read(text, { scorers });
  const strengths = feelings.filter(({ feeling }) => hotFeelings.has(feeling)).map(({ intensity }) => intensity);
  return { heat: heat ?? 0, strength: Math.max(0, ...strengths) };
}

const learned = openModels(readFileSync(new URL("weights.bin", import.meta.url))).reading;

describe("a bit annoyed, annoyed, furious", () => {
  test(`${TEMPLATES.length} templates are at least the 200 that were asked for, each of its own`, () => {
    expect(new Set(TEMPLATES).size).toBe(TEMPLATES.length);
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(200);
  });

  test.each([
    ["by its cues alone", {}],
    ["with what was learned", learned],
  ])("%s, the heat and the strength of the feeling rise in this order in every template", (_, scorers) => {
    for (const template of TEMPLATES) {
      const [little, plain, much] = ["a bit annoyed", "annoyed", "furious"].map((words) =>
        heardIn(template.replace("{}", words), scorers),
      ) as [ReturnType<typeof heardIn>, ReturnType<typeof heardIn>, ReturnType<typeof heardIn>];
      expect(little.strength, template).toBeGreaterThan(0);
      expect(plain.strength, template).toBeGreaterThan(little.strength);
      expect(much.strength, template).toBeGreaterThan(plain.strength);
      expect(plain.heat, template).toBeGreaterThan(little.heat);
      expect(much.heat, template).toBeGreaterThan(plain.heat);
    }
  });
});
