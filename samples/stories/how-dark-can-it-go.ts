/** A small question with a headache behind it. Hard because the short answer is easy and she needs the long one. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "how-dark-can-it-go",
  customer: "nell-abernathy",
  situation: "how-to",
  subject: "how dark can the Wren go?",
  hoursAgo: 66,
  opening: `
    Hiya, quick one. Is there a way to get the Wren darker than the darkest on the knob? I get migraines, and on the bad days even the
    lowest setting feels like a stadium. I don't want to sit in the pitch dark though because of the hems.

    I don't have the app. Or I do, but on a phone that belongs to my son between four and seven.

    Cheers, Nell`,
  knows: [
    {
      about: ["version", "firmware", "which", "model", "knob"],
      says: "It's the black Wren, bought last winter. The knob clicks when you push it, if that tells you anything.",
    },
  ],
  facts: [
    { kind: "product", words: "the Wren" },
    { kind: "tried", words: "the darkest on the knob" },
  ],
  next: [
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "answered", says: "Well would you look at that. It's like a candle with manners. Thank you!" },
        { when: "otherwise", says: "Sorry, I'm none the wiser, blame the head." },
      ],
    },
    { when: "refused-with-alternative", says: "The baking paper idea's daft and it works. Thank you." },
    { when: "refused", says: "Ah well. A tea towel it is then. (Joking. I won't set fire to your lamp.)" },
    {
      when: "answered",
      says: "That's magic. Push, hold, turn, and it goes right down. Sitting here in the dimness like a happy mole. Thank you.",
      next: [
        { when: "checked", says: "Yes! Whole evening, no headache." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "boilerplate", says: "Thanks, but I've read that page. It says turn the knob." },
    { when: "otherwise", says: "Thanks! But how do I do it?" },
  ],
} satisfies StoryDraft;
