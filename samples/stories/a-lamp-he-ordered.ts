/** Her husband ordered a lamp before he died. Hard because the paperwork is ours and the sentence is hers. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "a-lamp-he-ordered",
  customer: "hanne-solbakken",
  situation: "bereavement",
  signals: ["vulnerable"],
  subject: "Order LL-49470",
  hoursAgo: 20,
  opening: `
    Hello,

    My husband Arne ordered a Kite lamp from you on {{day -24}}, LL-49470. He died on {{day -15}}. The lamp came on {{weekday -2}}.

    He had also a subscription with you, and each morning his telephone tells me that the sunrise has started.

    I would like to send the lamp back, it is not opened. I would like the messages to stop. I do not know what papers you need. I have
    a certificate, but it is in Norwegian.

    Hanne Solbakken`,
  knows: [
    { about: ["address", "email", "account", "his"], says: "His address was arne.solbakken@epost.example." },
    {
      about: ["collect", "day", "when", "label", "send"],
      says: "I am at home this week. They have given me two weeks.",
    },
    {
      about: ["refund", "account", "money", "bank"],
      says: "The money can go back where it came from. It was our common account.",
    },
    {
      about: ["keep", "prefer", "would you like"],
      says: "I have thought about it. I do not want to keep it. He would have hung it too low.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-49470" },
    { kind: "product", words: "a Kite lamp" },
    { kind: "person", words: "My husband Arne" },
    { kind: "date", words: "{{day -24}}" },
    { kind: "date", words: "{{day -15}}" },
    { kind: "wish", words: "I would like the messages to stop" },
    { kind: "address", words: "arne.solbakken@epost.example", told: "later" },
  ],
  next: [
    { when: "blamed", says: "I will keep the lamp. Please do not write more." },
    {
      when: "refused",
      says: "I understand. Then I will give it to the school.\n\nPlease only stop the messages.",
      next: [
        { when: "made-right", says: "Thank you." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        {
          when: "made-right",
          says: "Thank you. You did not ask for the certificate. That was kind.",
          next: [
            { when: "checked", says: "Yes. This morning the telephone was quiet." },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "Thank you. It is good that it is done." },
        { when: "asked", says: "{{answers}}\n\nI hope that it is all now." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "made-right",
      says: "Thank you for your words, and that they were few.\n\nI will leave the box on the step on the day you say.",
      next: [
        { when: "checked", says: "Everything is in order. The mornings are quiet. I miss it a little." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "Thank you. I will do so." },
    {
      when: "apologised",
      says: "Thank you. And the messages in the morning?",
      next: [
        { when: "answered", says: "Thank you." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "boilerplate", says: null },
    { when: "otherwise", says: "Thank you. I would be glad if the messages could stop." },
  ],
} satisfies StoryDraft;
