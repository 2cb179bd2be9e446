/** Sarcasm with a smile. Hard because answering the joke instead of the request makes it worse, and so does ignoring it. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "six-moths-for-six-gentlemen",
  customer: "cormac-delahunt",
  situation: "wrong-item",
  signals: ["sarcasm"],
  subject: "My guests are delighted with their moths",
  hoursAgo: 22,
  atHour: 9,
  opening: {
    text: `
      Good morning,

      I ordered six Wren bedside lamps for my six rooms (LL-50266). I'd like to thank whoever decided that what a retired judge
      from Cork really wants beside his bed is a children's night light in the shape of a moth.

      {{image box-of-moths.png}}

      All six of them. They glow. One of them, I've discovered, hums a lullaby. The judge has asked whether it's included in the
      rate.

      The last of the old bedside lamps went to the charity shop on {{weekday -2}}, in a burst of confidence. So tonight it's
      moths or darkness. I'd be grateful for six Wrens at your very earliest, and for a word on what to do with the insects.

      Yours in a soft pink light,`,
    attachments: [{ file: "box-of-moths.png", name: "the-moths.png" }],
  },
  knows: [
    {
      about: ["colour", "color", "black", "white", "which"],
      says: "White, all six. The ones in the photograph on your own order page, which I keep looking at.",
    },
    {
      about: ["address", "deliver", "day", "when"],
      says: "Any day after ten. If I'm out, Bridie in the kitchen signs for everything including things that aren't ours.",
    },
    {
      about: ["label", "box", "sticker"],
      says: "The box says MOTH X6 on the side in letters a foot high, and the delivery note inside says Wren. Make of that what you will.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-50266" },
    { kind: "product", words: "six Wren bedside lamps" },
    { kind: "wish", words: "six Wrens at your very earliest" },
    { kind: "other", words: "White, all six", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: "I did look in the box before I signed, as it happens. It was dark. I had no lamps.\n\nI'll be returning the lot and buying elsewhere. Do give my regards to the moths when they arrive.",
    },
    {
      when: "refused",
      says: "How refreshing. So I'm to keep the moths, and you're to keep the money for the lamps. The judge says he'd enjoy hearing that case.",
      next: [
        {
          when: "made-right",
          says: "There, now. That's a different letter altogether. Send them on and we'll say no more about it.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "Certainly.\n\n{{answers}}\n\nThe judge, I should say, has grown attached to his.",
      next: [
        {
          when: "made-right",
          says: "Handsomely done. I'll light a moth for you. Six Wrens it is, and I'll have the visitors boxed for the courier.",
          next: [
            {
              when: "checked",
              says: "Six Wrens, six rooms, six quiet nights. The judge bought one of the moths off me. You may send me the invoice.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "Grand. I'll expect them." },
        { when: "otherwise", says: "I'm sure that's all in hand. Might I ask when the lamps come?" },
      ],
    },
    {
      when: "made-right",
      says: "Now that is an answer. I'd sharpened three more jokes and I find I don't need them.\n\nThe moths will be ready by the door whenever your man calls.",
      next: [
        { when: "checked", says: "All present, all white, none of them singing. Thank you." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "Very good. And the moths? They can't stay, they've begun to attract actual moths.",
      next: [
        { when: "answered", says: "Perfect. Consider them packed." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: "I read your letter to the house at breakfast. There was applause.\n\nIs there anyone there I might speak to about lamps?",
      next: [
        { when: "made-right", says: "Ah. There you are. Thank you, that'll do nicely." },
        { when: "otherwise", says: "I've ordered six lamps in Galway. A courier for the moths, when it suits." },
      ],
    },
    { when: "otherwise", says: "You're very good to say so. And the six Wrens?" },
  ],
} satisfies StoryDraft;
