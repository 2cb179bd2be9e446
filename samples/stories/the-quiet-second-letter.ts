/** A polite last try after three weeks of silence. Hard because it asks for nothing and will not be written a third time. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "the-quiet-second-letter",
  customer: "hanne-solbakken",
  situation: "unanswered-ticket",
  signals: ["churn", "repeat-contact"],
  subject: "My question from {{day -21}}",
  hoursAgo: 62,
  opening: {
    text: `
      Hello,

      I wrote on {{day -21}} about the Fjord throw from order LL-47290. One edge comes loose when it is used. I asked if it can be
      mended. I have not heard from you.

      Perhaps it got lost. Perhaps it was not a good question. I have sewn the edge myself now, with a blue thread, it was what I had.

      I write only so that you can close it on your side.

      Hanne Solbakken`,
    earlier: [
      {
        name: "Hanne Solbakken",
        address: "hanne.solbakken@epost.example",
        daysAgo: 21,
        text: `
          Hello,

          My Fjord throw from order LL-47290 comes loose at one edge. Is it possible to have it mended? It was a present from my
          husband, so I would like to keep this one and not have a new one.

          Hanne Solbakken`,
      },
    ],
  },
  knows: [
    {
      about: ["photo", "picture", "look like"],
      says: "I have no good photo, but it is about twenty centimetres, on the fringe side.",
    },
    {
      about: ["address", "send", "collect"],
      says: "I am at sea until {{day +4}}. After that I am home, the address is the same.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-47290" },
    { kind: "product", words: "the Fjord throw" },
    { kind: "date", words: "{{day -21}}" },
    { kind: "tried", words: "I have sewn the edge myself now" },
  ],
  next: [
    { when: "refused", says: "Then it is as it is. Thank you for the answer." },
    {
      when: "asked",
      says: "{{answers}}\n\nYou do not need to do much. I was mostly sad that nobody wrote.",
      next: [
        {
          when: "made-right",
          says: "Thank you. I will send it when I am home. You may leave the blue thread in, if it is possible. I have become used to it.",
        },
        { when: "answered", says: "That is good. Thank you." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "made-right",
      says: "Thank you for writing, and for reading the old letter also. I did not expect it.\n\nYes, I would like to have it mended.",
      next: [
        { when: "asked", says: "{{answers}}" },
        { when: "checked", says: "It came back today. The edge is whole and the blue thread is still there. Takk." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "boilerplate", says: null },
    { when: "apologised", says: "It is all right. Thank you for saying it." },
    { when: "otherwise", says: "Thank you for your answer." },
  ],
} satisfies StoryDraft;
