/** A lost photo day and a bill for it, itemised. Hard because part of it is fair, and none of it is within an agent's limit. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "a-day-without-light",
  customer: "kofi-asante",
  situation: "compensation-demand",
  signals: ["churn"],
  mailbox: "billing",
  alsoTo: "help",
  subject: "Costs of {{weekday -6}}, £2,130",
  hoursAgo: 91,
  opening: {
    text: `
      Hello,

      As promised on the phone, here's what {{weekday -6}} cost. You'd confirmed the two Kites for eight in the morning (LL-49615). They
      came at ten past four. By then the light, the photographer and my goodwill had gone home.

      £2,130 in all, itemised in the attachment. I'm not padding it. I left out my own day and the cake.

      I know your terms say you aren't liable for "consequential loss". I also know that a person called Lieke wrote to me "eight o'clock,
      guaranteed", and I built a day on that word.

      What would you consider right?

      Kofi`,
    attachments: [{ file: "quote-photo-day.pdf", name: "costs-photo-day.pdf" }],
  },
  knows: [
    {
      about: ["lieke", "guarantee", "written", "mail", "confirm"],
      says: "Lieke's mail is from {{day -9}}, it's in your own thread. \"Eight o'clock, guaranteed\", with a smiley.",
    },
    {
      about: ["insurance", "refund", "studio", "back"],
      says: "The studio gave nothing back, I asked. No insurance on a rental day.",
    },
    {
      about: ["prefer", "like", "option", "which", "fair"],
      says: "If you're asking me: the studio and the assistants, £1,020, and we both learn something.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-49615" },
    { kind: "amount", words: "£2,130" },
    { kind: "product", words: "two Kites" },
    { kind: "person", words: "Lieke" },
    { kind: "amount", words: "£1,020", told: "later" },
  ],
  next: [
    { when: "blamed", says: "I built a day on a guarantee. If that's naive, I'll be less naive with the next shop." },
    {
      when: "refused-with-alternative",
      says: "It's less than I hoped and more than your terms. I'll take it, and I'll go on buying lamps from you. Just not on the day itself.",
      next: [
        { when: "answered", says: "Received, thank you. Clean slate." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "Understood. That's a wedding planner and about forty lamps a year. I hope the paragraph was worth it.",
      next: [
        {
          when: "made-right",
          says: "That's generous, and it's late, and I'll take it in the spirit it's meant. Thank you.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "refused-with-alternative", says: "Fair. Agreed." },
        { when: "made-right", says: "Agreed, and thank you for owning the word." },
        { when: "answered", says: "Good. Thank you." },
        { when: "otherwise", says: "Has somebody who may decide seen this?" },
      ],
    },
    { when: "made-right", says: "Thank you. Somebody over there understands what a guarantee is." },
    { when: "answered", says: "All right. Put it in writing and we're done." },
    { when: "otherwise", says: "That's a nice mail. What would you consider right, in pounds?" },
  ],
} satisfies StoryDraft;
