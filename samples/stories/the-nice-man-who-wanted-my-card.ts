/** A false letter in the shop's name. Hard because she is ashamed, and the money may already be on its way. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "the-nice-man-who-wanted-my-card",
  customer: "winifred-achterberg",
  situation: "suspected-fraud",
  signals: ["vulnerable", "deadline"],
  subject: "Your message about my refund",
  hoursAgo: 0.9,
  atHour: 15,
  opening: `
    Dear Lumen & Loom,

    I had a message this morning, with your name and your little lamp on it, which said that £174 was to be returned to me and that I
    had only to press a button and give the number of my card. I gave the number. It then asked for the three figures on the back, and
    I gave those, and then it wanted a code that the bank had sent me, and there I stopped, because the bank's own message said not to
    tell the code to anybody.

    A very nice man then telephoned and said that he was from your refunds department. He knew the number of my order. He said that if
    I did not read him the code by five o'clock the money would be lost. I said that I had something on the stove.

    I feel very foolish. Was he one of yours? And ought I to ring him back? He was so patient.

    Winifred Achterberg (Miss)`,
  knows: [
    {
      about: ["code", "tell", "told", "give"],
      says: "No, I have not given the code to anybody. It is still on the telephone.",
    },
    {
      about: ["bank", "card", "call"],
      says: "My bank is the one on the market place. I have the number on the back of the card, but I did not know whether one may simply ring.",
    },
    {
      about: ["address", "sender", "message", "forward"],
      says: "The message came from refunds@lumen-loom-pay.example. My niece says there is a word in it that you do not have.",
    },
    { about: ["number", "phone", "man"], says: "He rang from a number that ends in 4471. He has rung twice since." },
  ],
  facts: [
    { kind: "amount", words: "£174" },
    { kind: "date", words: "five o'clock" },
    { kind: "other", words: "I gave the number" },
    { kind: "address", words: "refunds@lumen-loom-pay.example", told: "later" },
  ],
  next: [
    { when: "blamed", says: "Yes. I know. I am eighty-one and I have been a fool. Thank you for telling me." },
    {
      when: { mentions: ["bank", "not from us", "not one of ours", "don't give", "do not give", "never ask"] },
      afterSeconds: 15,
      says: `
      I rang the bank as you said. The young woman stopped the card while I waited, and nothing had gone. She said that I had done the
      right thing with the stove.

      Thank you. I was quite shaken, and now I am only cross.`,
      next: [
        {
          when: "checked",
          says: "Everything is in order, and a new card is coming by post. I have put a note beside the telephone: NOTHING IS LOST AT FIVE O'CLOCK.",
        },
        { when: "asked", says: "{{answers}}" },
        {
          when: "otherwise",
          says: "You have been very kind. I shall tell them about it at the library, there are others who would have read him the code.",
        },
      ],
    },
    {
      when: "asked",
      afterSeconds: 15,
      says: "{{answers}}\n\nHe has just rung again. Shall I answer?",
      next: [
        {
          when: { mentions: ["bank", "do not", "don't"] },
          says: "I did not answer, and I have rung the bank. The card is stopped. Thank you for being so quick.",
        },
        { when: "otherwise", says: "I am a little frightened of the telephone now." },
      ],
    },
    {
      when: "boilerplate",
      says: "Thank you. I take it, then, that he is one of yours. I shall ring him back.",
      next: [
        { when: "answered", says: "Oh! Thank goodness you wrote. I had the receiver in my hand." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Thank you. But was he one of yours? It is twenty past four." },
  ],
} satisfies StoryDraft;
