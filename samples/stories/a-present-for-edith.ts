/** A gift that was never opened because the friend went into care. Hard because the rule says no, and the letter does not even ask. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "a-present-for-edith",
  customer: "winifred-achterberg",
  situation: "refund-outside-window",
  signals: ["vulnerable"],
  subject: "A wool throw, quite unused",
  hoursAgo: 88,
  opening: `
    Dear Lumen & Loom,

    In the spring I bought from you a Fjord throw in the heather colour, order LL-41177, as a present for my friend Edith's birthday.
    It was £88. Before I could give it to her she had her fall, and she has now gone to live at the Limes, where everything is
    provided and there is a label sewn into it.

    I took it to her all the same, on {{weekday -4}}. She did not know what it was for. She thought that I had come about the piano.

    It is still in its tissue paper. I know that it is much too late to return it, your paper says sixty days and it is seven
    months. I only wondered whether you might know of somebody who could use it. It seems wrong that it should lie in a drawer.

    Yours sincerely,
    Winifred Achterberg (Miss)`,
  knows: [
    {
      about: ["address", "collect", "send"],
      says: "I could give it to the postman if somebody sent me a label. He is very obliging.",
    },
    {
      about: ["prefer", "like", "keep", "rather", "refund"],
      says: "I do not mind about the money. I should like to know that somebody is warm under it.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-41177" },
    { kind: "product", words: "a Fjord throw in the heather colour" },
    { kind: "amount", words: "£88" },
    { kind: "person", words: "my friend Edith" },
  ],
  next: [
    {
      when: "refused-with-alternative",
      says: "Thank you for thinking about it so carefully. Yes, let us do it in that way. Edith would have approved, she was always giving things away.",
    },
    { when: "refused", says: "Of course. I should not have written. Please do not give it another thought." },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        {
          when: "made-right",
          says: "That is a lovely idea. Thank you for what you wrote about Edith. You are the first person to ask about her by name.",
        },
        { when: "answered", says: "That is a very good idea. I shall wrap it up again." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "made-right",
      says: "I had not expected such a letter, and I have put it with Edith's. Thank you. I shall do as you suggest.",
      next: [
        { when: "checked", says: "It is done. I feel a good deal lighter, thank you." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "Thank you. That is a sensible plan." },
    { when: "apologised", says: "Thank you, my dear. She was very good company." },
    { when: "boilerplate", says: null },
    { when: "otherwise", says: "Thank you for writing." },
  ],
} satisfies StoryDraft;
