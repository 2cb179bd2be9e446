/** What an author is told when a story is wrong. */
import { describe, expect, test } from "vitest";
import { checkCustomers, checkStory, StoryMistakes } from "./read-stories.ts";

const good = {
  id: "a-lamp",
  customer: "somebody",
  situation: "how-to",
  subject: "A lamp",
  hoursAgo: 2,
  opening: "Hello, how do I turn it on?",
  next: [
    { when: "answered", says: "Thank you." },
    { when: "otherwise", says: null },
  ],
};

function mistakes(draft: unknown): readonly string[] {
  try {
    checkStory("a-lamp.ts", draft);
    return [];
  } catch (error) {
    if (error instanceof StoryMistakes) return error.mistakes;
    throw error;
  }
}

test("a plain story is taken, with the text as it was typed", () => {
  const story = checkStory("a-lamp.ts", { ...good, opening: "\n    Hello,\n\n    how do I turn it on?\n  " });
  expect(story.opening.text).toBe("Hello,\n\nhow do I turn it on?");
  expect(story.next[0]?.says?.text).toBe("Thank you.");
  expect(story.next[1]?.says).toBeNull();
});

describe("a mistake is named with its place:", () => {
  test.each([
    [{ ...good, situation: "lamp-trouble" }, "a-lamp.ts: situation: Invalid option"],
    [{ ...good, id: "another-lamp" }, 'a-lamp.ts: id: It has to be "a-lamp", the name of the file.'],
    [{ ...good, opening: "On {{dya +3}}" }, "a-lamp.ts: opening: {{dya +3}} is not a placeholder."],
    [{ ...good, opening: "  \n " }, "a-lamp.ts: opening: The letter is empty."],
    [{ ...good, opening: { text: "Hi", attachment: [] } }, 'a-lamp.ts: opening: Unrecognized key: "attachment"'],
    [
      { ...good, next: [{ when: "answered", says: "Thanks." }] },
      'a-lamp.ts: next: The last branch has to be "otherwise"',
    ],
    [
      {
        ...good,
        next: [
          { when: "asked", says: "{{answers}}" },
          { when: "otherwise", says: null },
        ],
      },
      "a-lamp.ts: knows: {{answers}} is used",
    ],
    [
      {
        ...good,
        next: [
          { when: "happy", says: "Thanks." },
          { when: "otherwise", says: null },
        ],
      },
      "a-lamp.ts: next.0.when: Invalid option",
    ],
    [
      {
        ...good,
        next: [
          { when: "asked", says: "A" },
          { when: "asked", says: "B" },
          { when: "otherwise", says: null },
        ],
      },
      'a-lamp.ts: next.1.when: "asked" stands twice',
    ],
    [
      { ...good, chasers: [{ hoursAgo: 3, mail: "Hello?" }] },
      "a-lamp.ts: chasers.0: A chaser is written after the opening mail.",
    ],
    [{ ...good, hoursAgo: -1 }, "a-lamp.ts: hoursAgo: Too small"],
  ])("%#", (draft, sentence) => {
    const found = mistakes(draft);
    expect(
      found.some((one) => one.startsWith(sentence)),
      found.join("\n"),
    ).toBe(true);
  });

  test("all mistakes of a story are told at once", () => {
    expect(mistakes({ ...good, situation: "x", hoursAgo: 0, subject: 4 }).length).toBeGreaterThanOrEqual(3);
  });

  test("a customer's address has to end in .example", () => {
    const person = {
      id: "somebody",
      name: "Some Body",
      addresses: ["some@body.com"],
      language: "en",
      timeZone: "Mars/Olympus",
      background: "Lives somewhere.",
      tone: "calm",
      program: "gmail",
    };
    expect(() => checkCustomers("customers.ts", [person])).toThrow(
      /addresses\.0: A sample address has to end in \.example/,
    );
    expect(() => checkCustomers("customers.ts", [person])).toThrow(/timeZone: This time zone is not known/);
  });
});
