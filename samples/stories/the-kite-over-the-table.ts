/** A lamp on the dinner table, a demand for five thousand dollars, and a photograph. Hard because two things are true at once: it was dangerous, and it was not five thousand dollars. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "the-kite-over-the-table",
  customer: "dale-hutchins",
  situation: "compensation-demand",
  signals: ["legal", "safety", "wants-manager"],
  subject: "YOUR LAMP FELL ON MY TABLE",
  hoursAgo: 38,
  atHour: 6,
  opening: {
    text: `
      Your Kite pendant came out of the ceiling on {{weekday -2}} in the middle of dinner. LL-45815. I'm a drywall man, I hang ceilings
      for a living, I put the anchor in myself and the anchor is STILL UP THERE. It's your cord clamp that let go. See picture.

      {{image fallen-kite.png}}

      It took out the good plates, my late wife's, a $600 turkey dinner for nine and it missed my granddaughter's head by maybe a foot.
      She won't sit at the table now.

      I want $5,000 and I want to know what you're going to do about the other ones you sold. If I don't hear from somebody who can
      decide things by {{day +3}} my brother in law is an attorney and he's been bored since he retired.`,
    attachments: [{ file: "fallen-kite.png", name: "table.png" }],
  },
  knows: [
    {
      about: ["clamp", "serial", "number", "label", "part", "keep"],
      says: "Number on the canopy is KT-0870-33. I kept every piece in a bucket. The clamp is cracked clean through.",
    },
    {
      about: ["hurt", "injur", "everyone", "granddaughter", "okay", "ok"],
      says: "Nobody hurt. She's shook. Thanks for asking about her first.",
    },
    {
      about: ["plates", "cost", "damage", "receipt", "list"],
      says: "Plates I can't put a number on. The table's refinishing is $340, I called around. Dinner was what it was.",
    },
    {
      about: ["install", "ceiling", "anchor", "weight"],
      says: "Anchor's rated for fifty pounds, the lamp weighs four. I do this for a living.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-45815" },
    { kind: "product", words: "Your Kite pendant" },
    { kind: "amount", words: "$5,000" },
    { kind: "amount", words: "$600" },
    { kind: "date", words: "{{day +3}}" },
    { kind: "amount", words: "$340", told: "later" },
    { kind: "other", words: "KT-0870-33", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: "You're telling ME how to hang something from a ceiling. OK. You'll hear from Walt. He's got stationery and everything.",
    },
    {
      when: "refused-with-alternative",
      says: "Five thousand was me being mad, I know it. What you wrote is fair. Fix the table, take the bucket, and tell me in writing you're looking at the other ones.",
      next: [
        { when: "answered", says: "Good. That's what I needed to hear, the others. Done." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "So a lamp drops a foot from a kid's head and the answer's no. Walt's going to enjoy this.",
      next: [
        { when: "made-right", says: "All right. You came back and did it right. I'll call Walt off." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        {
          when: "made-right",
          says: "OK. You asked about the kid before you asked about the clamp. I noticed that. We'll work it out.",
          next: [
            {
              when: "checked",
              says: "Table's done, looks better than before. She sat down at it Sunday. We're square.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "refused-with-alternative", says: "I can live with that. Send it in writing." },
        { when: "answered", says: "Fine. I'll wait for it." },
        { when: "otherwise", says: "Who decides? Give me a name." },
      ],
    },
    {
      when: "made-right",
      says: "That's the first company in ten years that said it straight. I'm still sore about the plates. But OK.",
    },
    {
      when: "answered",
      says: "And the other lamps you sold? That's what keeps me up.",
      next: [
        { when: "answered", says: "OK. Good." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: "Inconvenience. INCONVENIENCE. Read the mail again and have somebody call me.",
      next: [
        { when: "made-right", says: "There you go. That's how a person writes. OK." },
        { when: "otherwise", says: "You had your chance. It's with Walt now." },
      ],
    },
    { when: "otherwise", says: "What are you going to DO." },
  ],
} satisfies StoryDraft;
