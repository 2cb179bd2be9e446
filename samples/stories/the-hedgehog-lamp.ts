/** A nine-year-old has an idea and a drawing. Hard because it will never be built, and she will know at once if the answer is a form. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "the-hedgehog-lamp",
  customer: "anselm-brandt",
  situation: "feature-request",
  subject: "AN IDEA FOR A NEW LAMP (important)",
  hoursAgo: 48,
  atHour: 19,
  opening: {
    text: `
      Dear Lamp Factory,

      My name is Ottilie and I am nine and I am allowed to use my fathers mail until he is finished with the dishes.

      I have an idea. It is a HEDGEHOG LAMP. The spikes are the light. It has feet and when you go to the toilet in the night it FOLLOWS
      YOU. It is not scary because it is a hedgehog.

      {{image ottilie-hedgehog.png}}

      In winter it sleeps and then you need another lamp but you sell those.

      When can I buy it? I have 14 euros and 30.

      Yours sinserely
      Ottilie Brandt

      (Father here. She wrote it herself, I only found the attachment button. No need to answer if you're busy. She does check the mail
      every hour, though.)`,
    attachments: [{ file: "ottilie-hedgehog.png", name: "my invenshun.png" }],
  },
  knows: [
    { about: ["name", "called", "eat"], says: "His name is Kevin. He eats dark." },
    {
      about: ["fast", "feet", "walk", "follow"],
      says: "He walks as fast as you but quiet. Two legs at the front and two at the back.",
    },
    { about: ["colour", "color", "light"], says: "The spikes are yellow but you can make them pink on your birthday." },
  ],
  facts: [
    { kind: "person", words: "Ottilie" },
    { kind: "wish", words: "HEDGEHOG LAMP" },
    { kind: "amount", words: "14 euros and 30" },
  ],
  next: [
    { when: "blamed", says: 'She read your mail and said "oh". I\'ll take it from here.\n\nAnselm Brandt' },
    {
      when: "refused-with-alternative",
      says: "Ok. I understand that feet are difficult. But I am glad that you hung up my drawing.\n\nI will build it myself when I am ten.\n\nOttilie",
      next: [{ when: "otherwise", says: "P.S. You can still sell it then. I would let you." }],
    },
    {
      when: "refused",
      says: "Ok.\n\nOttilie",
      next: [
        { when: "made-right", says: "You wrote again!!! I told everybody in my class." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "GOOD QUESTION.\n\n{{answers}}\n\nDo you have more questions? I have more answers.\n\nOttilie",
      next: [
        {
          when: "asked",
          says: "{{answers}}\n\nNow I have to go to bed. WITHOUT a hedgehog.",
          next: [{ when: "otherwise", says: "My father says thank you. I say also thank you." }],
        },
        {
          when: "refused-with-alternative",
          says: "That is ok. Not every lamp can walk. Thank you for telling me the truth like a grown up.",
        },
        { when: "otherwise", says: "So are you building it?" },
      ],
    },
    {
      when: "boilerplate",
      says: "I read it to my father and he said it is not from a person. Is it not from a person?",
      next: [
        { when: "refused-with-alternative", says: "Hello person! I knew it." },
        { when: "answered", says: "Hello person! I knew it." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "otherwise",
      says: "Thank you for your letter!!! It is the first letter I ever got that has my name at the top and is not from my grandmother.",
    },
  ],
} satisfies StoryDraft;
