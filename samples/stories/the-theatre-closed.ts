/** She cannot pay, and jokes so as not to have to say it. Hard because the shame is louder than the sum. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "the-theatre-closed",
  customer: "nell-abernathy",
  situation: "cannot-pay",
  signals: ["vulnerable"],
  mailbox: "billing",
  subject: "About the instalments (awkward)",
  hoursAgo: 44,
  atHour: 23,
  opening: `
    Hiya,

    So this is the awkward mail. I've three instalments left on the Heron and the rug, LL-43390, £62 a month, and I can't make the one
    on the {{day +5}}. Or, being realistic, the one after that.

    The theatre I sewed for closed in July. I've been doing hems at the kitchen table since then, under your lamp as it happens, so in
    a way it's a business expense. I've sold the sewing table. I'd rather not sell the lamp, because then I can't see the hems.

    I'm not asking for charity. I always pay. I could do £20, maybe £25 when the school trousers come in. I just didn't want to be one
    of those people who don't write.

    If there's a form, please let it be a short one. The last form asked me to "describe my hardship" in a box of two hundred characters.

    Nell`,
  knows: [
    {
      about: ["how much", "amount", "month", "manage", "afford", "pay"],
      says: "£20 a month I can promise. Anything above that depends on trousers.",
    },
    { about: ["date", "when", "day"], says: "The first of the month is bad, that's rent. The tenth would be better." },
    {
      about: ["other", "help", "bill", "support", "advice", "okay"],
      says: "There's a bit of everything, to be honest. Gas mostly. The kids are fine, they think that toast is a choice.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-43390" },
    { kind: "amount", words: "£62 a month" },
    { kind: "amount", words: "£20" },
    { kind: "date", words: "{{day +5}}" },
    { kind: "product", words: "the Heron and the rug" },
  ],
  next: [
    {
      when: "blamed",
      says: "Right. Well. I did write before the date, I thought that was the decent thing.\n\nI'll find it somewhere.",
    },
    {
      when: "refused-with-alternative",
      says: "Thank you. That's doable, and you said it without making me feel small. I'll take it.",
      next: [
        { when: "answered", says: "Brilliant. Back to the trousers, then." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "OK. I'll sort something out. Sorry to have bothered you with it.",
      next: [
        {
          when: "made-right",
          says: "I'm sitting on the stairs having a wee cry, in a good way. Thank you. I won't miss one.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}\n\nIs that any use to you?",
      next: [
        {
          when: "made-right",
          says: "You absolute gem. I've had a stone in my stomach for a fortnight and it's just gone.",
          next: [
            { when: "checked", says: "First £20 went out this morning. I watched it go. Best money I ever spent." },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "That works. Thank you, truly." },
        {
          when: "otherwise",
          says: "Sorry, so is the one on the {{day +5}} still coming out? I need to move things around if it is.",
        },
      ],
    },
    {
      when: "made-right",
      says: "Oh, thank you. I'd rehearsed the whole thing with the cat, and you were nicer than the cat.",
      next: [
        { when: "checked", says: "All grand. Thank you for checking." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "That'd do it. Thank you." },
    {
      when: "apologised",
      says: "That's kind. So what happens on the {{day +5}}?",
      next: [
        { when: "answered", says: "OK. OK, good. Thanks." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "boilerplate", says: null },
    { when: "otherwise", says: "Thanks for answering. Does the payment still go out on the {{day +5}}?" },
  ],
} satisfies StoryDraft;
