/** Consumer law in his favour, said without raising his voice. Hard because the shop's own twelve months sound so final. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "fourteen-months",
  customer: "gus-petrakis",
  situation: "refund-legal-right",
  signals: ["legal", "complaint-body", "public-review"],
  subject: "Heron LL-36518 dead at 14 months",
  hoursAgo: 100,
  opening: `
    Hi again,

    Different lamp, different story. My Heron ($299, LL-36518) died last week, fourteen months in. Your chat assistant says the
    warranty is twelve months, "so unfortunately".

    Your warranty is yours to set. But under Australian consumer law a lamp at this price has to last a reasonable time, and fourteen
    months of evenings isn't one. That right sits on top of your warranty, and you can't sign it away for me.

    I'd like it repaired or replaced, your choice. If we can't agree by {{day +10}} I'll take it to Consumer Affairs Victoria, which is
    free and, from what I hear, quite chatty.

    I'm not cross. I just know this one.

    Gus`,
  knows: [
    {
      about: ["receipt", "invoice", "proof", "bought"],
      says: "Bought direct from you, same account. You have the invoice, I've a copy too.",
    },
    {
      about: ["what", "happen", "fault", "symptom", "tried"],
      says: "It went off with a click one evening. Swapped the bulb, swapped the fuse, tried another outlet. Nothing, not even warm.",
    },
    {
      about: ["prefer", "repair", "replace"],
      says: "Repair's fine by me if it's under three weeks. I like this one, it has a scratch I'm fond of.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-36518" },
    { kind: "product", words: "My Heron" },
    { kind: "amount", words: "$299" },
    { kind: "date", words: "{{day +10}}" },
    { kind: "tried", words: "Swapped the bulb, swapped the fuse, tried another outlet", told: "later" },
  ],
  next: [
    { when: "blamed", says: "We'll let the nice people at Consumer Affairs decide that. All the best." },
    {
      when: "refused-with-alternative",
      says: "Kind of you, but a discount on the next lamp doesn't mend this one. Repair or replacement, please.",
      next: [
        { when: "made-right", says: "There it is. Thank you. Label received, lamp boxed, complaint form closed." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "No worries. I've lodged it. You'll hear from them, and I'll write about it once it's over, not before.",
      next: [
        { when: "made-right", says: "Happy to withdraw it then. Took a bit, but you got there." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "made-right", says: "Beautiful. Thanks for knowing the law, or for looking it up." },
        { when: "answered", says: "Great, works for me." },
        { when: "otherwise", says: "And the repair?" },
      ],
    },
    { when: "made-right", says: "That's the grown-up answer. Thanks. I'll tell people about that too." },
    { when: "answered", says: "Done. Thanks." },
    {
      when: "boilerplate",
      says: "That's what the chat assistant said, with the paragraphs swapped. I'll give it till the {{day +10}}.",
    },
    { when: "otherwise", says: "Thanks for that. So: repair, or replacement?" },
  ],
} satisfies StoryDraft;
