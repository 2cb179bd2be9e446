/** A blogger who read "sixty days" and bought cut curtains. Hard because he is wrong, has readers, and has been friendly so far. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "cut-to-length",
  customer: "gus-petrakis",
  situation: "misunderstood-policy",
  signals: ["public-review"],
  subject: "60-day returns: does that mean 60 days or doesn't it?",
  hoursAgo: 29,
  opening: `
    Hey team,

    Day 34 with the Harbour curtains (LL-48402, $312 with the hemming). Gorgeous cloth, wrong room. They eat all the light. Went to
    return them, since there's a big friendly banner saying "60 days, no questions", and your form tells me they're "not
    eligible". No reason, just a grey button.

    I'm guessing it's because you cut them to my length? I can't find that on the product page. It's not in the cart either. It is,
    I now know, in paragraph 7 of a page called Fine Print, which at least is honest naming.

    I'm writing up the flat for Slow Rooms this weekend, and I'd like to tell readers how it was resolved, not how it wasn't. No
    threat intended. You've been good to me so far, and I'll print what happens either way.

    Gus`,
  knows: [
    {
      about: ["length", "drop", "measure", "size"],
      says: "2.31 m drop, two panels of 1.40. Odd numbers, I know, the ceiling slopes.",
    },
    {
      about: ["prefer", "rather", "option", "which", "would you"],
      says: "If I'm choosing, I'd swap them for something sheerer before I'd take the money.",
    },
    {
      about: ["photo", "picture", "screenshot"],
      says: "I've a screenshot of the product page from today, with nothing about cutting on it. I'll put it in the piece either way.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-48402" },
    { kind: "product", words: "Harbour curtains" },
    { kind: "amount", words: "$312" },
    { kind: "date", words: "Day 34" },
    { kind: "other", words: "2.31 m drop", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: "Sure, paragraph 7, I should have. I'll quote that line of yours, it's perfect for the piece.",
    },
    {
      when: "refused-with-alternative",
      says: "OK, that I respect. You told me no, you told me why, and you gave me somewhere to go. I'll take the offer.\n\nDo fix the product page though. I'll be the first of many.",
      next: [
        { when: "answered", says: "Love it. The piece will say exactly that." },
        { when: "checked", says: "Sorted, and the sheers are up. The piece runs Sunday, you come out of it well." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "So the banner says yes, the button says no, and you say the button's right. Noted. I'll write it as it happened.",
      next: [
        { when: "refused-with-alternative", says: "That's better. Why not open with it? Yes, let's do that." },
        { when: "made-right", says: "Well, credit where it's due. Thanks for having another look." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "Happy to help:\n\n{{answers}}",
      next: [
        {
          when: "made-right",
          says: "Done and done. Thanks for treating it as your page's fault and not as my eyesight's.",
        },
        { when: "refused-with-alternative", says: "Fair. Not what I hoped for, but fair. I'll take the alternative." },
        { when: "otherwise", says: "So where does that leave us? I'd like to know before Sunday." },
      ],
    },
    {
      when: "made-right",
      says: "Now that's how you do it. I'll pack them up. Expect a paragraph about it, a nice one.",
    },
    { when: "answered", says: "Good, thanks. I'll do that." },
    {
      when: "boilerplate",
      says: "You may want to know that I publish verbatim. Want to have another go at that one?",
      next: [
        { when: "made-right", says: "Much better. Thanks for being a sport." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Appreciate it. But can they come back, yes or no?" },
  ],
} satisfies StoryDraft;
