/** Somebody from her old life can still switch her lights. Hard because it is about safety, and one careless sentence could give an address away. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "who-turned-on-my-lamp",
  customer: "rowan-ashdown",
  situation: "data-privacy",
  signals: ["safety", "vulnerable"],
  subject: "Someone else may still have access to my lamps",
  hoursAgo: 6,
  atHour: 8,
  opening: `
    Hello,

    I need to know who can control the lamps that are in my flat. There are two Wrens, bought in 2023 on an account that wasn't mine.
    I took them with me when I left.

    On {{weekday -1}} at ten to three at night both came on by themselves, full brightness, and went off again after a minute. It
    happened again at three. I have unplugged them.

    I need three things, if you can:
    - that nobody but me can switch them,
    - to know whether the app shows the other person where the lamps are, or the name of my wifi,
    - that you don't write to, or confirm anything to, the other person on that account. Please don't copy in any other address.

    I would rather not explain more than that.

    Rowan`,
  knows: [
    { about: ["serial", "number", "label", "base"], says: "WR-2271-40 and WR-2271-41, from the underside." },
    {
      about: ["safe", "okay", "ok", "someone with you", "police"],
      says: "I'm safe for now, thank you for asking. There is someone at the support service I can ring.",
    },
    {
      about: ["account", "email", "name on"],
      says: "I'd rather not write that name in a mail. It isn't the address I'm writing from.",
    },
    { about: ["call", "phone", "contact", "reach"], says: "By mail to this address only, please." },
  ],
  facts: [
    { kind: "product", words: "two Wrens" },
    { kind: "tried", words: "I have unplugged them" },
    { kind: "wish", words: "that nobody but me can switch them" },
    { kind: "wish", words: "Please don't copy in any other address" },
    { kind: "other", words: "WR-2271-40", told: "later" },
  ],
  next: [
    {
      when: { mentions: ["account holder", "owner of the account", "registered owner", "contact the other"] },
      says: "Please stop. Don't contact the account holder. That is the one thing I asked. I need someone responsible for privacy to answer me, today.",
      next: [
        {
          when: "made-right",
          says: "Thank you. I can breathe again. I'll leave the lamps unplugged until you confirm.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "Then they go in the bin. But I still need to know whether the app showed where they are. Who answers that?",
      next: [
        { when: "answered", says: "Thank you. That's what I needed to know." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        {
          when: "made-right",
          says: "Thank you for being careful, and for not making me tell it twice.",
          next: [
            {
              when: "checked",
              says: "Yes. They stayed off all night, and then they came on when I wanted them to. That was a good feeling.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "Thank you. I've done that, both lamps." },
        { when: "otherwise", says: "And does the app show where they are? Please answer that one." },
      ],
    },
    {
      when: "made-right",
      says: "Thank you. You answered all three, and you kept it short. I've reset both of them, they blink white now.",
      next: [
        { when: "checked", says: "Nothing since. Thank you." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "Thank you. And the second question, about where they are?",
      next: [
        { when: "answered", says: "Good. That's everything then." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: "I don't think a person has read this yet. Please could one.",
      next: [
        { when: "made-right", says: "Thank you. That helps." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Thank you for answering. I still need the three things." },
  ],
} satisfies StoryDraft;
