/** A thank-you with a fault in the last line. Hard because the last line is easy to miss and it is the reason to write. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "thanks-and-one-small-thing",
  customer: "priya-raghunathan",
  situation: "how-to",
  subject: "Re: the blanket!!",
  hoursAgo: 57,
  opening: `
    just wanted to say the fjord throw came and its the softest thing i own, the whole ward has tried it. thank you to whoever wrote the
    little card

    oh and do you know if its meant to shed like this? its on my scrubs and infection control gave me a look`,
  knows: [
    {
      about: ["wash", "colour", "color", "how long", "tried"],
      says: "its the grey one, i havent washed it, didnt dare",
    },
  ],
  facts: [
    { kind: "product", words: "the fjord throw" },
    { kind: "tried", words: "i havent washed it", told: "later" },
  ],
  next: [
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "answered", says: "ah brilliant will do that on my day off, ta" },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "amazing thank you, didnt know you could put wool in the freezer. what a world",
      next: [
        { when: "checked", says: "shedding stopped! infection control smiled at me (!!)" },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "aw thanks :) and the shedding?" },
  ],
} satisfies StoryDraft;
