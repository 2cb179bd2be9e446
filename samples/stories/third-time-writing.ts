/** Right in the matter, wrong in the tone. Hard because the insult invites an answer, and the two earlier silences were ours. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "third-time-writing",
  customer: "dale-hutchins",
  situation: "unanswered-ticket",
  signals: ["abuse", "repeat-contact", "wants-manager"],
  subject: "THIRD TIME. ANSWER ME.",
  hoursAgo: 19,
  atHour: 21,
  opening: {
    text: `
      This is the THIRD mail. I wrote {{day -16}}, I wrote {{day -9}}, and what I got both times was NOTHING. Not a line.
      Do you people read or do you just sit there.

      Order LL-47733, the Dormouse wake up light, $129. It quit after eight days. I sent it back with YOUR label on
      {{day -20}}, tracking says you signed for it, and I have no lamp and no money.

      It's for my granddaughter. She's nine and she gets herself up for school because I'm on site at five. Now I stand in
      a driveway in the dark and phone her awake like an idiot, and you clowns can't type two sentences. Bunch of useless
      idiots. I want a manager, a real one with a name, and I want it TODAY.`,
    earlier: [
      {
        name: "Dale Hutchins",
        address: "dale.hutchins@hutchins-drywall.example",
        daysAgo: 9,
        text: `
          Second try. The Dormouse from order LL-47733 went back to you and I heard nothing since. Please tell me where it's at.`,
      },
      {
        name: "Dale Hutchins",
        address: "dale.hutchins@hutchins-drywall.example",
        daysAgo: 16,
        text: `
          Hi there, I returned a Dormouse light (LL-47733) that stopped working. Can you let me know when the new one ships?
          Nice lamp otherwise, the kid loves it.`,
      },
    ],
  },
  chasers: [{ hoursAgo: 5, mail: "And a whole night goes by. Figures." }],
  knows: [
    {
      about: ["refund", "replacement", "prefer", "rather", "which", "would you like"],
      says: "A new one. Not the money. She liked that lamp.",
    },
    { about: ["tracking", "label"], says: "Tracking is 7741 2208 93, signed for by somebody called Pim." },
    {
      about: ["address", "ship", "send it"],
      says: "Same address as the order, Maple Street. Leave it on the porch, the dog's friendly.",
    },
    { about: ["call", "phone", "number"], says: "Call after six, before that I can't hear you over the sander." },
  ],
  facts: [
    { kind: "order", words: "LL-47733" },
    { kind: "product", words: "Dormouse wake up light" },
    { kind: "amount", words: "$129" },
    { kind: "date", words: "{{day -20}}" },
    { kind: "date", words: "{{day -16}}" },
    { kind: "date", words: "{{day -9}}" },
    { kind: "person", words: "my granddaughter" },
    { kind: "wish", words: "I want a manager" },
    { kind: "other", words: "7741 2208 93", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: `
        OH IT'S MY FAULT. I see. I followed your label, your box and your instructions and it's MY fault.

        Done talking. My card company can have this one.`,
      next: [
        {
          when: "made-right",
          says: "All right. That's the first straight sentence I've had from you. Send the lamp and we're square.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "So you've got my lamp AND my money and the answer is no. I'm calling the card company. Don't write back.",
      next: [
        { when: "made-right", says: "OK. OK. I'll hold off on the card people until that date. Not a day longer." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "made-right",
      says: `
        Well. Somebody's home after all.

        OK, that's what I wanted to hear, with a date on it. I was out of line with the name calling. Long week. Send the
        lamp and I'll tell her it's coming.`,
      next: [
        { when: "asked", says: "{{answers}}" },
        {
          when: "checked",
          says: "It came. She was up before I even called. You tell whoever fixed this that Dale said thanks.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: `
        More questions. Fine.

        {{answers}}

        Now when.`,
      next: [
        { when: "answered", says: "Good. I'm writing that date on the fridge. Don't make a liar of me." },
        { when: "refused", says: "Unbelievable. I'm done. Card company it is." },
        { when: "otherwise", says: "WHEN." },
      ],
    },
    {
      when: "answered",
      says: "Took you long enough. Not even a sorry in there but fine. I'll believe it when it's on my porch.",
      next: [
        { when: "apologised", says: "There it is. Appreciate it." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "apologised",
      says: "Sorry doesn't wake up a nine year old. What are you going to DO and WHEN.",
      next: [
        { when: "answered", says: "OK. That I can work with." },
        { when: "otherwise", says: "Still no date. Put your manager on." },
      ],
    },
    {
      when: "boilerplate",
      says: `
        "VALUED CUSTOMER"? Did a person write that? I have a drywall saw with more feeling.

        One question. WHERE IS MY LAMP.`,
      next: [
        { when: "made-right", says: "OK. Thank you. Was that so hard." },
        { when: "otherwise", says: "That's it. I'm disputing the charge. Goodbye." },
      ],
    },
    { when: "otherwise", says: "That's a lot of words and no lamp in any of them." },
  ],
} satisfies StoryDraft;
