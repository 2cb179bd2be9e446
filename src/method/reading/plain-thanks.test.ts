import { expect, test } from "vitest";
import { isPlainThanks } from "./plain-thanks.ts";

test.each([
  "Thanks!",
  "Thank you so much, Ana",
  "ok thanks",
  "Great, thank you very much!\n\nTom Baker",
  "Vielen Dank!",
  "Merci beaucoup 🙏",
  "ありがとうございます。",
  "Perfect, thanks for the update.",
])("only a thank-you: %s", (text) => expect(isPlainThanks(text)).toBe(true));

test.each([
  "Thanks, but it still does not work",
  "Thank you for nothing.",
  "Thanks. When will it arrive?",
  "ok",
  "Thanks, order 4411 please",
  "",
  "Thanks for the lamp, it came with a crack in the glass and the base wobbles",
  "Danke, aber nicht so",
])("more than a thank-you: %s", (text) => expect(isPlainThanks(text)).toBe(false));
