/** The second broken lamp, written after a night shift. Hard because she is too tired to be angry and may simply not come back. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "dormouse-let-me-oversleep",
  customer: "priya-raghunathan",
  situation: "product-fault",
  signals: ["repeat-contact"],
  subject: "dormouse again",
  hoursAgo: 7,
  atHour: 17,
  opening: `
    hi, its me again, order LL-48120, the dormouse. you sent me a new one in september because the first one stopped doing the
    sunrise. the new one does the sunrise fine but it forgets the time whenever the power blips and we have a very blippy
    building

    so on {{weekday -1}} it thought it was 3am when it was 6pm and i slept through handover. first time in eleven years. my charge
    nurse was nice about it which was worse

    i tried the reset with the paperclip, i tried another socket, i updated the app. i like this lamp. i wake up like a person
    with it instead of like a fire drill. i just cant have it twice a year

    back on shift at 7 so cant ring, sorry for typos`,
  knows: [
    { about: ["version", "firmware", "serial", "label"], says: "app says firmware 3.1.9, sticker says DM-0551" },
    {
      about: ["how often", "power", "when", "times"],
      says: "4 times in the last two weeks i think. always when the lift gets stuck",
    },
    {
      about: ["prefer", "rather", "would you like", "which", "refund", "replacement"],
      says: "honestly id rather have one that works than the money",
    },
    {
      about: ["address", "send", "deliver", "home", "day"],
      says: "same address. before noon im asleep so please dont ring the bell, box by the meters is fine",
    },
  ],
  facts: [
    { kind: "order", words: "LL-48120" },
    { kind: "product", words: "the dormouse" },
    { kind: "tried", words: "i tried the reset with the paperclip, i tried another socket, i updated the app" },
    { kind: "other", words: "it forgets the time whenever the power blips" },
    { kind: "version", words: "firmware 3.1.9", told: "later" },
  ],
  next: [
    {
      when: "refused",
      says: "ok. its only a lamp i know. ill get a cheap one from the supermarket, at least those are loud",
      next: [
        { when: "made-right", says: "oh. that i didnt expect at 4am. yes please and thank you, you made my break" },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      afterSeconds: 15,
      says: "{{answers}}\n\nis that the thing you needed? going in now",
      next: [
        {
          when: "made-right",
          says: "thank you for reading the whole thing and not just the order number. that works for me xx",
          next: [
            { when: "checked", says: "yes!! lift got stuck twice and it still woke me. good lamp" },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "perfect ta" },
        { when: "otherwise", says: "sorry did you see my answers? just off shift, might have missed something" },
      ],
    },
    {
      when: "made-right",
      says: "thats really kind, thank you. i was going to cry over a lamp and now im not. ill look out for it",
      next: [
        { when: "checked", says: "works. slept till 5pm like a queen and it woke me on the dot" },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "ok thanks. just to say though its the second one, so im a bit nervous to trust it",
      next: [
        { when: "made-right", says: "ok. that helps actually. thank you" },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: "i think thats the same text i got in september? no worries. ill use my phone",
      next: [
        { when: "made-right", says: "ah a human :) yes please, lets do that" },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "thank you. will something happen next or should i do something?" },
  ],
} satisfies StoryDraft;
