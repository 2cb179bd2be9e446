/** Charming, but the date cannot move. Hard because sympathy alone loses him the Saturday, and a fix without a day is no fix. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "heron-cracked-for-the-wedding",
  customer: "kofi-asante",
  situation: "product-fault",
  signals: ["deadline"],
  subject: "One of four Herons arrived broken, wedding on {{weekday +5}}",
  hoursAgo: 3,
  opening: {
    text: `
      Hello Lumen & Loom,

      I ordered four Heron floor lamps for a wedding on {{weekday +5}} ({{day +5}}), order LL-50412. Three of them are
      the most elegant thing I have unpacked all year. The fourth looks as if it had already been to the wedding:

      {{image cracked-heron.png}}

      The shade is cracked through and there are bits of it in the box. The box itself had no dent at all, so I don't
      think the courier is to blame.

      They stand in pairs on either side of the top table. Three is not a number I can use. We set up on the {{day +4}}
      from eight in the morning.

      What can we do?`,
    attachments: [{ file: "cracked-heron.png", name: "IMG_4471.png" }],
  },
  knows: [
    {
      about: ["where", "address", "deliver", "venue", "send it"],
      says: "The venue is the old pump house, 14 Wharf Lane, London E14. Somebody is there every day from seven, ask for Delroy.",
    },
    {
      about: ["colour", "color", "finish", "version", "which"],
      says: "It's the brass one with the linen shade, all four are.",
    },
    { about: ["serial", "number", "label", "batch"], says: "The sticker under the base says HR-2210-B." },
  ],
  facts: [
    { kind: "order", words: "LL-50412" },
    { kind: "product", words: "four Heron floor lamps" },
    { kind: "date", words: "{{day +5}}" },
    { kind: "date", words: "{{day +4}}" },
    { kind: "other", words: "The shade is cracked through" },
    { kind: "address", words: "14 Wharf Lane, London E14", told: "later" },
    { kind: "other", words: "HR-2210-B", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: `
        I photographed it on the packing table with the tape still on the box. I'm not sure what else I should have done.

        Please tell me by tonight whether I get a fourth lamp. If not I'll hire four from somebody else and send all of
        yours back.`,
    },
    {
      when: "refused",
      says: `
        I see. Then I would rather know it today than on {{weekday +4}}, so thank you for that much.

        I'll send all four back and hire lamps. It's a pity. I had already told the bride about them.`,
      next: [
        {
          when: "refused-with-alternative",
          says: "Fine, that I can work with. Let's do that, and please put it in writing with the day on it.",
        },
        {
          when: "answered",
          says: `
            Now you're talking. If it is really here by {{day +4}}, early, I'll keep all four and forget the last hour.`,
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      afterSeconds: 12,
      says: `
        Of course:

        {{answers}}

        Does that get us there in time?`,
      next: [
        {
          when: "answered",
          says: `
            You have no idea how much better I slept just reading that. I'll have Delroy at the door.

            Kofi`,
          next: [
            { when: "checked", says: "It came, it's lit, nobody cried who wasn't meant to. Thank you, truly." },
            { when: "otherwise", says: null },
          ],
        },
        {
          when: "refused",
          says: "Hm. So I answered all that for a no? Then please collect all four, I'm hiring.",
        },
        {
          when: "otherwise",
          says: "Sorry to push, but what I need is a day. When does the fourth one get here?",
        },
      ],
    },
    {
      when: "made-right",
      says: `
        Thank you for not making me argue about it. That plan works. I'll tell the venue to expect it.

        Do you want the broken one back? It has a certain ruined glamour.`,
      next: [
        { when: "answered", says: "Perfect. Consider it done from my side." },
        { when: "checked", says: "All four standing, all four lit. We're good. Thank you!" },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "OK. To be quite sure: it is here before the {{day +4}}, and I don't have to do anything? Then yes please.",
      next: [
        { when: "answered", says: "Brilliant. Thank you." },
        { when: "otherwise", says: "A simple yes with a date would help me sleep." },
      ],
    },
    {
      when: "boilerplate",
      says: `
        I think I got the reply that everybody gets. No hard feelings, but my question was a small one: do I have a fourth
        lamp by {{day +4}}, yes or no?`,
      next: [
        { when: "answered", says: "There we go. Thank you, that's all I wanted." },
        { when: "otherwise", says: "All right. I'll hire some. Please tell me how to return these four." },
      ],
    },
    {
      when: "otherwise",
      says: "That's kind. And what happens now? We set up on the {{day +4}}.",
      next: [
        { when: "answered", says: "Thank you. Holding you to it, in the nicest way." },
        { when: "otherwise", says: null },
      ],
    },
  ],
} satisfies StoryDraft;
