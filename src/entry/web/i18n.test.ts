/** The words on screen: plurals, variables, other languages, and nothing left half-said. */
import { describe, expect, test } from "vitest";
import { makeWording } from "./i18n.ts";
import { en } from "./words/en.ts";

describe("wording", () => {
  test("one and many are told apart", () => {
    const { t } = makeWording("en");
    expect(t("customers.conversations", { count: 1 })).toBe("1 conversation");
    expect(t("customers.conversations", { count: 1234 })).toBe("1,234 conversations");
  });

  test("a figure that names something is no amount", () => {
    expect(makeWording("en").t("split.done", { number: 1234 })).toBe("That is #1234 now.");
  });

  test("a language with three plurals uses all three", () => {
    const polish = {
      "customers.conversations_one": "{count} rozmowa",
      "customers.conversations_few": "{count} rozmowy",
      "customers.conversations_many": "{count} rozmów",
      "customers.conversations_other": "{count} rozmowy",
    };
    const { t } = makeWording("pl", polish);
    expect([1, 3, 5].map((count) => t("customers.conversations", { count }))).toEqual([
      "1 rozmowa",
      "3 rozmowy",
      "5 rozmów",
    ]);
  });

  test("what a language does not say yet is said in English", () => {
    expect(makeWording("pl", {}).t("save")).toBe("Save");
  });

  test("a value that looks like a variable is not filled again", () => {
    expect(makeWording("en").t("palette.search", { query: "{query}" })).toBe("Search for “{query}”");
  });
});

test("no word is empty, and none shouts", () => {
  for (const [key, words] of Object.entries(en)) {
    expect(words.trim(), key).not.toBe("");
    expect(words, key).not.toMatch(/!|[A-Z]{9,}|[Pp]lease be advised|[Ii]nvalid|[Ee]rror occurred/);
  }
});

test("every plural has its other form", () => {
  const keys = Object.keys(en);
  for (const key of keys.filter((one) => one.endsWith("_one"))) expect(keys).toContain(key.replace(/_one$/, "_other"));
});
