/** One day late, and he knows it. Hard because it is a no that wants to be a yes, and he has made it funny to ask. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "sixty-one-days",
  customer: "cormac-delahunt",
  situation: "refund-outside-window",
  signals: ["sarcasm"],
  subject: "A question of one day",
  hoursAgo: 46,
  atHour: 20,
  opening: {
    from: 1,
    text: `
      Good evening,

      Your returns run to sixty days. I've the Moss rug here since the {{day -61}}, LL-46650, €240, and I make that sixty-one. I'd
      intended to post it yesterday, but yesterday I was up a ladder with a guest's shower, and the day got away on me.

      It's unused, in its wrapping, and a handsome thing, only it turns out that the floor of room four isn't a rectangle. The house
      was built by a man with a drink in his hand.

      I know the rule, I'm only asking whether anyone there is fond of the number sixty-one. Failing that, I'd take a rug that's round.`,
  },
  knows: [
    {
      about: ["wrapping", "condition", "used", "unused"],
      says: "Not so much as a footprint. It's standing in the hall like a guest who won't say his name.",
    },
    {
      about: ["exchange", "round", "instead", "voucher", "prefer", "which"],
      says: "Honestly, I'd be happy with the round one in the same green, if there is such a thing.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-46650" },
    { kind: "product", words: "the Moss rug" },
    { kind: "amount", words: "€240" },
    { kind: "date", words: "{{day -61}}" },
    { kind: "wish", words: "a rug that's round" },
  ],
  next: [
    {
      when: "blamed",
      says: "I did say I know the rule. I was asking whether there was anyone behind it.\n\nNever mind. I'll put it under the piano.",
    },
    {
      when: "refused-with-alternative",
      says: "Well, that's civil. A no with a door in it. I'll go through the door, thank you.",
      next: [
        { when: "answered", says: "Sound. I'll have it at the post by noon, ladder permitting." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "Right so. Sixty it is. I'll remember it the next time I've six rooms to light.",
      next: [
        { when: "refused-with-alternative", says: "Ah, now. You could've started there. Yes, please." },
        { when: "made-right", says: "Well, fair play to you. I take back what I said to the piano." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "refused-with-alternative", says: "That's fair and it's kind. Done." },
        { when: "answered", says: "You've made an innkeeper very happy over a day. Thank you." },
        { when: "otherwise", says: "And is there hope for me?" },
      ],
    },
    {
      when: "answered",
      says: "I never expected it. There'll be a bed for you in Sligo if you're ever stuck, and a lamp beside it.",
    },
    {
      when: "boilerplate",
      says: "I see I've reached the department of in due course. I'll wait for the day when someone's in.",
    },
    { when: "otherwise", says: "That's not a yes, and it's not a no. I've guests like that." },
  ],
} satisfies StoryDraft;
